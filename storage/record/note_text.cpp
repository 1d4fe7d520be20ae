// Where a plain note has its headings, and where a reader wants to begin.

#include "record/document.h"
#include "record/narrative.h"
#include "record/search_text.h"

#include <QStringDecoder>

namespace chevet::record {

namespace {

constexpr qsizetype longestNote = 4LL * 1024 * 1024;
constexpr qsizetype longestHeading = 60;

// Folded headings of notes, French and English.
QString kindOfHeading(const QString& folded) {
    struct Entry {
        QStringView heading, kind;
    };
    static constexpr Entry entries[] = {
        {u"assessment and plan", u"assessment-plan"},
        {u"assessment plan", u"assessment-plan"},
        {u"evaluation et plan", u"assessment-plan"},
        {u"impression et plan", u"assessment-plan"},
        {u"impression et conduite", u"assessment-plan"},
        {u"a p", u"assessment-plan"},
        {u"conduite", u"plan"},
        {u"plan", u"plan"},
        {u"plan de traitement", u"plan"},
        {u"plan of care", u"plan"},
        {u"conduite a tenir", u"plan"},
        {u"recommandations", u"plan"},
        {u"assessment", u"assessment"},
        {u"evaluation", u"assessment"},
        {u"impression", u"assessment"},
        {u"impression clinique", u"assessment"},
        {u"analyse", u"assessment"},
        {u"conclusion", u"assessment"},
        {u"diagnostic", u"assessment"},
        {u"objectif", u"objective"},
        {u"objective", u"objective"},
        {u"examen physique", u"objective"},
        {u"examen", u"objective"},
        {u"physical exam", u"objective"},
        {u"signes vitaux", u"objective"},
        {u"subjectif", u"subjective"},
        {u"subjective", u"subjective"},
        {u"raison de consultation", u"subjective"},
        {u"motif", u"subjective"},
        {u"chief complaint", u"subjective"},
        {u"histoire de la maladie actuelle", u"subjective"},
        {u"history of present illness", u"subjective"},
        {u"hma", u"subjective"},
        {u"antecedents", u"history"},
        {u"allergies", u"allergies"},
        {u"medications", u"medications"},
        {u"medicaments", u"medications"},
        {u"medication", u"medications"},
        {u"social history", u"social"},
        {u"habitudes de vie", u"social"},
    };
    for (const Entry& entry : entries)
        if (folded == entry.heading)
            return entry.kind.toString();
    return {};
}

struct Heading {
    QString title, kind, rest; // rest: text on the same line after the colon
    bool found = false;
};

// "# Plan", "PLAN", "Plan :", "Objectif : TA 120/80"; a line of ordinary text is not one.
Heading headingOf(QStringView line) {
    QStringView text = line.trimmed();
    const bool marked = text.startsWith(u'#');
    while (text.startsWith(u'#'))
        text = text.sliced(1).trimmed();
    const qsizetype colon = text.indexOf(u':');
    const QStringView name = (colon >= 0 ? text.first(colon) : text).trimmed();
    if (name.isEmpty() || name.size() > longestHeading)
        return {};
    const QString kind = kindOfHeading(fold(name));
    if (!marked && kind.isEmpty())
        return {};
    const QStringView rest = colon >= 0 ? text.sliced(colon + 1).trimmed() : QStringView();
    return {name.toString(), kind, rest.toString(), true};
}

void finish(QList<NoteSection>& sections, NoteSection& section, const QStringList& lines) {
    section.text = lines.join(u'\n').trimmed();
    section.html = plainToHtml(section.text);
    if (!section.text.isEmpty() || !section.title.isEmpty())
        sections += section;
}

} // namespace

QList<NoteSection> splitNote(const QString& text) {
    QList<NoteSection> sections;
    if (text.trimmed().isEmpty())
        return sections;
    NoteSection section;
    QStringList lines;
    for (const QString& line : text.split(u'\n')) {
        const Heading heading = headingOf(line);
        if (!heading.found) {
            lines += line;
            continue;
        }
        finish(sections, section, lines);
        section = NoteSection{};
        section.title = heading.title;
        section.kind = heading.kind;
        lines = heading.rest.isEmpty() ? QStringList() : QStringList{heading.rest};
    }
    finish(sections, section, lines);
    return sections;
}

int findPlan(const QList<NoteSection>& sections) {
    for (const QStringView kind :
         {QStringView(u"assessment-plan"), QStringView(u"assessment"), QStringView(u"plan")})
        for (int i = 0; i < int(sections.size()); ++i)
            if (sections[i].kind == kind)
                return i;
    return -1;
}

QString decodeNoteText(const QByteArray& bytes, const QString& charset) {
    const QByteArrayView head = QByteArrayView(bytes).first(std::min(bytes.size(), longestNote));
    if (!charset.isEmpty() && charset != u"utf-8" && charset != u"us-ascii")
        if (QStringDecoder decoder(charset.toLatin1().constData()); decoder.isValid()) {
            const QString text = decoder(head);
            if (!decoder.hasError())
                return text;
        }
    QStringDecoder utf8(QStringDecoder::Utf8);
    const QString text = utf8(head);
    return utf8.hasError() ? QString::fromLatin1(head) : text;
}

} // namespace chevet::record
