#include "ui/pages/chart/documents_page.h"

#include "ui/pages/chart/detail_panel.h"
#include "ui/pages/chart/row_parts.h"
#include "ui/viewmodels/chart_note.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/row_list.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace chevet::pages {

using viewmodels::Attachment;
using viewmodels::DocumentView;
using viewmodels::Sign;
using widgets::Cell;
using widgets::Line;
using widgets::px;
using widgets::Row;
using widgets::Run;
using widgets::Tone;
using widgets::Weight;

namespace {

// The title in runs, the searched words marked.
QList<Run> markedRuns(const QString& title, const QString& words, Weight weight) {
    const qsizetype at = words.isEmpty() ? -1 : title.indexOf(words, 0, Qt::CaseInsensitive);
    if (at < 0)
        return {Run::words(title, 14, Tone::Ink, weight)};
    QList<Run> runs;
    if (at > 0)
        runs << Run::words(title.left(at), 14, Tone::Ink, weight);
    Run hit = Run::words(title.mid(at, words.size()), 14, Tone::Ink, weight);
    hit.marked = true;
    runs << hit;
    if (at + words.size() < title.size())
        runs << Run::words(title.mid(at + words.size()), 14, Tone::Ink, weight);
    return runs;
}

bool found(const DocumentView& item, const QString& words) {
    if (words.isEmpty())
        return true;
    for (const QString& text :
         {item.title, item.subtitle, item.place, item.text, item.html, item.date})
        if (text.contains(words, Qt::CaseInsensitive))
            return true;
    return false;
}

} // namespace

DocumentsPage::DocumentsPage(viewmodels::ChartModel& model, QWidget* parent)
    : SectionPage(model, parent)
    , m_images(new viewmodels::DocumentReader(this))
    , m_search(new widgets::SearchField(false))
    , m_list(new widgets::RowList(tr("Documents, le plus récent en haut"))) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    m_left = makeList();
    row->addWidget(m_left);
    row->addWidget(new widgets::Rule(Qt::Vertical));
    row->addWidget(makeViewer(), 1);
    connect(m_list, &widgets::RowList::selected, this,
            [this](const QVariant& key) { show(key.toString()); });
    connect(m_list, &widgets::RowList::keyPressed, this, [this](int key, auto modifiers) {
        if (key == Qt::Key_N)
            walk(modifiers & Qt::ShiftModifier ? -1 : 1);
    });
    connect(m_images, &viewmodels::DocumentReader::pageReady, this, &DocumentsPage::addPage);
    connect(m_images, &viewmodels::DocumentReader::failed, this, &DocumentsPage::fail);
    connect(m_pages->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_pages->verticalScrollBar()->maximum())
            m_images->more(); // the next pages before they are asked for
    });
    connect(m_search->edit(), &QLineEdit::textChanged, this, [this] {
        fill();
        markPassages();
    });
}

QWidget* DocumentsPage::makeList() {
    auto* left = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(px(18), px(12), px(14), px(10));
    head->addWidget(new widgets::Text(tr("Documents"), {16, Weight::Bold}));
    head->addStretch();
    column->addLayout(head);
    auto* search = new QHBoxLayout;
    search->setContentsMargins(px(14), 0, px(14), px(9));
    m_search->setPlaceholder(tr("Titre, auteur ou texte"));
    m_search->setName(tr("Chercher dans les documents"));
    m_search->setHeight(34);
    search->addWidget(m_search);
    column->addLayout(search);
    m_list->setColumns({{{18}, {0, 1}, {112}}, 11, 18, 14});
    column->addWidget(m_list, 1);
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(34));
    auto* hints = new QHBoxLayout(foot);
    hints->setContentsMargins(px(18), 0, px(14), 0);
    hints->setSpacing(px(16));
    hints->addWidget(
        new widgets::KeyHint({QStringLiteral("↑"), QStringLiteral("↓")}, tr("choisir")));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("N")}, tr("passage suivant")));
    hints->addStretch();
    column->addWidget(foot);
    return left;
}

