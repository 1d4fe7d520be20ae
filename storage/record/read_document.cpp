#include "record/builders.h"
#include "record/labels.h"
#include "record/masking.h"
#include "record/narrative.h"

namespace chevet::record {

namespace {

constexpr int deepestSection = 8;

QString sectionKind(std::string_view code) {
    struct Entry {
        std::string_view code;
        QStringView kind;
    };
    static constexpr Entry entries[] = {
        {"51847-2", u"assessment-plan"}, {"51848-0", u"assessment"}, {"18776-5", u"plan"},
        {"61150-9", u"subjective"},      {"61149-1", u"objective"},  {"10154-3", u"subjective"},
        {"10164-2", u"subjective"},      {"29545-1", u"objective"},  {"8716-3", u"objective"},
    };
    for (const Entry& entry : entries)
        if (entry.code == code)
            return entry.kind.toString();
    return {};
}

NoteSection readSection(Node node, const Parsed& parsed, Reader& reader, int depth) {
    NoteSection section;
    const Concept code = reader.conceptOf(node["code"]);
    section.code = code.primary().code;
    section.kind = sectionKind(section.code.toStdString());
    const QString title = node["title"].text();
    section.title =
        guessLanguage(title) == u"fr" || code.french.isEmpty() || spoken() != Language::French
            ? title
            : code.french;
    if (section.title.isEmpty())
        section.title = code.label();
    const QString div = node["text"]["div"].text();
    section.html = safeHtml(div);
    section.text = narrativeText(div);
    section.emptyReason = node["emptyReason"]["coding"].first()["code"].text();
    if (node["emptyReason"])
        section.emptyWords = section.emptyReason.isEmpty()
                                 ? reader.conceptOf(node["emptyReason"]).label()
                                 : enumWords(u"empty", section.emptyReason);
    for (const Node entry : node["entry"].each()) {
        const QString reference = reader.inChart(entry);
        if (!reference.isEmpty())
            section.entries += reference;
        else if (!reader.follow(entry, parsed).exists() && entry["display"])
            section.text += QStringLiteral("\n• ") + entry["display"].text();
    }
    if (depth < deepestSection)
        for (const Node inner : node["section"].each())
            section.sections += readSection(inner, parsed, reader, depth + 1);
    return section;
}

bool supersededStatus(QStringView status) {
    return status == u"superseded";
}

bool isText(const AttachmentRef& file) {
    return file.contentType.startsWith(QLatin1String("text/")) ||
           file.contentType == u"application/xhtml+xml";
}

} // namespace

void readComposition(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Note note;
    reader.fill(note, parsed, "type");
    note.date = Reader::date(root["date"]);
    note.title = root["title"].text().isEmpty() ? note.code.label() : root["title"].text();
    note.authors = reader.namesOf(root["author"], parsed);
    note.custodian = root["custodian"] ? reader.nameOf(root["custodian"], parsed) : QString();
    note.language = root["language"].text();
    for (const Node section : root["section"].each())
        note.sections += readSection(section, parsed, reader, 0);
    note.planSection = findPlan(note.sections);
    note.html = safeHtml(root["text"]["div"].text());
    for (const Node related : root["relatesTo"].each())
        if (const QString target = reader.inChart(related["targetReference"]); !target.isEmpty())
            (related["code"].text() == u"appends" ? note.appendsTo : note.replaces) += target;
    chart.notes.items += std::move(note);
}

namespace {

Note noteOf(const Document& document, const Parsed& parsed, const Reader& reader) {
    Note note;
    static_cast<Item&>(note) = document;
    note.title = document.title;
    note.superseded = document.superseded;
    note.custodian = document.custodian;
    note.html = document.html;
    if (!document.attachments.isEmpty()) {
        note.blob = document.attachments.first();
        note.language = note.blob.language;
        // Small texts may still stand in the JSON when the importer could not cut them out.
        const Node data = parsed.root["content"].first()["attachment"]["data"];
        if (note.blob.blobId.isEmpty() && !data.raw().empty())
            note.text = maskedText(
                decodeNoteText(QByteArray::fromBase64(data.text().toLatin1()), note.blob.charset),
                reader.masked());
    }
    note.sections = splitNote(note.text);
    note.planSection = findPlan(note.sections);
    return note;
}

} // namespace

void readDocumentReference(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Document out;
    reader.fill(out, parsed, "type");
    out.date = Reader::date(root["date"] ? root["date"] : root["created"]);
    const Node context = root["context"];
    out.encounter = reader.inChart(context["encounter"].first());
    if (const PartialDate period = Reader::date(context["period"]["start"]); !out.date.isKnown())
        out.date = period;
    out.attachments = reader.attachments(root["content"], parsed, "/content");
    out.description = root["description"].text();
    out.title = out.code.label();
    if (!out.attachments.isEmpty() && !out.attachments.first().title.isEmpty())
        out.title = out.attachments.first().title;
    if (out.title.isEmpty())
        out.title = out.description.isEmpty() ? QStringLiteral("Document") : out.description;
    out.authors = reader.namesOf(root["author"], parsed);
    out.custodian = root["custodian"] ? reader.nameOf(root["custodian"], parsed) : QString();
    out.superseded = supersededStatus(out.status);
    out.confidentiality = joined(reader.conceptLabels(root["securityLabel"]), u", ");
    const QString div = root["text"]["div"].text();
    out.html = safeHtml(div);
    out.text = narrativeText(div);
    if (out.attachments.size() == 1 && isText(out.attachments.first()))
        chart.notes.items += noteOf(out, parsed, reader);
    else
        chart.documents.items += std::move(out);
}

void readFile(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Document out;
    reader.fill(out, parsed, "type");
    out.date = Reader::dateChoice(root, "created");
    if (parsed.type == "Binary")
        out.attachments += reader.attachment(root, parsed, "/data");
    else
        out.attachments += reader.attachment(root["content"], parsed, "/content/data");
    out.imaging = parsed.type == "Media";
    out.title = !out.attachments.first().title.isEmpty() ? out.attachments.first().title
                : !out.code.label().isEmpty()            ? out.code.label()
                : parsed.type == "Media"                 ? QStringLiteral("Image")
                                                         : say(u"Fichier", u"File");
    out.authors =
        root["operator"] ? QStringList{reader.nameOf(root["operator"], parsed)} : QStringList();
    out.html = safeHtml(root["text"]["div"].text());
    chart.documents.items += std::move(out);
}

void readImpression(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Note note;
    reader.fill(note, parsed);
    note.date = Reader::dateChoice(root, "effective");
    note.recorded = Reader::date(root["date"]);
    if (!note.date.isKnown())
        note.date = note.recorded;
    note.title = note.code.label().isEmpty() ? say(u"Impression clinique", u"Clinical impression")
                                             : note.code.label();
    note.authors =
        root["assessor"] ? QStringList{reader.nameOf(root["assessor"], parsed)} : QStringList();
    QStringList findings;
    for (const Node finding : root["finding"].each())
        findings += reader.words(finding["itemCodeableConcept"] ? finding["itemCodeableConcept"]
                                                                : finding["itemReference"],
                                 parsed);
    note.text = joined(
        {root["description"].text(), root["summary"].text(), joined(findings, u"\n")}, u"\n\n");
    note.html = note.text.isEmpty() ? safeHtml(root["text"]["div"].text()) : QString();
    note.sections = splitNote(note.text);
    note.planSection = findPlan(note.sections);
    chart.notes.items += std::move(note);
}

} // namespace chevet::record
