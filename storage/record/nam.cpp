#include "record/nam.h"

#include "record/language.h"
#include "record/search_text.h"

#include <QStringList>

namespace chevet::record {

namespace {

// EBCDIC (CP1047) code of each character, mod 10: A … Z.
constexpr int letterValues[] = {3, 4, 5, 6, 7, 8, 9, 0, 1, 9, 0, 1, 2,
                                3, 4, 5, 6, 7, 6, 7, 8, 9, 0, 1, 2, 3};
constexpr int weights[] = {1, 3, 7, 9, 1, 7, 1, 3, 4, 5, 7, 6, 9, 1};

bool isUpper(QChar c) {
    return c >= u'A' && c <= u'Z';
}
bool isDigit(QChar c) {
    return c >= u'0' && c <= u'9';
}
int valueOf(QChar c) {
    return isDigit(c) ? c.unicode() - u'0' : letterValues[c.unicode() - u'A'];
}
int twoDigits(QStringView text, qsizetype at) {
    return valueOf(text[at]) * 10 + valueOf(text[at + 1]);
}

// The date under that century, when it exists.
QDate dateOf(const NamParts& parts, int century) {
    return {century + parts.yearOfCentury, parts.month, parts.day};
}

struct Century {
    QDate date;
    bool checks = false;
};

Century tryCentury(QStringView nam, const NamParts& parts, int century) {
    const QDate date = dateOf(parts, century);
    if (!date.isValid())
        return {};
    return {date, namCheckDigit(nam.first(11), century + parts.yearOfCentury) == parts.checkDigit};
}

// The one that checks; of two, the owner's; else the one under a hundred years old.
Century chooseCentury(QStringView nam, const NamParts& parts, const NamOwner& owner, QDate today) {
    const Century recent = tryCentury(nam, parts, 2000);
    const Century former = tryCentury(nam, parts, 1900);
    if (recent.checks != former.checks)
        return recent.checks ? recent : former;
    if (owner.birth.isValid() && owner.birth == former.date)
        return former;
    const QDate day = today.isValid() ? today : QDate::currentDate();
    return recent.date.isValid() && recent.date <= day ? recent : former;
}

bool nameFits(const QString& letters, const NamOwner& owner) {
    const QStringList givens = owner.given.split(u' ', Qt::SkipEmptyParts);
    for (const QString& given : givens.isEmpty() ? QStringList{QString()} : givens) {
        QString expected = namLetters(owner.family, given);
        if (owner.given.isEmpty())
            expected.replace(3, 1, letters[3]);
        if (owner.family.isEmpty())
            expected.replace(0, 3, letters.left(3));
        if (expected == letters)
            return true;
    }
    return false;
}

} // namespace

QString normaliseNam(QStringView text) {
    QString out = fold(text).toUpper();
    out.remove(u' ');
    return out;
}

bool hasNamForm(QStringView nam) {
    if (nam.size() != 12)
        return false;
    for (qsizetype i = 0; i < 4; ++i)
        if (!isUpper(nam[i]))
            return false;
    for (qsizetype i = 4; i < 10; ++i)
        if (!isDigit(nam[i]))
            return false;
    const QChar serial = nam[10];
    return (isUpper(serial) || (isDigit(serial) && serial != u'0')) && isDigit(nam[11]);
}

QString formatNam(QStringView nam) {
    const QString plain = normaliseNam(nam);
    if (!hasNamForm(plain))
        return nam.toString();
    return plain.left(4) + u' ' + plain.mid(4, 4) + u' ' + plain.right(4);
}

std::optional<NamParts> parseNam(QStringView text) {
    const QString nam = normaliseNam(text);
    if (!hasNamForm(nam))
        return std::nullopt;
    NamParts parts;
    parts.letters = nam.left(4);
    parts.yearOfCentury = twoDigits(nam, 4);
    parts.month = twoDigits(nam, 6);
    parts.female = parts.month > 50;
    if (parts.female)
        parts.month -= 50;
    parts.day = twoDigits(nam, 8);
    parts.serial = nam[10];
    parts.checkDigit = valueOf(nam[11]);
    return parts;
}

std::optional<int> namCheckDigit(QStringView eleven, int year) {
    if (eleven.size() != 11 || year < 1000 || year > 9999)
        return std::nullopt;
    const QString whole = eleven.toString() + u'0';
    const std::optional<NamParts> parts = parseNam(whole);
    if (!parts || normaliseNam(whole) != whole)
        return std::nullopt;
    const QString text = QStringLiteral("%1%2%3%4%5%6")
                             .arg(parts->letters)
                             .arg(year)
                             .arg(parts->female ? QLatin1Char('F') : QLatin1Char('M'))
                             .arg(parts->month, 2, 10, QLatin1Char('0'))
                             .arg(parts->day, 2, 10, QLatin1Char('0'))
                             .arg(parts->serial);
    int sum = 0;
    for (qsizetype i = 0; i < 14; ++i)
        sum += valueOf(text[i]) * weights[i];
    return sum % 10;
}

NamCheck checkNam(QStringView text, const NamOwner& owner, QDate today) {
    NamCheck check;
    const QString nam = normaliseNam(text);
    check.present = !nam.isEmpty();
    if (!check.present)
        return check;
    const auto warn = [&check](NamWarning warning) { check.warnings |= quint8(warning); };
    const std::optional<NamParts> parts = parseNam(nam);
    const Century century = parts ? chooseCentury(nam, *parts, owner, today) : Century{};
    if (!century.date.isValid()) {
        warn(NamWarning::Form);
        return check;
    }
    check.valid = century.checks;
    check.birth = century.date;
    if (!century.checks)
        warn(NamWarning::CheckDigit);
    if (owner.birth.isValid() && owner.birth != dateOf(*parts, 1900) &&
        owner.birth != dateOf(*parts, 2000))
        warn(NamWarning::BirthDate);
    else if (owner.birth.isValid() && century.checks && owner.birth != century.date)
        warn(NamWarning::BirthDate);
    if ((owner.sex == u"female" && !parts->female) || (owner.sex == u"male" && parts->female))
        warn(NamWarning::Sex);
    if ((!owner.family.isEmpty() || !owner.given.isEmpty()) && !nameFits(parts->letters, owner))
        warn(NamWarning::Name);
    return check;
}

QStringList namWarnings(const NamCheck& check) {
    QStringList words;
    if (check.warns(NamWarning::Form))
        words += say(u"Le numéro n’a pas la forme d’un NAM.",
                     u"The number does not have the form of a NAM.");
    if (check.warns(NamWarning::CheckDigit))
        words +=
            say(u"Le chiffre de contrôle ne concorde pas.", u"The check digit does not match.");
    if (check.warns(NamWarning::BirthDate))
        words += say(u"La date de naissance ne concorde pas avec le NAM.",
                     u"The date of birth does not match the NAM.");
    if (check.warns(NamWarning::Sex))
        words += say(u"Le sexe ne concorde pas avec le NAM.", u"The sex does not match the NAM.");
    if (check.warns(NamWarning::Name))
        words += say(u"Le nom ne concorde pas avec le NAM.", u"The name does not match the NAM.");
    return words;
}

QString namLetters(QStringView family, QStringView given) {
    QString letters = nameTokens(family).join(QString()).toUpper();
    letters.removeIf([](QChar c) { return !isUpper(c); });
    QString first = fold(given).toUpper();
    first.removeIf([](QChar c) { return !isUpper(c); });
    return letters.left(3).leftJustified(3, u'X') +
           (first.isEmpty() ? QStringLiteral("X") : first.left(1));
}

QString composeNam(QStringView family, QStringView given, QDate birth, bool female, int serial) {
    const QString eleven = namLetters(family, given) +
                           QStringLiteral("%1%2%3%4")
                               .arg(birth.year() % 100, 2, 10, QLatin1Char('0'))
                               .arg(birth.month() + (female ? 50 : 0), 2, 10, QLatin1Char('0'))
                               .arg(birth.day(), 2, 10, QLatin1Char('0'))
                               .arg(serial);
    const std::optional<int> digit = namCheckDigit(eleven, birth.year());
    return digit ? QString(eleven + QString::number(*digit)) : QString();
}

} // namespace chevet::record
