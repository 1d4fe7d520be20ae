#include "ui/viewmodels/chart_words.h"

#include <QRegularExpression>

namespace chevet::viewmodels::words {

void add(QList<Field>& fields, const QString& label, const QString& value, const QString& foreign) {
    if (!value.trimmed().isEmpty())
        fields.append({label, value.trimmed(), foreign});
}

void add(QList<Field>& fields, const QString& label, const QStringList& values) {
    QStringList kept;
    for (const QString& value : values) {
        if (!value.trimmed().isEmpty() && !kept.contains(value.trimmed()))
            kept << value.trimmed();
    }
    add(fields, label, kept.join(ChartWords::tr(" ; ")));
}

void addCommon(QList<Field>& fields, const record::Item& item) {
    QStringList authors;
    for (const QString& author : item.authors)
        authors << cleanName(author);
    add(fields, ChartWords::tr("État"), item.statusWords);
    add(fields, ChartWords::tr("Auteur"), authors);
    if (item.recorded.isKnown() && item.recorded.day() != item.date.day())
        add(fields, ChartWords::tr("Inscrit"), item.recorded.dayAndTime());
    add(fields, ChartWords::tr("Note"), item.notes);
    add(fields, ChartWords::tr("Remarque"), item.remarks);
    if (item.enteredInError)
        add(fields, ChartWords::tr("Attention"),
            ChartWords::tr("inscrit par erreur selon la source"));
}

void fill(ItemView& view, const record::Item& item, const Context& context) {
    view.reference = item.reference;
    view.title = context.label(item.code).trimmed();
    view.foreign = context.foreign(item.code);
    if (view.title.isEmpty())
        view.title = ChartWords::tr("Sans intitulé");
    view.date = item.date.day();
    view.status = item.statusWords;
    view.refuted = item.enteredInError;
    view.sortKey = item.date.sortKey();
    if (!item.authors.isEmpty())
        view.place = shortName(item.authors.first());
}

Lacking lacking(const record::SectionFacts& facts, const QString& noneKnown, qsizetype listed) {
    Lacking lack;
    lack.contradicted = facts.contradicted;
    lack.reference = facts.reference;
    switch (facts.state) {
    case record::SectionState::Present:
        lack.lack = Lack::Present;
        if (facts.contradicted) {
            const int count = static_cast<int>(listed);
            lack.title = noneKnown;
            lack.words = plural(
                ChartWords::tr("contredit par %n élément(s) inscrit(s)", nullptr, count), count);
        }
        return lack;
    case record::SectionState::NoneKnown:
        lack.lack = Lack::NoneKnown;
        lack.title = noneKnown;
        break;
    case record::SectionState::Unknown:
        lack.title = ChartWords::tr("Non documenté");
        lack.words = facts.words;
        return lack;
    }
    const QString day = facts.statedAt.day();
    const QString who = shortName(facts.statedBy);
    if (!day.isEmpty() && !who.isEmpty())
        lack.words = ChartWords::tr("affirmé le %1, %2").arg(day, who);
    else if (!day.isEmpty())
        lack.words = ChartWords::tr("affirmé le %1").arg(day);
    else
        lack.words = who.isEmpty() ? ChartWords::tr("affirmé, sans date")
                                   : ChartWords::tr("affirmé, %1").arg(who);
    return lack;
}

QString mimeWords(const QString& contentType) {
    if (contentType == QLatin1String("application/pdf"))
        return QStringLiteral("PDF");
    if (contentType.startsWith(QLatin1String("image/")))
        return ChartWords::tr("Image");
    if (contentType.startsWith(QLatin1String("text/")))
        return ChartWords::tr("Texte");
    if (contentType.contains(QLatin1String("dicom")))
        return QStringLiteral("DICOM");
    return contentType.isEmpty() ? ChartWords::tr("Format non précisé") : contentType;
}

QString sizeWords(qint64 bytes) {
    if (bytes < 0)
        return {};
    const QLocale numbers;
    const QChar nb(0xA0);
    if (bytes < 1024)
        return QString(numbers.toString(bytes) + nb + ChartWords::tr("o"));
    if (bytes < qint64{1024} * 1024)
        return QString(numbers.toString((bytes + 512) / 1024) + nb + ChartWords::tr("Ko"));
    return QString(numbers.toString(static_cast<double>(bytes) / 1048576.0, 'f', 1) + nb +
                   ChartWords::tr("Mo"));
}

bool isMidnight(const QString& time) {
    return time.startsWith(QLatin1String("00")) && time.endsWith(QLatin1String("00"));
}

bool isPartial(const record::PartialDate& date) {
    return date.precision == record::PartialDate::Precision::Year ||
           date.precision == record::PartialDate::Precision::Month;
}

Mark markOf(record::Flag flag) {
    switch (flag) {
    case record::Flag::NotComputed:
        return Mark::Missing;
    case record::Flag::Normal:
        return Mark::None;
    case record::Flag::Low:
        return Mark::Low;
    case record::Flag::High:
        return Mark::High;
    case record::Flag::CriticalLow:
        return Mark::CriticalLow;
    case record::Flag::CriticalHigh:
    case record::Flag::CriticalAbnormal:
        return Mark::CriticalHigh;
    case record::Flag::Abnormal:
        return Mark::Abnormal;
    }
    return Mark::None;
}

// Simulated people are called « Émilie123 Tremblay456 »: the digits are no part of a name.
QString cleanName(const QString& name) {
    static const QRegularExpression digits(QStringLiteral("(?<=\\p{L}{2})\\d{2,4}\\b"));
    QString clean = name;
    clean.remove(digits);
    return clean.simplified();
}

QString shortName(const QString& name) {
    QStringList parts = cleanName(name).split(u' ', Qt::SkipEmptyParts);
    if (parts.size() < 3)
        return parts.join(u' ');
    const QString first = parts.first();
    static const QRegularExpression title(QStringLiteral("^(Dre?|Dra|Prof|Mme|M|Mr|Mrs|Ms)\\.?$"),
                                          QRegularExpression::CaseInsensitiveOption);
    if (!title.match(first).hasMatch())
        return parts.join(u' ');
    const QString initial = parts.at(1).left(1) + QLatin1Char('.');
    parts.removeFirst();
    parts.removeFirst();
    QString bare = first;
    bare.remove(u'.');
    QString text = bare + QChar(0xA0) + initial + QChar(0xA0) + parts.join(u' ');
    return text;
}

QSet<QString> visitsWithNotes(const record::Chart& chart) {
    QSet<QString> visits;
    for (const record::Note& note : chart.notes.items) {
        if (!note.enteredInError && !note.encounter.isEmpty())
            visits.insert(note.encounter);
    }
    return visits;
}

QString doseStep(const QString& before, const QString& now) {
    const QStringList b = before.split(QChar(0xA0));
    const QStringList n = now.split(QChar(0xA0));
    const bool sameUnit = b.size() > 1 && n.size() > 1 && b.last() == n.last();
    const QString from = sameUnit ? QStringList(b.mid(0, b.size() - 1)).join(QChar(0xA0)) : before;
    return QString(from + QStringLiteral(" → ") + now);
}

} // namespace chevet::viewmodels::words
