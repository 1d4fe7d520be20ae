#include "ui/dialogs/shortcuts_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace chevet::dialogs {

using namespace widgets;

ShortcutsDialog::ShortcutsDialog(const QList<Line>& lines, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(QStringLiteral("Chevet"));
    setModal(true);
    QPalette sheet = palette();
    sheet.setColor(QPalette::Window, color(Tone::Surface));
    setPalette(sheet);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(14));
    column->addWidget(new Text(tr("Raccourcis clavier"), {20, Weight::Bold, Tone::Ink, 28}));
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(14));
    grid->setVerticalSpacing(px(9));
    const int half = int(lines.size() + 1) / 2;
    for (int i = 0; i < lines.size(); ++i) {
        const int row = i % half, at = i / half * 3;
        grid->addWidget(new KeyCap(lines[i].keys), row, at, Qt::AlignRight | Qt::AlignVCenter);
        grid->addWidget(new Text(lines[i].words, {13, Weight::Regular, Tone::Ink}), row, at + 1);
    }
    grid->setColumnMinimumWidth(2, px(20));
    column->addLayout(grid);
    auto* close = new Button(tr("Fermer"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::accept);
    column->addWidget(close, 0, Qt::AlignRight);
    new FocusRing(this);
    close->setFocus();
}

} // namespace chevet::dialogs
