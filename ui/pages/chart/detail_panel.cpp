#include "ui/pages/chart/detail_panel.h"

#include "ui/pages/chart/document_viewer.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/chart_note.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>

namespace chevet::pages {

using viewmodels::Field;
using viewmodels::ProvenanceView;
using viewmodels::Sign;
using viewmodels::VersionView;
using widgets::Cell;
using widgets::Columns;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

const QString versionsKey = QStringLiteral("versions");
const QString differenceKey = QStringLiteral("difference");
const QString sourceKey = QStringLiteral("source");

Run signRun(Sign sign) {
    return Run::words(viewmodels::signWords(sign), 12, widgets::Tone(signTone(sign)));
}

QString valueOf(const QList<Field>& fields, const QString& label) {
    for (const Field& field : fields) {
        if (field.label == label)
            return field.value;
    }
    return {};
}

} // namespace

DetailPanel::DetailPanel(viewmodels::ChartModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_title(new widgets::Text({}, {16, Weight::Bold}))
    , m_subtitle(new widgets::Text({}, {13, Weight::Regular, Tone::Ink2}))
    , m_kind(new widgets::Text(tr("Provenance et signatures"), {12, Weight::Regular, Tone::Ink3}))
    , m_alarm(new widgets::Card(widgets::Card::Look::Alarm))
    , m_alarmTitle(new widgets::Text({}, {16, Weight::Bold, Tone::Crit}))
    , m_alarmText(new widgets::Text({}, {14}))
    , m_bodyColumn(new QVBoxLayout)
    , m_body(new widgets::SafeReader(tr("Texte")))
    , m_facts(new widgets::RowList(tr("Détails"))) {
    auto* sheet = new QVBoxLayout(this);
    sheet->setContentsMargins(0, 0, 0, 0);
    auto* ground = new widgets::Ground(Tone::Surface);
    sheet->addWidget(ground);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new widgets::Ground(Tone::Surface);
    head->setRules(Qt::BottomEdge);
    head->setFixedHeight(px(46));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(16), 0);
    row->setSpacing(px(10));
    m_title->setElided(true);
    row->addWidget(m_title);
    row->addWidget(m_subtitle);
    row->addStretch(1);
    row->addWidget(m_kind);
    column->addWidget(head);
    m_actions = new widgets::Ground(Tone::Surface);
    m_actions->setRules(Qt::BottomEdge, Tone::Line);
    m_actionRow = new QHBoxLayout(m_actions);
    m_actionRow->setContentsMargins(px(16), px(7), px(16), px(8));
    m_actionRow->setSpacing(px(8));
    m_actionRow->addStretch(1);
    m_actions->hide();
    column->addWidget(m_actions);
    auto* alarm = new QVBoxLayout(m_alarm);
    alarm->setContentsMargins(px(20), px(11), px(14), px(12));
    m_alarmText->setWrapped(true);
    alarm->addWidget(m_alarmTitle);
    alarm->addWidget(m_alarmText);
    auto* inset = new QHBoxLayout;
    inset->setContentsMargins(px(16), 0, px(16), 0);
    inset->addWidget(m_alarm);
    column->addLayout(inset);
    m_bodyColumn->addWidget(m_body, 1);
    column->addLayout(m_bodyColumn, 3);
    column->addWidget(m_facts, 2);
    m_facts->setSelectionShown(false);
    connect(m_facts, &widgets::RowList::opened, this, [this](const QVariant& key) {
        if (key.toString() == sourceKey)
            toggleSource();
    });
    connect(&m_model, &viewmodels::ChartModel::provenanceReady, this,
            [this](const QString& reference) {
                if (reference == m_item.reference)
                    fill();
            });
    clear({});
}

void DetailPanel::addAction(widgets::Button* button) {
    button->setSize(widgets::Button::Size::Small);
    m_actionRow->insertWidget(m_actionRow->count() - 1, button);
}

