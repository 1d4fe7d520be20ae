#include "ui/pages/chart/summary_panels.h"

#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/chart_note.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/run_painter.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QPainter>

namespace chevet::pages {

using viewmodels::Sign;
using widgets::color;
using widgets::px;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

NotePanel::NotePanel(viewmodels::ChartModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_header(new widgets::PanelHeader(tr("Dernière consultation")))
    , m_sign(new widgets::SignatureBadge(widgets::Signature::Pending))
    , m_text(new widgets::SafeReader(tr("Dernière consultation, texte"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(new widgets::Rule(Qt::Horizontal));
    m_header->setPressable(true);
    m_header->addTrailing(m_sign);
    column->addWidget(m_header);
    column->addWidget(m_text, 1);
    connect(m_header, &widgets::PanelHeader::pressed, this, [this] {
        const auto& chart = m_model.data();
        Q_EMIT opened(chart.lastNote < 0 ? QString()
                                         : chart.consultations.at(chart.lastNote).reference);
    });
}

QWidget* NotePanel::reader() const {
    return m_text;
}

void NotePanel::setCompact(bool compact) {
    m_compact = compact;
}

void NotePanel::refresh() {
    const auto& chart = m_model.data();
    delete m_tabs;
    m_tabs = nullptr;
    m_sections.clear();
    m_header->setMeta({});
    m_sign->setVisible(chart.lastNote >= 0);
    if (chart.lastNote < 0) {
        const auto& lack = chart.consultationLack;
        const QString title =
            chart.consultations.isEmpty() ? lack.title : tr("Aucune note dans ce dossier");
        m_text->showPlain(lack.words.isEmpty() ? title : QString(title + u", " + lack.words));
        return;
    }
    showNote(chart.consultations.at(chart.lastNote));
    refreshSign();
}

void NotePanel::refreshSign() {
    const auto& chart = m_model.data();
    if (chart.lastNote < 0)
        return;
    const QString reference = chart.consultations.at(chart.lastNote).reference;
    const Sign sign = m_model.sign(reference);
    const QString signer =
        sign == Sign::Verified && !m_compact ? m_model.signer(reference) : QString();
    m_sign->set(sign == Sign::Verified     ? widgets::Signature::Verified
                : sign == Sign::Invalid    ? widgets::Signature::Invalid
                : sign == Sign::UnknownKey ? widgets::Signature::UnknownKey
                                           : widgets::Signature::Pending,
                signer.isEmpty() ? viewmodels::signWords(sign) : signer);
}

// Tabs stand in this order: the plan first, as it is what opens; then the rest; then the whole.
void NotePanel::showNote(const viewmodels::DocumentView& note) {
    m_header->setMeta(note.date.isEmpty() ? undated() : note.date);
    if (note.sections.isEmpty() && !note.textBlob.blobId.isEmpty()) {
        m_text->showPlain({});
        m_model.readBlob(this, note.textBlob.blobId,
                         [this, charset = note.textBlob.charset](auto bytes) {
                             if (bytes)
                                 showBlob(*bytes, charset);
                             else
                                 m_text->showPlain(tr("Le texte de cette note n’a pas pu être lu. "
                                                      "La note elle-même est intacte."));
                         });
        return;
    }
    m_sections = viewmodels::tabSections(note);
    if (m_sections.size() > 1) {
        m_tabs = new widgets::TabStrip(tr("Parties de la note"));
        for (const viewmodels::NoteSection& section : m_sections)
            m_tabs->addTab(section.title);
        connect(m_tabs, &widgets::TabStrip::currentChanged, this, &NotePanel::showSection);
        qobject_cast<QVBoxLayout*>(layout())->insertWidget(2, m_tabs);
        m_tabs->setCurrent(0);
    }
    showSection(0);
}

void NotePanel::showSection(int index) {
    const viewmodels::NoteSection& section = m_sections.at(index);
    const double size = m_compact ? 13 : 14;
    if (section.html.isEmpty())
        m_text->showPlain(section.text, size);
    else
        m_text->showHtml(section.html, size);
}

void NotePanel::showBlob(const QByteArray& bytes, const QString& charset) {
    viewmodels::DocumentView note =
        m_model.data().consultations.at(std::max(0, m_model.data().lastNote));
    note.textBlob = {};
    note.sections = viewmodels::splitText(bytes, charset, &note.opensAt);
    showNote(note);
}

LevelPanel::LevelPanel(QWidget* parent)
    : QWidget(parent)
    , m_write(new widgets::Button(tr("Inscrire"), widgets::Button::Kind::Plain, this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_write->setSize(widgets::Button::Size::Small);
    m_write->hide();
    connect(m_write, &QAbstractButton::clicked, this, &LevelPanel::writeRequested);
}

void LevelPanel::setWritable(const QString& whyNot) {
    m_write->setReason(whyNot);
    m_write->show();
    place();
}

void LevelPanel::resizeEvent(QResizeEvent*) {
    place();
}

void LevelPanel::place() {
    const QSize size = m_write->sizeHint();
    m_write->setGeometry(width() - size.width() - px(12), height() - size.height() - px(10),
                         size.width(), size.height());
}

void LevelPanel::show(const viewmodels::LevelOfCareView& level, const viewmodels::Lacking& lack) {
    m_level = level;
    m_lack = lack;
    setAccessibleName(level.present ? QString(tr("Niveau de soins %1").arg(level.letter) + u", " +
                                              level.words + u", " + level.resuscitation + u", " +
                                              level.discussed)
                                    : tr("Niveau de soins : %1").arg(lack.title));
    setToolTip(accessibleName());
    m_write->setText(level.present ? tr("Réviser") : tr("Inscrire"));
    m_write->setAccessibleName(level.present ? tr("Réviser le niveau de soins")
                                             : tr("Inscrire le niveau de soins"));
    place();
    update();
}

QSize LevelPanel::sizeHint() const {
    return {px(240), px(74)};
}

void LevelPanel::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), color(Tone::Surface));
    painter.fillRect(QRectF(0, 0, width(), 1), color(Tone::Line2));
    const QRectF box(px(12), (height() - px(38)) / 2.0, px(38), px(38));
    const bool known = m_level.present;
    QPen edge(color(known ? Tone::Ink : Tone::Ctl), known ? 2 : 1);
    if (!known) {
        edge.setDashPattern({3, 3});
        widgets::paintHatch(&painter, box, color(Tone::Hatch), px(6));
    }
    painter.setPen(edge);
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), px(4), px(4));
    painter.setFont(widgets::face(20, Weight::Bold));
    painter.setPen(color(known ? Tone::Ink : Tone::Ink2));
    painter.drawText(box, Qt::AlignCenter,
                     known && !m_level.letter.isEmpty() ? m_level.letter : QStringLiteral("?"));
    widgets::Cell cell;
    widgets::Line title{{Run::words(tr("Niveau de soins"), 14, Tone::Ink, Weight::Bold)}};
    if (known && !m_level.resuscitation.isEmpty())
        title.runs << Run::right(Run::chip(m_level.resuscitation));
    cell.lines << title;
    if (known) {
        cell.lines << widgets::Line{{Run::words(m_level.words, 13)}};
        if (!m_level.discussed.isEmpty())
            cell.lines << widgets::Line{{Run::words(m_level.discussed, 12, Tone::Ink3)}};
    } else {
        cell.lines << widgets::Line{{Run::words(m_lack.title, 13, Tone::Ink2)}};
    }
    const int right = m_write->isHidden() ? width() - px(12) : m_write->x() - px(8);
    widgets::paintCell(&painter, QRectF(px(60), 1, right - px(60), height() - 1), cell);
}

} // namespace chevet::pages
