#include "ui/dialogs/palette_dialog.h"

#include "ui/viewmodels/words.h"
#include "ui/widgets/field.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace chevet::dialogs {

using namespace widgets;

namespace {

constexpr int mostPatients = 8;

// One row: icon, words, detail at the right.
class PaletteDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {px(300), px(36)};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QRect box = option.rect;
        const bool selected = option.state & QStyle::State_Selected;
        painter->fillRect(box, color(selected ? Tone::Sel : Tone::Surface));
        if (selected)
            painter->fillRect(box.left(), box.top(), px(4), box.height(), color(Tone::Accent));
        const int side = px(16);
        paintIcon(painter, QRectF(box.left() + px(16), box.center().y() - side / 2.0, side, side),
                  index.data(Qt::UserRole + 1).toString(), color(Tone::Ink2));
        const QString detail = index.data(Qt::UserRole).toString();
        painter->setFont(face(12));
        const int aside = painter->fontMetrics().horizontalAdvance(detail);
        painter->setPen(color(Tone::Ink3));
        painter->drawText(box.adjusted(0, 0, -px(16), 0), Qt::AlignVCenter | Qt::AlignRight,
                          detail);
        painter->setFont(face(14, selected ? Weight::Semi : Weight::Regular));
        painter->setPen(color(Tone::Ink));
        const QRect room = box.adjusted(px(44), 0, -aside - px(28), 0);
        painter->drawText(room, Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight,
                                                            room.width()));
    }
};

QString plain(const QString& text) {
    QString folded;
    const QString parts = text.normalized(QString::NormalizationForm_D).toLower();
    for (const QChar sign : parts) {
        if (!sign.isMark())
            folded += sign;
    }
    return folded;
}

} // namespace

PaletteDialog::PaletteDialog(viewmodels::AsyncDoor& door, QList<Entry> entries, QWidget* parent)
    : QDialog(parent)
    , m_door(door)
    , m_entries(std::move(entries))
    , m_search(new SearchField(true))
    , m_list(new QListWidget) {
    setWindowTitle(QStringLiteral("Chevet"));
    setModal(true);
    resize(px(620), px(460));
    QPalette sheet = palette();
    sheet.setColor(QPalette::Window, color(Tone::Surface));
    setPalette(sheet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(16), px(16), px(16), px(12));
    column->setSpacing(px(12));
    m_search->setName(tr("Patient, NAM, section ou commande"));
    m_search->setPlaceholder(tr("Patient, NAM, section ou commande"));
    column->addWidget(m_search);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new PaletteDelegate(m_list));
    m_list->setAccessibleName(tr("Réponses"));
    m_list->setFocusPolicy(Qt::NoFocus);
    column->addWidget(m_list, 1);
    m_search->edit()->installEventFilter(this);
    connect(m_search->edit(), &QLineEdit::textChanged, this, &PaletteDialog::ask);
    connect(m_list, &QListWidget::itemClicked, this, &PaletteDialog::choose);
    new FocusRing(this);
    fill({});
    m_search->edit()->setFocus();
}

void PaletteDialog::ask() {
    const QString text = m_search->text().trimmed();
    const quint64 asked = m_latest.next();
    if (text.isEmpty()) {
        fill({});
        return;
    }
    m_door.read(
        this, [text](viewmodels::VaultDoor& open) { return open.search(text, mostPatients, 0); },
        [this, asked](base::Result<session::PatientPage> page) {
            if (m_latest.isCurrent(asked))
                fill(page ? page->rows : QList<session::PatientRow>());
        });
}

void PaletteDialog::fill(const QList<session::PatientRow>& patients) {
    m_list->clear();
    m_acts.clear();
    const auto add = [this](const QString& words, const QString& detail, const char* glyph,
                            std::function<void()> act) {
        auto* item = new QListWidgetItem(words, m_list);
        item->setData(Qt::UserRole, detail);
        item->setData(Qt::UserRole + 1, QString::fromLatin1(glyph));
        item->setData(Qt::AccessibleTextRole, QString(words + QLatin1String(", ") + detail));
        m_acts << std::move(act);
    };
    for (const session::PatientRow& row : patients)
        add(viewmodels::listName(row.family, row.given),
            QString(row.birthDate + QLatin1String("   ") + viewmodels::namWords(row.nam)), "user",
            [this, key = row.key] { Q_EMIT patientChosen(key); });
    const QString sought = plain(m_search->text().trimmed());
    for (const Entry& entry : m_entries) {
        if (sought.isEmpty() || plain(entry.words).contains(sought))
            add(entry.words, entry.detail, "chevron-right", entry.act);
    }
    m_list->setCurrentRow(0);
}

void PaletteDialog::choose() {
    const int row = m_list->currentRow();
    if (row < 0 || row >= m_acts.size())
        return;
    const std::function<void()> act = m_acts[row];
    accept();
    act();
}

bool PaletteDialog::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent*>(event)->key()) {
        case Qt::Key_Down:
        case Qt::Key_Up: {
            const int step = static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down ? 1 : -1;
            m_list->setCurrentRow(std::clamp(m_list->currentRow() + step, 0, m_list->count() - 1));
            return true;
        }
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return QDialog::eventFilter(watched, event);
}

} // namespace chevet::dialogs
