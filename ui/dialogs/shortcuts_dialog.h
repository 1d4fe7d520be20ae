#pragma once
// All shortcuts (F1), two columns, one table.

#include <QDialog>
#include <QList>

namespace chevet::dialogs {

class ShortcutsDialog : public QDialog {
    Q_OBJECT
public:
    struct Line {
        QString keys;
        QString words;
    };
    ShortcutsDialog(const QList<Line>& lines, QWidget* parent);
};

} // namespace chevet::dialogs
