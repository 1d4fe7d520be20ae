// DiagnosticReport: a panel of results, a radiology report, or a note.

#include "record/builders.h"
#include "record/labels.h"
#include "record/narrative.h"

namespace chevet::record {

namespace {

enum class Kind { Panel, Imaging, Note };

bool isImagingCode(std::string_view code) {
    static constexpr std::string_view codes[] = {
        "RAD", "RUS", "RX",  "CT",  "CTH",     "CUS",       "NMR",     "NMS",
        "VUS", "XRC", "OUS", "MRI", "imaging", "LP29684-5", "18748-4", "394914008"};
    return std::find(std::begin(codes), std::end(codes), code) != std::end(codes);
}

bool isNoteCode(const Concept& code) {
    return std::any_of(code.codings.begin(), code.codings.end(), [](const Coding& coding) {
        const Label* label = findLabel(coding.system, coding.code);
        return label != nullptr && label->group == u"Note";
    });
}

Kind kindOf(Node root, const Concept& code) {
    for (const Node category : root["category"].each())
        for (const Node coding : category["coding"].each())
            if (isImagingCode(coding["code"].raw()))
                return Kind::Imaging;
    if (isImagingCode(root["code"]["coding"].first()["code"].raw()) ||
        (root["imagingStudy"].first().exists() && !root["result"]))
        return Kind::Imaging;
    const bool text = root["presentedForm"].first()["contentType"].raw().starts_with("text/plain");
    return !root["result"].first().exists() && (isNoteCode(code) || text) ? Kind::Note
                                                                          : Kind::Panel;
}

void fillAuthors(Item& item, QString& laboratory, const Parsed& parsed, Reader& reader) {
    for (const std::string_view list : {"performer", "resultsInterpreter"})
        for (const Node performer : parsed.root[list].each()) {
            const Party party = reader.party(performer, parsed);
            if (party.type == "Organization" && laboratory.isEmpty())
                laboratory = party.name;
            else if (!party.name.isEmpty() && !item.authors.contains(party.name))
                item.authors += party.name;
        }
}

void readPanel(Chart& chart, Panel panel, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    fillAuthors(panel, panel.laboratory, parsed, reader);
    panel.conclusion = root["conclusion"].text();
    panel.conclusionCodes = reader.conceptLabels(root["conclusionCode"]);
    panel.attachments = reader.attachments(root["presentedForm"], parsed, "/presentedForm");
    for (const Node result : root["result"].each()) {
        const QString inside = reader.inChart(result);
        panel.missing +=
            inside.isEmpty() ? result["reference"].text() : inside; // sorted out by finishResults()
        if (inside.isEmpty())
            (void)reader.follow(result, parsed);
    }
    chart.results.panels += std::move(panel);
}

void readImaging(Chart& chart, const Item& item, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    ImagingReport report;
    static_cast<Item&>(report) = item;
    fillAuthors(report, report.laboratory, parsed, reader);
    report.title = item.code.label();
    report.conclusion =
        joined({root["conclusion"].text(),
                reader.conceptLabels(root["conclusionCode"]).join(QStringLiteral(", "))},
               u"\n");
    report.html = safeHtml(root["text"]["div"].text());
    report.attachments = reader.attachments(root["presentedForm"], parsed, "/presentedForm");
    for (const Node study : root["imagingStudy"].each())
        if (const QString reference = reader.inChart(study); !reference.isEmpty())
            report.studies += reference;
    chart.imaging.items += std::move(report);
}

void readNote(Chart& chart, const Item& item, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    Note note;
    static_cast<Item&>(note) = item;
    QString organisation;
    fillAuthors(note, organisation, parsed, reader);
    note.custodian = organisation;
    note.title = item.code.label();
    const QList<AttachmentRef> files =
        reader.attachments(root["presentedForm"], parsed, "/presentedForm");
    if (!files.isEmpty())
        note.blob = files.first();
    note.text = root["conclusion"].text();
    note.html = safeHtml(root["text"]["div"].text());
    note.sections = splitNote(note.text);
    note.planSection = findPlan(note.sections);
    chart.notes.items += std::move(note);
}

} // namespace

void readReport(Chart& chart, const Parsed& parsed, Reader& reader) {
    Panel panel;
    reader.fill(panel, parsed);
    panel.date = Reader::dateChoice(parsed.root, "effective");
    panel.recorded = Reader::date(parsed.root["issued"]);
    if (!panel.date.isKnown())
        panel.date = panel.recorded;
    switch (kindOf(parsed.root, panel.code)) {
    case Kind::Panel:
        return readPanel(chart, std::move(panel), parsed, reader);
    case Kind::Imaging:
        return readImaging(chart, panel, parsed, reader);
    case Kind::Note:
        return readNote(chart, panel, parsed, reader);
    }
}

void readImagingStudy(Chart& chart, const Parsed& parsed, Reader& reader) {
    const Node root = parsed.root;
    ImagingReport study;
    reader.fill(study, parsed, "procedureCode");
    study.date = Reader::date(root["started"]);
    QStringList modalities = reader.conceptLabels(root["modality"]);
    QStringList sites;
    for (const Node series : root["series"].each()) {
        ++study.series;
        for (const Node instance : series["instance"].each())
            study.instances += instance.isObject() ? 1 : 0;
        for (const QString& modality : reader.conceptLabels(series["modality"]))
            if (!modalities.contains(modality))
                modalities += modality;
        if (const QString site = reader.conceptOf(series["bodySite"]).label();
            !site.isEmpty() && !sites.contains(site))
            sites += site;
    }
    study.modality = modalities.join(QStringLiteral(", "));
    study.bodySite = sites.join(QStringLiteral(", "));
    const QString description = root["description"].text();
    study.title = !study.code.label().isEmpty() ? study.code.label()
                  : !description.isEmpty()      ? description
                                                : joined({study.modality, study.bodySite}, u", ");
    study.authors =
        reader.namesOf(root["interpreter"], parsed) + reader.namesOf(root["referrer"], parsed);
    study.conclusion = description == study.title ? QString() : description;
    study.html = safeHtml(root["text"]["div"].text());
    chart.imaging.items += std::move(study);
}

void finishImaging(Chart& chart) {
    for (ImagingReport& item : chart.imaging.items)
        if (item.title.isEmpty())
            item.title = say(u"Examen d’imagerie", u"Imaging study");
    sortNewestFirst(chart.imaging.items);
}

} // namespace chevet::record