void DetailPanel::showActions(bool any) {
    m_actions->setVisible(any);
}

QWidget* DetailPanel::facts() const {
    return m_facts;
}

QWidget* DetailPanel::reader() const {
    return m_body;
}

void DetailPanel::clear(const QString& words) {
    m_item = {};
    m_title->setText({});
    m_subtitle->setText(words);
    m_kind->hide();
    m_alarm->hide();
    m_body->hide();
    if (m_files)
        m_files->hide();
    m_facts->setRows({});
    delete m_tabs;
    m_tabs = nullptr;
}

void DetailPanel::show(const viewmodels::ItemView& item) {
    viewmodels::DocumentView document;
    static_cast<viewmodels::ItemView&>(document) = item;
    showDocument(document);
}

void DetailPanel::showDocument(const viewmodels::DocumentView& item) {
    m_item = item;
    m_source = false;
    m_kind->show();
    m_title->setText(item.title);
    QStringList line{item.date, item.status};
    line.removeAll(QString());
    if (line.size() > 1 && line.at(1).contains(line.at(0)))
        line.removeFirst();
    m_subtitle->setText(line.join(QStringLiteral(" · ")));
    fillBody(item);
    fillFiles(item);
    fill();
    m_model.askProvenance(item.reference);
}

void DetailPanel::showFacts(const viewmodels::DocumentView& item) {
    show(static_cast<const viewmodels::ItemView&>(item));
    m_body->hide();
}

// Files that no other page shows: of imaging and reports.
void DetailPanel::fillFiles(const viewmodels::DocumentView& item) {
    if (item.attachments.isEmpty()) {
        if (m_files)
            m_files->hide();
        return;
    }
    if (!m_files) {
        m_files = new DocumentViewer(m_model);
        m_bodyColumn->addWidget(m_files, 1);
    }
    m_files->setVisible(true);
    m_files->show(item);
}

void DetailPanel::fillBody(const viewmodels::DocumentView& note) {
    delete m_tabs;
    m_tabs = nullptr;
    m_sections.clear();
    const bool blob = !note.textBlob.blobId.isEmpty() && note.sections.isEmpty();
    const bool content =
        blob || !note.sections.isEmpty() || !note.text.isEmpty() || !note.html.isEmpty();
    m_body->setVisible(content);
    if (!content)
        return;
    if (blob) {
        m_body->showPlain({});
        m_model.readBlob(m_body, note.textBlob.blobId, [this, asked = note](const auto& bytes) {
            if (asked.reference != m_item.reference)
                return;
            if (!bytes) {
                m_body->showPlain(tr("Le texte n’a pas pu être lu. Le document est intact."));
                return;
            }
            viewmodels::DocumentView read = asked;
            read.sections = viewmodels::splitText(*bytes, asked.textBlob.charset, &read.opensAt);
            read.textBlob = {};
            fillBody(read);
        });
        return;
    }
    m_sections = viewmodels::tabSections(note);
    if (m_sections.size() > 1) {
        m_tabs = new widgets::TabStrip(tr("Parties"));
        for (const auto& section : m_sections)
            m_tabs->addTab(section.title);
        connect(m_tabs, &widgets::TabStrip::currentChanged, this, &DetailPanel::showBody);
        m_bodyColumn->insertWidget(0, m_tabs);
        m_tabs->setCurrent(0);
    }
    showBody(0);
}

void DetailPanel::showBody(int index) {
    const auto& section = m_sections.at(index);
    if (section.html.isEmpty())
        m_body->showPlain(section.text, 14);
    else
        m_body->showHtml(section.html, 14);
}

void DetailPanel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!m_item.title.isEmpty())
        fill();
}

