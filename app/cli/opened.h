#pragma once
// A command that works on an open vault: unlocks it, says what opening found, runs.

#include "app/cli/commands.h"
#include "app/cli/terminal.h"
#include "session/session.h"

#include <QJsonArray>

namespace chevet::cli {

inline constexpr char nobody[] = "-"; // instead of a patient: what belongs to none

[[nodiscard]] QJsonArray alarmsJson(const QList<session::Alarm>& alarms);
void tellAlarms(const QList<session::Alarm>& alarms);

[[nodiscard]] base::Result<std::unique_ptr<session::Session>> openVault(const Commands& commands);

// Opens the vault and runs `body` with it, or says why it cannot be opened.
template <class Body>
int withSession(const Commands& commands, Body&& body) {
    auto opened = openVault(commands);
    return opened ? body(**opened) : tellError(opened.error());
}

// The same with the patient found.
template <class Body>
int withPatient(const Commands& commands, const QString& patient, Body&& body) {
    return withSession(commands, [&](session::Session& session) {
        const auto row = session.findPatient(patient);
        return row ? body(session, *row) : tellError(row.error());
    });
}

// The same for a patient or, with "-", for what belongs to nobody.
template <class Body>
int withOwner(const Commands& commands, const QString& patient, Body&& body) {
    if (patient == QLatin1String(nobody))
        return withSession(commands,
                           [&](session::Session& session) { return body(session, std::nullopt); });
    return withPatient(commands, patient,
                       [&](session::Session& session, const session::PatientRow& row) {
                           return body(session, session::Session::Owner(row.key));
                       });
}

} // namespace chevet::cli
