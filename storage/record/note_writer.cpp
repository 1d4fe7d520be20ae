#include "record/note_writer.h"

#include "record/narrative.h"
#include "record/written.h"

#include <QJsonDocument>

namespace chevet::record {

namespace {

constexpr NotePart parts[] = {
    {u"reason", u"29299-5", "Motif"},       {u"subjective", u"61150-9", "Subjectif"},
    {u"objective", u"61149-1", "Objectif"}, {u"assessment", u"51848-0", "Évaluation"},
    {u"plan", u"18776-5", "Plan"},          {u"assessment-plan", u"51847-2", "Évaluation et plan"},
};

const NotePart* partOf(QStringView kind) {
    const auto* const found = std::find_if(std::begin(parts), std::end(parts),
                                           [&](const NotePart& part) { return kind == part.kind; });
    return found == std::end(parts) ? nullptr : found;
}

QString titleOf(const WrittenSection& section) {
    if (!section.title.isEmpty())
        return section.title;
    const NotePart* part = partOf(section.kind);
    return part != nullptr ? QString::fromUtf8(part->title) : QStringLiteral("Note");
}

QJsonObject loinc(const QString& code) {
    return {{QStringLiteral("system"), QStringLiteral("http://loinc.org")},
            {QStringLiteral("code"), code}};
}

// XML 1.0 has no other control characters, not even escaped.
QString printable(const QString& text) {
    QString kept;
    kept.reserve(text.size());
    for (const QChar c : text)
        if (c.unicode() >= 0x20 || c == u'\n' || c == u'\t')
            kept += c;
    return kept;
}

QString divOf(const QString& text) {
    QString html = plainToHtml(printable(text));
    html.replace(QLatin1String("<br>"), QLatin1String("<br/>"));
    return QStringLiteral("<div xmlns=\"http://www.w3.org/1999/xhtml\"><p>") + html +
           QStringLiteral("</p></div>");
}

QJsonObject narrative(const QString& div) {
    return {{QStringLiteral("status"), QStringLiteral("generated")}, {QStringLiteral("div"), div}};
}

QJsonObject sectionJson(const WrittenSection& section) {
    QJsonObject json{{QStringLiteral("title"), titleOf(section)},
                     {QStringLiteral("text"), narrative(divOf(section.text.trimmed()))}};
    if (const NotePart* part = partOf(section.kind))
        json.insert(QStringLiteral("code"),
                    QJsonObject{{QStringLiteral("coding"),
                                 QJsonArray{loinc(QString::fromUtf16(part->loinc))}}});
    return json;
}

bool isEmpty(const WrittenSection& section) {
    return printable(section.text).trimmed().isEmpty();
}

} // namespace

std::span<const NotePart> noteParts() {
    return parts;
}

bool saysSomething(const NewNote& note) {
    return std::any_of(note.sections.cbegin(), note.sections.cend(),
                       [](const WrittenSection& section) { return !isEmpty(section); });
}

QByteArray composeNote(const NewNote& note) {
    QJsonArray sections;
    for (const WrittenSection& section : note.sections)
        if (!isEmpty(section))
            sections.append(sectionJson(section));
    const QString at = instantText(note.at);
    const QJsonObject author = professional(note.authorId, note.authorName);
    const bool addendum = !note.appendsTo.isEmpty();
    QJsonObject type{{QStringLiteral("coding"), QJsonArray{loinc(QStringLiteral("11506-3"))}},
                     {QStringLiteral("text"), addendum ? QStringLiteral("Addenda")
                                                       : QStringLiteral("Note de consultation")}};
    QJsonObject root{
        {QStringLiteral("resourceType"), QStringLiteral("Composition")},
        {QStringLiteral("id"), note.id},
        {QStringLiteral("language"), QStringLiteral("fr-CA")},
        {QStringLiteral("status"), QStringLiteral("final")},
        {QStringLiteral("type"), type},
        {QStringLiteral("subject"), patientReference(note.patientId)},
        {QStringLiteral("date"), at},
        {QStringLiteral("author"), QJsonArray{author}},
        {QStringLiteral("title"), type[u"text"]},
        {QStringLiteral("attester"),
         QJsonArray{QJsonObject{{QStringLiteral("mode"), QStringLiteral("professional")},
                                {QStringLiteral("time"), at},
                                {QStringLiteral("party"), author}}}},
        {QStringLiteral("section"), sections}};
    if (addendum)
        root.insert(
            QStringLiteral("relatesTo"),
            QJsonArray{QJsonObject{{QStringLiteral("code"), QStringLiteral("appends")},
                                   {QStringLiteral("targetReference"),
                                    QJsonObject{{QStringLiteral("reference"), note.appendsTo}}}}});
    return QJsonDocument(root).toJson(QJsonDocument::Compact);
}

QList<WrittenSection> sectionsOf(const QString& text) {
    QList<WrittenSection> sections;
    for (const NoteSection& section : splitNote(text))
        sections += {section.kind, section.title, section.text};
    return sections;
}

} // namespace chevet::record
