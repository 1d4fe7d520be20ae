#include "app/cli/opened.h"

#include "session/messages.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

namespace chevet::cli {

namespace {

// OpenedVault::tr(): one context of the translations.
struct OpenedVault {
    Q_DECLARE_TR_FUNCTIONS(OpenedVault)
};

} // namespace

void tellAlarms(const QList<session::Alarm>& alarms) {
    for (const session::Alarm& alarm : alarms)
        tell(session::describeAlarm(alarm.code).what +
             (alarm.where.isEmpty()
                  ? QString()
                  : QString(QLatin1String(" (") + alarm.where + QLatin1Char(')'))) +
             (alarm.healed ? OpenedVault::tr(" Réparé depuis le journal.") : QString()));
}

QJsonArray alarmsJson(const QList<session::Alarm>& alarms) {
    QJsonArray list;
    for (const session::Alarm& alarm : alarms)
        list.append(QJsonObject{{QStringLiteral("code"), alarm.code},
                                {QStringLiteral("where"), alarm.where},
                                {QStringLiteral("detail"), alarm.detail},
                                {QStringLiteral("healed"), alarm.healed}});
    return list;
}

base::Result<std::unique_ptr<session::Session>> openVault(const Commands& commands) {
    const Options& options = commands.options;
    const auto passphrase =
        readPassphrase(options.passphraseFile, OpenedVault::tr("Phrase de passe : "));
    if (!passphrase)
        return std::unexpected(passphrase.error());
    auto opened =
        session::Session::open(commands.environment, options.vault, options.user, *passphrase);
    if (opened)
        tellAlarms((*opened)->openingAlarms());
    return opened;
}

} // namespace chevet::cli
