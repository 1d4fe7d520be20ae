#include "ui/viewmodels/chart_parts.h"

#include <QRegularExpression>

namespace chevet::viewmodels::parts {

using words::add;
using words::ChartWords;

namespace {

Attachment attachmentOf(const record::AttachmentRef& ref) {
    return {ref.title, ref.contentType, ref.blobId, ref.url, ref.charset, ref.size, ref.pointer};
}

void flatten(QList<NoteSection>& out, const QList<record::NoteSection>& sections, int depth) {
    for (const record::NoteSection& section : sections) {
        NoteSection item;
        item.title = section.title;
        item.html = section.html;
        item.text = section.text;
        if (item.html.isEmpty() && item.text.isEmpty() && section.sections.isEmpty())
            item.text = section.emptyWords.isEmpty() ? ChartWords::tr("Section sans texte")
                                                     : section.emptyWords;
        out.append(item);
        if (depth < 4)
            flatten(out, section.sections, depth + 1);
    }
}

DocumentView noteOf(const record::Note& note, const Context& context) {
    DocumentView item;
    words::fill(item, note, context);
    if (!note.title.isEmpty())
        item.title = note.title;
    item.icon = QStringLiteral("note");
    item.kind = context.label(note.code);
    item.quiet = note.superseded;
    if (note.superseded)
        item.status = ChartWords::tr("remplacé");
    item.html = note.html;
    item.text = note.text;
    for (qsizetype i = 0; i < note.sections.size(); ++i) {
        if (i == note.planSection)
            item.opensAt = static_cast<int>(item.sections.size());
        flatten(item.sections, {note.sections.at(i)}, 0);
    }
    if (!note.blob.blobId.isEmpty())
        item.textBlob = attachmentOf(note.blob);
    if (item.place.isEmpty())
        item.place = note.custodian;
    item.subtitle = QStringList{item.place, note.custodian}
                        .filter(QRegularExpression(QStringLiteral(".")))
                        .join(QStringLiteral(" · "));
    add(item.fields, ChartWords::tr("Genre"), context.label(note.code), context.foreign(note.code));
    add(item.fields, ChartWords::tr("Organisme"), note.custodian);
    add(item.fields, ChartWords::tr("Remplace"),
        note.replaces.isEmpty() ? QString()
                                : plural(ChartWords::tr("%n document(s)", nullptr,
                                                        static_cast<int>(note.replaces.size())),
                                         static_cast<int>(note.replaces.size())));
    words::addCommon(item.fields, note);
    item.copyText = QStringList{item.title, item.date, item.place}.join(QStringLiteral(", "));
    return item;
}

DocumentView encounterOf(const record::Encounter& visit, const Context& context) {
    DocumentView item;
    words::fill(item, visit, context);
    if (!visit.title.isEmpty())
        item.title = visit.title;
    item.icon = QStringLiteral("users");
    item.kind = ChartWords::tr("Visite");
    QStringList reasons = visit.reasons + visit.diagnoses;
    item.subtitle = reasons.isEmpty() ? visit.serviceProvider : reasons.join(QStringLiteral(", "));
    if (item.place.isEmpty())
        item.place = visit.serviceProvider;
    add(item.fields, ChartWords::tr("Genre"), visit.encounterClass);
    add(item.fields, ChartWords::tr("Début"), visit.date.dayAndTime());
    add(item.fields, ChartWords::tr("Fin"), visit.end.dayAndTime());
    add(item.fields, ChartWords::tr("Raison"), visit.reasons);
    add(item.fields, ChartWords::tr("Diagnostic"), visit.diagnoses);
    add(item.fields, ChartWords::tr("Lieu"), visit.location);
    add(item.fields, ChartWords::tr("Organisme"), visit.serviceProvider);
    words::addCommon(item.fields, visit);
    item.copyText =
        QStringList{item.title, item.date, item.subtitle, item.place}.join(QStringLiteral(", "));
    return item;
}

// A laboratory's report that says more than the results it gathers.
DocumentView reportOf(const record::Panel& panel, const Context& context) {
    DocumentView item;
    words::fill(item, panel, context);
    item.icon = QStringLiteral("flask");
    item.kind = ChartWords::tr("Rapport de laboratoire");
    item.subtitle = item.kind;
    item.text = panel.conclusion;
    if (!panel.laboratory.isEmpty())
        item.place = panel.laboratory;
    for (const record::AttachmentRef& ref : panel.attachments)
        item.attachments.append(attachmentOf(ref));
    add(item.fields, ChartWords::tr("Conclusion"), panel.conclusion);
    add(item.fields, ChartWords::tr("Conclusion codée"), panel.conclusionCodes);
    add(item.fields, ChartWords::tr("Laboratoire"), panel.laboratory);
    const int results = static_cast<int>(panel.results.size() + panel.missing.size());
    add(item.fields, ChartWords::tr("Résultats"),
        results > 0 ? QString::number(results) : QString());
    words::addCommon(item.fields, panel);
    item.copyText = QStringList{item.title, item.date, item.place}.join(QStringLiteral(", "));
    return item;
}

bool saysMore(const record::Panel& panel) {
    return !panel.conclusion.isEmpty() || !panel.conclusionCodes.isEmpty() ||
           !panel.attachments.isEmpty() || panel.results.isEmpty();
}

template <class T>
void newestFirst(QList<T>& items) {
    std::stable_sort(items.begin(), items.end(),
                     [](const T& a, const T& b) { return a.sortKey > b.sortKey; });
}

} // namespace

void buildConsultations(ChartData& view, const record::Chart& chart, const Context& context) {
    view.consultationLack =
        words::lacking(chart.encounters.facts, ChartWords::tr("Aucune consultation"),
                       chart.encounters.items.size());
    if (view.consultationLack.lack == Lack::Unknown &&
        chart.notes.state() == record::SectionState::NoneKnown)
        view.consultationLack =
            words::lacking(chart.notes.facts, ChartWords::tr("Aucune consultation"), 0);
    for (const record::Note& note : chart.notes.items)
        view.consultations.append(noteOf(note, context));
    const QSet<QString> noted = words::visitsWithNotes(chart);
    for (const record::Encounter& visit : chart.encounters.items) {
        view.consultations.append(encounterOf(visit, context));
        view.consultations.last().folded = noted.contains(visit.reference);
    }
    view.visits =
        static_cast<int>(std::count_if(view.consultations.cbegin(), view.consultations.cend(),
                                       [](const DocumentView& item) { return !item.folded; }));
    newestFirst(view.consultations);
    for (qsizetype i = 0; i < view.consultations.size(); ++i) {
        const DocumentView& item = view.consultations.at(i);
        const bool content = !item.text.isEmpty() || !item.html.isEmpty() ||
                             !item.sections.isEmpty() || !item.textBlob.blobId.isEmpty();
        if (content && !item.quiet && !item.refuted) {
            view.lastNote = static_cast<int>(i);
            break;
        }
    }
}

void buildDocuments(ChartData& view, const record::Chart& chart, const Context& context) {
    view.documentLack = words::lacking(chart.documents.facts, ChartWords::tr("Aucun document"),
                                       chart.documents.items.size());
    for (const record::Document& document : chart.documents.items) {
        DocumentView item;
        words::fill(item, document, context);
        if (!document.title.isEmpty())
            item.title = document.title;
        item.icon = document.imaging ? QStringLiteral("image") : QStringLiteral("note");
        item.kind = context.label(document.code);
        item.quiet = document.superseded;
        item.imaging = document.imaging;
        item.html = document.html;
        item.text = document.text;
        for (const record::AttachmentRef& ref : document.attachments)
            item.attachments.append(attachmentOf(ref));
        QStringList line;
        line << item.place;
        if (!item.attachments.isEmpty()) {
            const Attachment& first = item.attachments.first();
            line << words::mimeWords(first.contentType) << words::sizeWords(first.size);
        }
        line.removeAll(QString());
        item.subtitle = line.join(QStringLiteral(", "));
        item.place = document.custodian;
        item.group = item.date.left(4);
        add(item.fields, ChartWords::tr("Genre"), context.label(document.code),
            context.foreign(document.code));
        add(item.fields, ChartWords::tr("Description"), document.description);
        add(item.fields, ChartWords::tr("Organisme"), document.custodian);
        add(item.fields, ChartWords::tr("Confidentialité"), document.confidentiality);
        words::addCommon(item.fields, document);
        item.copyText =
            QStringList{item.title, item.date, item.subtitle}.join(QStringLiteral(", "));
        view.documents.append(item);
    }
    newestFirst(view.documents);
}

void buildImaging(ChartData& view, const record::Chart& chart, const Context& context) {
    view.imagingLack = words::lacking(chart.imaging.facts, ChartWords::tr("Aucune imagerie"),
                                      chart.imaging.items.size());
    for (const record::ImagingReport& report : chart.imaging.items) {
        DocumentView item;
        words::fill(item, report, context);
        if (!report.title.isEmpty())
            item.title = report.title;
        item.icon = QStringLiteral("image");
        item.kind = report.modality;
        QStringList line{report.modality, report.bodySite};
        line.removeAll(QString());
        item.subtitle = line.join(QStringLiteral(", "));
        if (item.subtitle == item.title) // one line says it
            item.subtitle.clear();
        item.html = report.html;
        item.text = report.conclusion;
        if (!report.laboratory.isEmpty())
            item.place = report.laboratory;
        for (const record::AttachmentRef& ref : report.attachments)
            item.attachments.append(attachmentOf(ref));
        add(item.fields, ChartWords::tr("Modalité"), report.modality);
        add(item.fields, ChartWords::tr("Siège"), report.bodySite);
        if (report.series > 0)
            add(item.fields, ChartWords::tr("Séries"), QString::number(report.series));
        if (report.instances > 0)
            add(item.fields, ChartWords::tr("Images"), QString::number(report.instances));
        add(item.fields, ChartWords::tr("Conclusion"), report.conclusion);
        words::addCommon(item.fields, report);
        item.copyText = QStringList{item.title, item.date, item.place}.join(QStringLiteral(", "));
        view.imaging.append(item);
    }
    for (const DocumentView& document : view.documents) {
        if (document.imaging)
            view.imaging.append(document);
    }
    for (const record::Panel& panel : chart.results.panels) {
        if (saysMore(panel))
            view.imaging.append(reportOf(panel, context));
    }
    newestFirst(view.imaging);
}

} // namespace chevet::viewmodels::parts
