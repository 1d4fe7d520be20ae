#include "search_queries.h"

#include "session/clinic_generator.h"

#include <QDate>

#include <random>

namespace chevet::bench {

namespace {

using Random = std::mt19937;

QString withoutAccents(const QString& text) {
    QString plain;
    for (const QChar letter : text.normalized(QString::NormalizationForm_D))
        if (letter.category() != QChar::Mark_NonSpacing)
            plain += letter;
    return plain;
}

// One letter dropped, doubled, or two swapped; never the first.
QString withTypo(QString text, Random& random) {
    if (text.size() < 4)
        return text;
    const auto at = static_cast<qsizetype>(1 + random() % (text.size() - 2));
    switch (random() % 3) {
    case 0:
        return text.remove(at, 1);
    case 1:
        return text.insert(at, text[at]);
    default:
        std::swap(text[at], text[at + 1]);
        return text;
    }
}

struct Person {
    QString family, given, nam;
    QDate birth;
};

QString birthTyped(const QDate& birth, Random& random) {
    switch (random() % 3) {
    case 0:
        return birth.toString(QStringLiteral("yyyy-MM-dd"));
    case 1:
        return birth.toString(QStringLiteral("dd/MM/yyyy"));
    default:
        return birth.toString(QStringLiteral("yyyy MM dd"));
    }
}

QString typedFor(const Person& person, int kind, Random& random) {
    const QString names = person.family + u' ' + person.given;
    switch (kind % 10) {
    case 0:
    case 1:
        return names;
    case 2:
        return withoutAccents(names).toLower();
    case 3:
        return withoutAccents(person.given + u' ' + person.family).toLower();
    case 4:
        return QString(names).replace(u'-', u' ').toLower();
    case 5:
        return withTypo(withoutAccents(person.family).toLower(), random) + u' ' + person.given;
    case 6:
        return person.nam.left(4) + u' ' + person.nam.mid(4, 2 + static_cast<int>(random() % 7));
    case 7:
        return birthTyped(person.birth, random);
    case 8:
        return person.family.toLower() + u' ' + QString::number(person.birth.year());
    default:
        return withoutAccents(person.family.left(3)).toLower() + u' ' +
               withoutAccents(person.given.left(2)).toLower();
    }
}

} // namespace

QStringList realisticQueries(int patients) {
    const session::ClinicGenerator generator;
    Random random(20261125);
    QStringList queries;
    for (int i = 0; i < 200; ++i) {
        const auto index = static_cast<int>(random() % static_cast<unsigned>(patients));
        const import::ProposedPatient proposed = generator.propose(index, 1).patients.first();
        const Person person{.family = proposed.family,
                            .given = proposed.given,
                            .nam = proposed.identifiers.first().value,
                            .birth = QDate::fromString(proposed.birthDate, Qt::ISODate)};
        queries += typedFor(person, i, random);
    }
    return queries;
}

} // namespace chevet::bench