QWidget* DocumentsPage::makeViewer() {
    auto* viewer = new widgets::Ground(Tone::Bg);
    auto* column = new QVBoxLayout(viewer);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new widgets::Ground(Tone::Surface);
    bar->setRules(Qt::BottomEdge);
    bar->setFixedHeight(px(46));
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(px(14), 0, px(14), 0);
    row->setSpacing(px(8));
    m_title = new widgets::Text({}, {14, Weight::Bold});
    m_title->setElided(true);
    m_date = new widgets::Text({}, {13, Weight::Regular, Tone::Ink2});
    m_kind = new widgets::Text({}, {12, Weight::Medium, Tone::Ink2});
    m_kind->setElided(true);
    m_parts = new widgets::Segmented(tr("Fichiers du document"));
    m_passages = new widgets::Text({}, {12, Weight::Regular, Tone::Ink2});
    m_sign = new widgets::SignatureBadge(widgets::Signature::Pending);
    m_provenance = new widgets::LinkButton(tr("Provenance"));
    row->addWidget(m_title, 3);
    row->addWidget(m_date);
    row->addWidget(m_kind, 1);
    row->addWidget(m_passages);
    row->addWidget(m_sign);
    row->addWidget(m_provenance);
    column->addWidget(bar);
    m_views = new QStackedWidget;
    m_reader = new widgets::SafeReader(tr("Texte du document"));
    m_reader->setInset(px(40), px(26));
    m_views->addWidget(m_reader);
    m_pages = new QScrollArea;
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setWidgetResizable(true);
    m_pages->setAccessibleName(tr("Pages du document"));
    auto* pages = new widgets::Ground(Tone::Bg);
    m_pageColumn = new QVBoxLayout(pages);
    m_pageColumn->setContentsMargins(px(20), px(12), px(20), px(12));
    m_pageColumn->setSpacing(px(12));
    m_pages->setWidget(pages);
    m_views->addWidget(m_pages);
    m_views->addWidget(makeFailure());
    m_detail = new DetailPanel(m_model);
    m_views->addWidget(m_detail);
    column->addWidget(m_views, 1);
    auto* foot = new widgets::Ground(Tone::Surface);
    foot->setRules(Qt::TopEdge);
    foot->setFixedHeight(px(34));
    auto* words = new QHBoxLayout(foot);
    words->setContentsMargins(px(14), 0, px(14), 0);
    words->addWidget(new widgets::Glyph(QStringLiteral("lock"), Tone::Ink2, 14));
    words->addWidget(
        new widgets::Text(tr("Pages peintes par le lecteur isolé, sans réseau, scripts refusés"),
                          {12, Weight::Regular, Tone::Ink2}));
    words->addStretch();
    column->addWidget(foot);
    connect(m_provenance, &QAbstractButton::clicked, this, [this] {
        if (const DocumentView* item = find(m_reference)) {
            m_detail->show(*item);
            m_views->setCurrentIndex(ProvenanceView);
        }
    });
    return viewer;
}

QWidget* DocumentsPage::makeFailure() {
    auto* failure = new widgets::Ground(Tone::Bg);
    auto* column = new QVBoxLayout(failure);
    column->setContentsMargins(px(40), px(28), px(40), px(28));
    auto* card = new widgets::Card(widgets::Card::Look::Sunken);
    auto* inner = new QVBoxLayout(card);
    inner->setContentsMargins(px(14), px(12), px(14), px(12));
    auto* head = new QHBoxLayout;
    head->addWidget(new widgets::Glyph(QStringLiteral("info"), Tone::Ink2, 16));
    head->addWidget(new widgets::Text(tr("Aperçu impossible, fichier intact"), {14, Weight::Semi}),
                    1);
    inner->addLayout(head);
    m_why = new widgets::Text({}, {13, Weight::Regular, Tone::Ink2});
    m_why->setWrapped(true);
    inner->addWidget(m_why);
    auto* row = new QHBoxLayout;
    auto* again = new widgets::Button(tr("Réessayer"));
    again->setSize(widgets::Button::Size::Small);
    row->addWidget(again);
    row->addStretch();
    inner->addLayout(row);
    column->addWidget(card);
    column->addStretch();
    connect(again, &QAbstractButton::clicked, this, [this] { show(m_reference); });
    return failure;
}

