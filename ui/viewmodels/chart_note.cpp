#include "ui/viewmodels/chart_note.h"

#include "record/narrative.h"
#include "ui/viewmodels/chart_words.h"

namespace chevet::viewmodels {

using words::ChartWords;

QString formatWords(const QString& contentType) {
    return words::mimeWords(contentType);
}

QString wholeHtml(const QList<NoteSection>& sections) {
    QString html;
    for (const NoteSection& section : sections) {
        if (!section.title.isEmpty())
            html +=
                QStringLiteral("<h4>") + section.title.toHtmlEscaped() + QStringLiteral("</h4>");
        html += section.html.isEmpty() ? record::plainToHtml(section.text) : section.html;
    }
    return html;
}

QString htmlOf(const QByteArray& bytes, const QString& charset) {
    return record::safeHtml(record::decodeNoteText(bytes, charset));
}

QList<NoteSection> tabSections(const DocumentView& note) {
    QList<NoteSection> tabs;
    if (note.sections.isEmpty()) {
        tabs << NoteSection{ChartWords::tr("Tout"), note.html,
                            note.text.isEmpty() ? ChartWords::tr("Note sans texte") : note.text};
        return tabs;
    }
    const bool plan = note.opensAt >= 0 && note.opensAt < note.sections.size();
    if (plan) {
        tabs << note.sections.at(note.opensAt);
        tabs.first().title = ChartWords::tr("Évaluation et plan");
    }
    constexpr qsizetype most = 4; // of tabs; the whole holds the others
    for (qsizetype i = 0; i < note.sections.size() && tabs.size() < most - 1; ++i) {
        const NoteSection& section = note.sections.at(i);
        if ((plan && i == note.opensAt) || section.title.isEmpty())
            continue;
        if (note.sections.size() <= most && plan)
            tabs << section;
    }
    tabs << NoteSection{ChartWords::tr("Tout"), wholeHtml(note.sections), {}};
    return tabs;
}

QList<NoteSection> splitText(const QByteArray& bytes, const QString& charset, int* opensAt) {
    const QList<record::NoteSection> sections =
        record::splitNote(record::decodeNoteText(bytes, charset));
    if (opensAt)
        *opensAt = record::findPlan(sections);
    QList<NoteSection> split;
    for (const record::NoteSection& section : sections)
        split.append({section.title, section.html, section.text});
    return split;
}

} // namespace chevet::viewmodels
