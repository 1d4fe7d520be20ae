#include "ui/pages/patients/patient_delegate.h"

#include "ui/viewmodels/patient_list.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/icons.h"

#include <QPainter>
#include <QScrollBar>

namespace chevet::pages {

using namespace widgets;
using viewmodels::PatientListModel;
using Entry = PatientListModel::Entry;

PatientColumns PatientColumns::of(int width, int top, int height) {
    PatientColumns columns;
    const int gap = px(14), left = px(20), right = px(18);
    const bool fresh = width >= px(920), contact = width >= px(640);
    int x = width - right;
    const auto take = [&](QRect& column, int size, bool shown) {
        if (!shown)
            return;
        x -= size;
        column = QRect(x, top, size, height);
        x -= gap;
    };
    take(columns.fresh, px(150), fresh);
    take(columns.contact, px(206), contact);
    take(columns.sex, px(40), true);
    take(columns.birth, px(96), true);
    take(columns.nam, px(136), true);
    columns.name = QRect(left, top, std::max(px(60), x - left), height);
    return columns;
}

namespace {

void drawLine(QPainter* painter, const QRect& box, const QString& text, const QFont& font,
              Tone tone, int flags = Qt::AlignVCenter | Qt::AlignLeft) {
    painter->setFont(font);
    painter->setPen(color(tone));
    painter->drawText(box, flags | Qt::TextSingleLine,
                      painter->fontMetrics().elidedText(text, Qt::ElideRight, box.width()));
}

void drawTwoLines(QPainter* painter, const QRect& box, const QString& first,
                  const QString& second) {
    const int middle = box.center().y() + 1;
    if (second.isEmpty()) {
        drawLine(painter, box, first, face(14), Tone::Ink);
        return;
    }
    drawLine(painter, {box.left(), middle - px(18), box.width(), px(20)}, first, face(14),
             Tone::Ink);
    drawLine(painter, {box.left(), middle + px(2), box.width(), px(16)}, second, face(12),
             Tone::Ink2);
}

// Matches: marked ground, bold, 2 px underline.
int drawName(QPainter* painter, const QRect& box, const QString& name, const QString& query) {
    const QFont plain = face(15, Weight::Semi), strong = face(15, Weight::Bold);
    const int line = px(20), top = box.center().y() - line / 2 + 1;
    int x = box.left();
    const auto put = [&](const QString& text, bool marked) {
        const QFont& font = marked ? strong : plain;
        const int width = QFontMetrics(font).horizontalAdvance(text);
        if (marked) {
            painter->fillRect(x, top, width, line, color(Tone::Mark));
            painter->fillRect(x, top + line - px(2), width, px(2), color(Tone::MarkLine));
        }
        painter->setFont(font);
        painter->setPen(color(marked ? Tone::MarkInk : Tone::Ink));
        painter->drawText(QRect(x, top, std::max(0, box.right() - x), line),
                          Qt::AlignVCenter | Qt::TextSingleLine, text);
        x += width;
    };
    painter->save();
    painter->setClipRect(box);
    int from = 0;
    const auto spans = viewmodels::matchSpans(name, query);
    for (const auto& [at, length] : spans) {
        put(name.mid(from, at - from), false);
        put(name.mid(at, length), true);
        from = at + length;
    }
    put(name.mid(from), false);
    painter->restore();
    return x;
}

void drawHeading(QPainter* painter, const QRect& box, const Entry& entry) {
    painter->fillRect(box, color(Tone::Sunken));
    painter->fillRect(box.left(), box.top(), box.width(), 1, color(Tone::Line2));
    const QFont strong = face(13, Weight::Semi);
    QRect room = box.adjusted(px(20), 1, -px(18), 0);
    drawLine(painter, room, entry.heading, strong, Tone::Ink);
    room.setLeft(room.left() + QFontMetrics(strong).horizontalAdvance(entry.heading) + px(8));
    drawLine(painter, room, entry.detail, face(12), Tone::Ink3);
}

void drawPatient(QPainter* painter, const QRect& box, const Entry& entry, const QString& query) {
    const session::PatientRow& row = *entry.patient;
    PatientColumns columns = PatientColumns::of(box.width(), box.top(), box.height());
    const QString name = viewmodels::listName(row.family, row.given);
    const QString chip = PatientDelegate::tr("Homonyme");
    QRect nameBox = columns.name;
    const bool roomy = nameBox.width() > px(190);
    if (row.namesake && roomy)
        nameBox.setWidth(nameBox.width() - chipWidth(chip, QStringLiteral("users")) - px(8));
    const int end = std::min(drawName(painter, nameBox, name, query), nameBox.right());
    if (row.namesake && roomy)
        paintChip(painter, end + px(8), box.center().y() + 1, chip, QStringLiteral("users"),
                  ChipKind::Warn);
    if (row.nam.isEmpty())
        drawLine(painter, columns.nam, PatientDelegate::tr("sans NAM"), face(14), Tone::Ink3);
    else
        drawLine(painter, columns.nam, viewmodels::namWords(row.nam), face(14), Tone::Ink);
    drawTwoLines(painter, columns.birth, row.birthDate,
                 viewmodels::ageWords(row.birthDate, QDate::currentDate()));
    drawLine(painter, columns.sex, viewmodels::sexLetter(row.sex), face(14), Tone::Ink,
             Qt::AlignCenter);
    if (!columns.contact.isNull()) {
        if (entry.when.isEmpty())
            drawTwoLines(painter, columns.contact, row.lastContact.left(10), row.lastContactWords);
        else
            drawTwoLines(painter, columns.contact,
                         PatientDelegate::tr("Rendez-vous à %1").arg(entry.when), entry.detail);
    }
    if (columns.fresh.isNull())
        return;
    const QRectF glyph(columns.fresh.left(), box.center().y() - px(7) + 1, px(14), px(14));
    const bool locked = row.restricted;
    paintIcon(painter, glyph, locked ? QStringLiteral("lock") : QStringLiteral("circle-check"),
              color(locked ? Tone::Warn : Tone::Ok));
    drawLine(painter, columns.fresh.adjusted(px(20), 0, 0, 0),
             locked ? PatientDelegate::tr("Accès restreint") : PatientDelegate::tr("À jour"),
             face(13), Tone::Ink2);
}

} // namespace

QSize PatientDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool heading =
        index.data(PatientListModel::KindRole).toInt() == int(PatientListModel::Kind::Heading);
    return {px(400), px(heading ? 32 : 52)};
}

void PatientDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                            const QModelIndex& index) const {
    const auto* model = static_cast<const PatientListModel*>(index.model());
    const Entry* entry = model->entry(index);
    if (!entry)
        return;
    painter->save();
    const QRect box = option.rect;
    if (entry->kind == PatientListModel::Kind::Heading) {
        drawHeading(painter, box, *entry);
    } else {
        const bool selected = option.state & QStyle::State_Selected;
        const bool over = option.state & QStyle::State_MouseOver;
        painter->fillRect(box, color(selected ? Tone::Sel : over ? Tone::Hover : Tone::Surface));
        painter->fillRect(box.left(), box.top(), box.width(), 1,
                          color(selected ? Tone::Sel : Tone::Line));
        if (selected)
            painter->fillRect(box.left(), box.top(), px(4), box.height(), color(Tone::Accent));
        drawPatient(painter, box, *entry, model->searchText());
    }
    painter->restore();
}

PatientHeader::PatientHeader(QWidget* parent)
    : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void PatientHeader::alignTo(QAbstractItemView* list) {
    m_list = list;
    connect(list->verticalScrollBar(), &QScrollBar::rangeChanged, this,
            qOverload<>(&QWidget::update));
}

QSize PatientHeader::sizeHint() const {
    return {px(400), px(30)};
}

void PatientHeader::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Tone::Sunken));
    painter.fillRect(0, 0, width(), 1, color(Tone::Line2));
    const int room = m_list && m_list->isVisible() ? m_list->viewport()->width() : width();
    const PatientColumns columns = PatientColumns::of(room, 1, height() - 1);
    const QFont title = face(12, Weight::Medium);
    drawLine(&painter, columns.name, tr("Patient"), title, Tone::Ink3);
    drawLine(&painter, columns.nam, tr("NAM"), title, Tone::Ink3);
    drawLine(&painter, columns.birth, tr("Naissance, âge"), title, Tone::Ink3);
    drawLine(&painter, columns.sex, tr("Sexe"), title, Tone::Ink3, Qt::AlignCenter);
    if (!columns.contact.isNull())
        drawLine(&painter, columns.contact, tr("Dernier contact"), title, Tone::Ink3);
    if (!columns.fresh.isNull())
        drawLine(&painter, columns.fresh, tr("Fraîcheur"), title, Tone::Ink3);
}

} // namespace chevet::pages