void DetailPanel::showAlarm(const ProvenanceView* provenance) {
    const VersionView* refused = nullptr;
    const VersionView* current = nullptr;
    if (provenance) {
        for (const VersionView& version : provenance->versions) {
            if (version.sign == Sign::Invalid && !refused)
                refused = &version;
            if (version.current)
                current = &version;
        }
    }
    m_alarm->setVisible(refused != nullptr);
    if (!refused)
        return;
    m_alarmTitle->setText(tr("Version %1 refusée : signature non valide").arg(refused->number));
    m_alarmText->setText(
        current
            ? tr("Le contenu ne correspond pas à la clé de %1. La version en vigueur reste « %2 » "
                 "(%3).")
                  .arg(refused->author, current->item.title, current->at)
            : tr("Le contenu ne correspond pas à la clé de %1. Rien n’a été remplacé.")
                  .arg(refused->author));
}

Row DetailPanel::fact(const QString& label, const QString& value, const QString& foreign,
                      const QString& other) const {
    const double width = (m_facts->width() - px(118 + 32 + 22)) / (m_two ? 2.0 : 1.0) - px(12);
    Row row;
    row.height = 28;
    row.key = QString(label + u'|' + value);
    row.cells << Cell{{Line{{Run::words(label, 13, Tone::Ink2)}}}};
    QList<Line> lines =
        widgets::wrapped(value.isEmpty() ? tr("non précisé") : value, width,
                         Run::words({}, 13, value.isEmpty() ? Tone::Ink3 : Tone::Ink));
    if (!foreign.isEmpty() && !lines.isEmpty())
        lines.last().runs << Run::words(foreign, 12, Tone::Ink3);
    row.cells << Cell{lines};
    if (m_two)
        row.cells << Cell{
            widgets::wrapped(other.isEmpty() ? tr("non précisé") : other, width,
                             Run::words({}, 13, other == value ? Tone::Ink2 : Tone::Warn))};
    row.accessible = m_two ? tr("%1 : %2, version précédente : %3").arg(label, value, other)
                           : tr("%1 : %2").arg(label, value);
    row.copyText = QString(label + QStringLiteral("\t") + value);
    row.columns = std::make_shared<Columns>(m_two ? Columns{{{118}, {0, 1}, {0, 1}}, 11, 16, 16}
                                                  : Columns{{{118}, {0, 1}}, 11, 16, 16});
    return row;
}

void DetailPanel::addFacts(QList<Row>& rows, const ProvenanceView* provenance) const {
    QList<Field> fields = m_item.fields;
    if (!m_item.date.isEmpty() && valueOf(fields, tr("Début")).isEmpty())
        fields.prepend({tr("Date"), m_item.date, {}});
    QList<Field> before;
    QString beforeTitle;
    if (m_two) {
        before = provenance->versions.at(1).item.fields;
        beforeTitle = provenance->versions.at(1).item.title;
    }
    const QString titleLabel = tr("Intitulé");
    rows << fact(titleLabel, m_item.title, m_item.foreign, beforeTitle);
    for (const Field& field : fields)
        rows << fact(field.label, field.value, field.foreign,
                     m_two ? valueOf(before, field.label) : QString());
    if (!provenance)
        return;
    if (!provenance->failure.isEmpty())
        rows << fact(tr("Provenance"), provenance->failure);
    for (const Field& field : provenance->fields) {
        const VersionView* other = m_two ? &provenance->versions.at(1) : nullptr;
        QString was;
        if (other)
            was = field.label == tr("Signé par")   ? other->author
                  : field.label == tr("Poste")     ? other->device
                  : field.label == tr("Le")        ? other->at
                  : field.label == tr("Empreinte") ? other->hash
                  : field.label == tr("Signature") ? viewmodels::signWords(other->sign)
                                                   : field.value;
        rows << fact(field.label, field.value, {}, was);
    }
}