void DocumentsPage::setCompact(bool compact) {
    m_left->setFixedWidth(px(compact ? 380 : 424));
}

void DocumentsPage::focusFilter() {
    m_search->edit()->setFocus();
}

QList<QWidget*> DocumentsPage::panels() const {
    return {m_search->edit(), m_list, m_views->currentWidget()};
}

const DocumentView* DocumentsPage::find(const QString& reference) const {
    for (const DocumentView& item : data().documents) {
        if (item.reference == reference)
            return &item;
    }
    return nullptr;
}

bool DocumentsPage::reveal(const QString& reference) {
    if (m_list->select(reference))
        return true;
    m_search->setText({});
    fill();
    return m_list->select(reference);
}

void DocumentsPage::refresh() {
    fill();
}

void DocumentsPage::refreshSigns() {
    const Sign sign = m_model.sign(m_reference);
    m_sign->set(sign == Sign::Verified     ? widgets::Signature::Verified
                : sign == Sign::Invalid    ? widgets::Signature::Invalid
                : sign == Sign::UnknownKey ? widgets::Signature::UnknownKey
                                           : widgets::Signature::Pending,
                viewmodels::signWords(sign));
}

void DocumentsPage::fill() {
    const QString words = m_search->text().trimmed();
    QList<Row> rows;
    QHash<QString, int> years;
    QList<const DocumentView*> kept;
    for (const DocumentView& item : data().documents) {
        if (found(item, words)) {
            kept << &item;
            ++years[item.group];
        }
    }
    QString year = QStringLiteral("?");
    for (const DocumentView* item : kept) {
        if (item->group != year) {
            year = item->group;
            rows << groupRow(year.isEmpty() ? undated() : year, QString::number(years.value(year)),
                             24);
        }
        Row row;
        row.height = 50;
        row.key = item->reference;
        row.copyText = item->copyText;
        row.cells << Cell{{Line{{Run::icon(item->icon, 16, Tone::Ink2)}}}};
        Line title{markedRuns(item->title, words, Weight::Medium), 0};
        if (!item->foreign.isEmpty())
            title.runs << Run::words(QString(QChar(0xA0) + item->foreign), 12, Tone::Ink3);
        row.cells << Cell{{title, Line{{Run::words(item->subtitle, 12, Tone::Ink2)}}}};
        row.cells << Cell{
            {Line{{Run::words(item->date.isEmpty() ? undated() : item->date, 13)}, 6, true},
             Line{{Run::words(item->place, 12, Tone::Ink2)}, 6, true}}};
        rows << row;
    }
    if (data().documents.isEmpty())
        rows << lackRow(data().documentLack, 56);
    else if (kept.isEmpty())
        rows << lackRow({viewmodels::Lack::NoneKnown, tr("Aucun document avec « %1 »").arg(words),
                         tr("%n au dossier", nullptr, static_cast<int>(data().documents.size())),
                         false},
                        56);
    m_search->setNote(words.isEmpty() ? QString()
                                      : viewmodels::plural(tr("%n document(s)", nullptr,
                                                              static_cast<int>(kept.size())),
                                                           static_cast<int>(kept.size())));
    m_list->setRows(rows);
    const bool none = kept.isEmpty();
    for (QWidget* part : QList<QWidget*>{m_sign, m_provenance, m_title, m_date, m_kind})
        part->setVisible(!none);
    if (none) {
        m_reference.clear();
        showText({}, {});
    } else if (!m_list->currentKey().isValid()) {
        m_list->selectFirst();
    }
}

