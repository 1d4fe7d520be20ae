#include "ui/shell/commands.h"

#include <QShortcut>
#include <QWidget>

namespace chevet::shell {

QString keyWords(const QKeySequence& keys) {
    QString words = keys.toString(QKeySequence::PortableText);
    words.replace(QLatin1String("Shift"), Commands::tr("Maj"));
    words.replace(QLatin1String("PgDown"), Commands::tr("Page suiv."));
    words.replace(QLatin1String("PgUp"), Commands::tr("Page préc."));
    words.replace(QLatin1String("Return"), Commands::tr("Entrée"));
    return words;
}

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
