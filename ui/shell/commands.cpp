#include "ui/shell/commands.h"

#include <QShortcut>
#include <QWidget>

namespace chevet::shell {

Commands::Commands(QWidget* window)
    : QObject(window)
    , m_window(window) {}

void Commands::add(Command command) {
    for (const QKeySequence& keys : command.keys) {
        auto* shortcut = new QShortcut(keys, m_window);
        connect(shortcut, &QShortcut::activated, this, [act = command.act] { act(); });
        if (!command.always) {
            shortcut->setEnabled(false);
            m_guarded << shortcut;
        }
    }
    m_commands << std::move(command);
}

void Commands::setOpen(bool open) {
    for (QShortcut* shortcut : m_guarded)
        shortcut->setEnabled(open);
}

void Commands::run(const QString& id) const {
    for (const Command& command : m_commands) {
        if (command.id == id) {
            command.act();
            return;
        }
    }
}

} // namespace chevet::shell