void DocumentsPage::show(const QString& reference) {
    const DocumentView* item = find(reference);
    if (!item)
        return;
    m_reference = reference;
    m_title->setText(item->title);
    m_date->setText(item->date.isEmpty() ? undated() : item->date);
    m_kind->setText(item->kind == item->title ? QString() : item->kind);
    refreshSigns();
    m_model.askProvenance(reference);
    if (item->attachments.isEmpty()) {
        if (item->text.isEmpty() && item->html.isEmpty()) {
            m_detail->show(*item);
            m_views->setCurrentIndex(ProvenanceView);
        } else {
            showText(item->text, item->html);
        }
        return;
    }
    showAttachment(*item, 0);
}

void DocumentsPage::showAttachment(const DocumentView& item, int index) {
    const Attachment& attachment = item.attachments.at(index);
    if (attachment.blobId.isEmpty()) {
        fail(attachment.url.isEmpty() ? tr("Le document reçu ne contient aucun fichier.")
                                      : tr("Le document reçu renvoie à une adresse extérieure, qui "
                                           "n’est jamais suivie : %1")
                                            .arg(attachment.url));
        return;
    }
    m_model.readBlob(m_views, attachment.blobId, [this, item, index](auto bytes) {
        if (item.reference != m_reference)
            return;
        if (bytes)
            takeBytes(item, index, *bytes);
        else
            fail(tr("Le contenu n’a pas pu être lu dans le coffre."));
    });
}

void DocumentsPage::takeBytes(const DocumentView& item, int index, const QByteArray& bytes) {
    const Attachment& attachment = item.attachments.at(index);
    const QString type = attachment.contentType;
    if (type.startsWith(QLatin1String("text/html")) || type.contains(QLatin1String("xhtml"))) {
        showText({}, viewmodels::htmlOf(bytes, attachment.charset));
    } else if (type.startsWith(QLatin1String("text/")) || type.isEmpty()) {
        showText({},
                 viewmodels::wholeHtml(viewmodels::splitText(bytes, attachment.charset, nullptr)));
    } else {
        clearPages();
        m_images->open(bytes,
                       qRound(std::min(px(900), m_views->width() - px(60)) * devicePixelRatioF()));
    }
}

void DocumentsPage::clearPages() {
    while (QLayoutItem* old = m_pageColumn->takeAt(0)) {
        delete old->widget();
        delete old;
    }
}

void DocumentsPage::addPage(int index, const QImage& image) {
    QPixmap page = QPixmap::fromImage(image);
    page.setDevicePixelRatio(devicePixelRatioF());
    auto* label = new QLabel;
    label->setPixmap(page);
    label->setAccessibleName(tr("Page %1").arg(index + 1));
    m_pageColumn->addWidget(label, 0, Qt::AlignHCenter | Qt::AlignTop);
    m_views->setCurrentIndex(PictureView);
}

void DocumentsPage::showText(const QString& text, const QString& html) {
    if (html.isEmpty())
        m_reader->showPlain(text, 14);
    else
        m_reader->showHtml(html, 14);
    m_views->setCurrentIndex(ReaderView);
    markPassages();
}

void DocumentsPage::fail(const QString& why) {
    m_why->setText(why);
    m_views->setCurrentIndex(FailureView);
}

void DocumentsPage::markPassages() {
    m_found = m_reader->markAll(m_search->text().trimmed());
    m_passage = 0;
    m_passages->setText(m_found > 0 ? tr("Passage %1 de %2").arg(1).arg(m_found) : QString());
    if (m_found > 0)
        m_reader->goToMark(0);
}

void DocumentsPage::walk(int by) {
    if (m_found == 0)
        return;
    m_passage = (m_passage + by + m_found) % m_found;
    m_passages->setText(tr("Passage %1 de %2").arg(m_passage + 1).arg(m_found));
    m_reader->goToMark(m_passage);
}

} // namespace chevet::pages