void DetailPanel::addVersions(QList<Row>& rows, const ProvenanceView& provenance) const {
    const auto columns =
        std::make_shared<Columns>(Columns{{{16}, {0, 1.4}, {136}, {0, 1}, {92}, {90}}, 11, 16, 16});
    for (const VersionView& version : provenance.versions) {
        const bool bad = version.sign == Sign::Invalid;
        Row row;
        row.height = 34;
        row.alarm = bad;
        row.columns = columns;
        row.key = QString(versionsKey + QString::number(version.number));
        Run change = Run::words(version.summary, 13, bad ? Tone::Crit : Tone::Ink,
                                bad ? Weight::Semi : Weight::Medium);
        change.strike = bad;
        Line what;
        if (provenance.versions.size() > 1) // a single one says nothing by « début »
            what.runs << change;
        if (version.current)
            what.runs << Run::chip(tr("en vigueur"), Tone::Accent);
        Line seal{{Run::icon(signGlyph(version.sign), 14, signTone(version.sign)),
                   signRun(version.sign)}};
        row.cells << Cell{{Line{{Run::words(QString::number(version.number), 13, Tone::Ink,
                                            Weight::Semi)}}}}
                  << Cell{{what}} << Cell{{Line{{Run::words(version.at, 13, Tone::Ink2)}}}}
                  << Cell{{Line{{Run::words(
                         bad ? tr("%1, déclaré").arg(version.author) : version.author, 13)}}}}
                  << Cell{{Line{{Run::words(version.device, 12, Tone::Ink2)}}}} << Cell{{seal}};
        rows << row;
    }
}

void DetailPanel::fill() {
    const ProvenanceView* provenance = m_model.provenance(m_item.reference);
    m_two = provenance && provenance->versions.size() > 1;
    showAlarm(provenance);
    QList<Row> rows;
    if (m_two) {
        const auto& now = provenance->versions.at(0);
        const auto& was = provenance->versions.at(1);
        Row title =
            groupRow(tr("Différence"), tr("versions %1 et %2").arg(was.number).arg(now.number));
        title.ground = Tone::Surface;
        rows << title;
        Row head = headerRow(
            {{}, tr("Version %1, en vigueur").arg(now.number), tr("Version %1").arg(was.number)},
            28, Tone::Sunken);
        head.columns = std::make_shared<Columns>(Columns{{{118}, {0, 1}, {0, 1}}, 11, 16, 16});
        rows << head;
    }
    addFacts(rows, provenance);
    if (provenance && !provenance->versions.isEmpty()) {
        Row title = groupRow(tr("Versions"), tr("%n, chaîne complète", nullptr,
                                                static_cast<int>(provenance->versions.size())));
        title.ground = Tone::Surface;
        rows << title;
        addVersions(rows, *provenance);
    }
    if (!m_item.reference.isEmpty()) {
        Row link;
        link.height = 34;
        link.key = sourceKey;
        link.columns = std::make_shared<Columns>(Columns{{{0, 1}}, 0, 16, 16});
        link.cells << Cell{{Line{{Run::icon(QStringLiteral("info"), 14, Tone::Ink2),
                                  Run::linkTo(m_source ? tr("Masquer la source telle que reçue")
                                                       : tr("Voir la source telle que reçue"))}}}};
        rows << link;
    }
    m_facts->setRows(rows);
}

void DetailPanel::toggleSource() {
    m_source = !m_source;
    if (!m_source) {
        viewmodels::DocumentView again;
        static_cast<viewmodels::ItemView&>(again) = m_item;
        fillBody(again);
        fill();
        return;
    }
    fill();
    m_model.readSource(m_body, m_item.reference, [this](auto bytes) {
        m_body->show();
        m_body->showPlain(bytes ? QString::fromUtf8(bytes->left(400000))
                                : tr("La source n’a pas pu être lue."),
                          12);
    });
}

void DetailPanel::goToVersions() {
    m_facts->setFocus();
    m_facts->select(QString(versionsKey + QLatin1Char('1')));
}

void DetailPanel::goToDifference() {
    m_facts->setFocus();
    m_facts->selectFirst();
}

} // namespace chevet::pages
