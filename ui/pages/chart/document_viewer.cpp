#include "ui/pages/chart/document_viewer.h"

#include "ui/viewmodels/chart_note.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QLabel>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QToolButton>

namespace chevet::pages {

using viewmodels::Attachment;
using viewmodels::DocumentView;
using widgets::px;
using widgets::Tone;
using widgets::Weight;

DocumentViewer::DocumentViewer(viewmodels::ChartModel& model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_images(new viewmodels::DocumentReader(this))
    , m_views(new QStackedWidget)
    , m_reader(new widgets::SafeReader(tr("Texte du document"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    m_reader->setInset(px(40), px(26));
    m_views->addWidget(m_reader);
    m_views->addWidget(makePages());
    m_views->addWidget(makeFailure());
    column->addWidget(m_views, 1);
    connect(m_images, &viewmodels::DocumentReader::opened, this, [this](int pages) {
        m_pageCount = pages;
        showPageNumber();
    });
    connect(m_images, &viewmodels::DocumentReader::pageReady, this, &DocumentViewer::addPage);
    connect(m_images, &viewmodels::DocumentReader::failed, this, &DocumentViewer::fail);
    connect(m_images, &viewmodels::DocumentReader::textRead, this, [this](const QString& text) {
        if (m_form->current() == 1)
            showText(text.trimmed().isEmpty() ? tr("Ce fichier ne contient pas de texte.") : text,
                     {});
    });
}

QWidget* DocumentViewer::makeBar() {
    m_bar = new widgets::Ground(Tone::Surface);
    m_bar->setRules(Qt::BottomEdge);
    m_bar->setFixedHeight(px(40));
    auto* row = new QHBoxLayout(m_bar);
    row->setContentsMargins(px(14), 0, px(14), 0);
    row->setSpacing(px(10));
    m_pageNumber = new widgets::Text({}, {13, Weight::Medium, Tone::Ink2});
    m_form = new widgets::Segmented(tr("Forme du document"));
    m_form->addSegment(tr("Page"));
    m_form->addSegment(tr("Texte"));
    m_form->setCurrent(0);
    row->addWidget(m_pageNumber);
    row->addStretch(1);
    row->addWidget(m_form);
    m_bar->hide();
    connect(m_form, &widgets::Segmented::currentChanged, this, &DocumentViewer::showForm);
    return m_bar;
}

QWidget* DocumentViewer::makePages() {
    m_pages = new QScrollArea;
    m_pages->setFrameShape(QFrame::NoFrame);
    m_pages->setWidgetResizable(true);
    m_pages->setAccessibleName(tr("Pages du document"));
    auto* pages = new widgets::Ground(Tone::Bg);
    m_pageColumn = new QVBoxLayout(pages);
    m_pageColumn->setContentsMargins(px(20), px(12), px(20), px(12));
    m_pageColumn->setSpacing(px(12));
    m_pages->setWidget(pages);
    connect(m_pages->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value >= m_pages->verticalScrollBar()->maximum())
            m_images->more(); // the next pages before they are asked for
        showPageNumber();
    });
    m_strip = new QScrollArea;
    m_strip->setFrameShape(QFrame::NoFrame);
    m_strip->setWidgetResizable(true);
    m_strip->setFocusPolicy(Qt::NoFocus);
    m_strip->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_strip->setFixedWidth(px(106));
    m_strip->setAccessibleName(tr("Pages en petit"));
    auto* small = new widgets::Ground(Tone::Sunken);
    small->setRules(Qt::RightEdge);
    m_stripColumn = new QVBoxLayout(small);
    m_stripColumn->setContentsMargins(px(10), px(8), px(10), px(8));
    m_stripColumn->setSpacing(px(4));
    m_stripColumn->setAlignment(Qt::AlignTop);
    m_strip->setWidget(small);
    m_strip->hide();
    auto* both = new QWidget;
    auto* row = new QHBoxLayout(both);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_strip);
    row->addWidget(m_pages, 1);
    return both;
}

QWidget* DocumentViewer::makeFailure() {
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
    connect(again, &QAbstractButton::clicked, this, [this] { showPart(m_part); });
    return failure;
}

QWidget* DocumentViewer::focusPart() const {
    return m_views->currentIndex() == PagesView ? m_pages : m_views->currentWidget();
}

void DocumentViewer::clear() {
    m_item = {};
    m_images->close();
    clearPages();
    m_bar->hide();
    showText({}, {});
}

void DocumentViewer::show(const DocumentView& item) {
    clear();
    m_item = item;
    fillParts();
    if (item.attachments.isEmpty())
        showText(item.text, item.html);
    else
        showPart(0);
}

// A document of several files: « 1 PDF », « 2 Image ».
void DocumentViewer::fillParts() {
    delete m_parts;
    m_parts = nullptr;
    if (m_item.attachments.size() < 2)
        return;
    m_parts = new widgets::Segmented(tr("Fichiers du document"));
    for (qsizetype i = 0; i < std::min<qsizetype>(m_item.attachments.size(), 8); ++i)
        m_parts->addSegment(QString(QString::number(i + 1) + QChar(0xA0) +
                                    viewmodels::formatWords(m_item.attachments.at(i).contentType)));
    m_parts->setCurrent(0);
    connect(m_parts, &widgets::Segmented::currentChanged, this, &DocumentViewer::showPart);
    qobject_cast<QHBoxLayout*>(m_bar->layout())->insertWidget(0, m_parts);
}

void DocumentViewer::showPart(int index) {
    m_part = index;
    const Attachment& attachment = m_item.attachments.at(index);
    clearPages();
    m_bar->setVisible(m_parts != nullptr);
    m_form->hide();
    if (attachment.blobId.isEmpty() && !attachment.url.isEmpty()) {
        fail(tr("Le document reçu renvoie à une adresse extérieure, qui "
                "n’est jamais suivie\u00a0: %1")
                 .arg(attachment.url));
        return;
    }
    m_model.readFile(m_views, m_item.reference, attachment,
                     [this, attachment, reference = m_item.reference, index](const auto& bytes) {
                         if (reference != m_item.reference || index != m_part)
                             return;
                         if (bytes)
                             takeBytes(attachment, *bytes);
                         else if (attachment.blobId.isEmpty())
                             fail(tr("Le document reçu ne contient aucun fichier."));
                         else
                             fail(tr("Le contenu n’a pas pu être lu dans le coffre."));
                     });
}

void DocumentViewer::takeBytes(const Attachment& attachment, const QByteArray& bytes) {
    const QString type = attachment.contentType;
    if (type.startsWith(QLatin1String("text/html")) || type.contains(QLatin1String("xhtml"))) {
        showText({}, viewmodels::htmlOf(bytes, attachment.charset));
    } else if (type.startsWith(QLatin1String("text/")) || type.isEmpty()) {
        showText({},
                 viewmodels::wholeHtml(viewmodels::splitText(bytes, attachment.charset, nullptr)));
    } else {
        m_bar->show();
        m_form->setVisible(type == QLatin1String("application/pdf"));
        m_form->setCurrent(0);
        const int room = std::min(px(900), m_views->width() - px(60));
        m_images->open(bytes, qRound(room * devicePixelRatioF()));
    }
}

void DocumentViewer::showForm(int form) {
    if (form == 1)
        m_images->readText();
    else
        m_views->setCurrentIndex(PagesView);
    m_pageNumber->setVisible(form == 0);
}

void DocumentViewer::clearPages() {
    m_pageCount = 0;
    m_pageNumber->setText({});
    m_strip->hide();
    for (QVBoxLayout* column : {m_pageColumn, m_stripColumn}) {
        while (QLayoutItem* old = column->takeAt(0)) {
            delete old->widget();
            delete old;
        }
    }
}

void DocumentViewer::addThumbnail(int index, const QImage& image) {
    auto* small = new QToolButton;
    const QSize size(px(64), px(83));
    QPixmap picture = QPixmap::fromImage(
        image.scaled(size * devicePixelRatioF(), Qt::KeepAspectRatio, Qt::SmoothTransformation));
    picture.setDevicePixelRatio(devicePixelRatioF());
    small->setIcon(picture);
    small->setIconSize(size);
    small->setText(QString::number(index + 1));
    small->setToolButtonStyle(Qt::ToolButtonTextUnderIcon);
    small->setAutoRaise(true);
    small->setFont(widgets::face(12));
    small->setAccessibleName(tr("Aller à la page %1").arg(index + 1));
    connect(small, &QAbstractButton::clicked, this, [this, index] { goToPage(index); });
    m_stripColumn->addWidget(small, 0, Qt::AlignHCenter);
    m_strip->setVisible(m_pageCount > 1);
}

void DocumentViewer::goToPage(int index) {
    if (const QLayoutItem* page = m_pageColumn->itemAt(index))
        m_pages->verticalScrollBar()->setValue(page->geometry().top() - px(12));
}

void DocumentViewer::addPage(int index, const QImage& image) {
    QPixmap page = QPixmap::fromImage(image);
    page.setDevicePixelRatio(devicePixelRatioF());
    auto* label = new QLabel;
    label->setPixmap(page);
    label->setAccessibleName(tr("Page %1").arg(index + 1));
    m_pageColumn->addWidget(label, 0, Qt::AlignHCenter | Qt::AlignTop);
    addThumbnail(index, image);
    if (m_form->current() == 0)
        m_views->setCurrentIndex(PagesView);
}

// The page at the top of what is seen.
void DocumentViewer::showPageNumber() {
    int page = 1;
    const int top = m_pages->verticalScrollBar()->value() + px(60);
    for (int i = 0; i < m_pageColumn->count(); ++i) {
        if (m_pageColumn->itemAt(i)->geometry().top() <= top)
            page = i + 1;
    }
    m_pageNumber->setText(m_pageCount > 0 ? tr("Page %1 de %2").arg(page).arg(m_pageCount)
                                          : QString());
}

void DocumentViewer::showText(const QString& text, const QString& html) {
    if (html.isEmpty())
        m_reader->showPlain(text, 14);
    else
        m_reader->showHtml(html, 14);
    m_views->setCurrentIndex(ReaderView);
    mark();
}

void DocumentViewer::fail(const QString& why) {
    m_why->setText(why);
    m_form->hide();
    m_views->setCurrentIndex(FailureView);
}

void DocumentViewer::setWords(const QString& searched) {
    m_words = searched;
    mark();
}

void DocumentViewer::mark() {
    m_found = m_reader->markAll(m_words);
    if (m_found > 0)
        m_reader->goToMark(0);
    Q_EMIT passagesChanged(m_found);
}

void DocumentViewer::goToPassage(int index) {
    m_reader->goToMark(index);
}

} // namespace chevet::pages
