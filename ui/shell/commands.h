#pragma once
// Commands: everything the window can do, with its keys and its words. The shortcut list (F1) and
// the palette (Ctrl+K) are made from this one table (DESIGN.md §6).

#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <functional>

class QShortcut;
class QWidget;

namespace chevet::shell {

// The keys as the keyboard of the language names them: « Ctrl+Maj+D », « Ctrl+Page suiv. ».
[[nodiscard]] QString keyWords(const QKeySequence& keys);

struct Command {
    QString id;    // stable: "lock", "section.1"
    QString words; // "Verrouiller"
    QList<QKeySequence> keys;
    bool listed = true;  // in the palette
    bool always = false; // also while locked
    std::function<void()> act;
};

class Commands : public QObject {
    Q_OBJECT
public:
    explicit Commands(QWidget* window);
    void add(Command command);
    // While locked only commands marked `always` answer.
    void setOpen(bool open);
    [[nodiscard]] const QList<Command>& all() const noexcept { return m_commands; }
    void run(const QString& id) const;

private:
    QWidget* m_window;
    QList<Command> m_commands;
    QList<QShortcut*> m_guarded;
};

} // namespace chevet::shell
