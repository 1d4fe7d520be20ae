#pragma once
// The demo clinic: the files of resources/demo, embedded, with their recent dates moved to `today`.
// Pure; any thread. Nobody in them exists, so they may be written to disk in the clear.

#include <QByteArray>
#include <QDate>
#include <QList>
#include <QString>

namespace chevet::session {

struct DemoFile {
    QString name;       // "01-emilie-tremblay.json"; in the order in which they are to be imported
    QByteArray content; // a FHIR R4 transaction Bundle, UTF-8
};

// The files as embedded are those of 2025-10-14. Dates of the two years before it and later ones
// move by the days between that day and `today`; times of day stay, with Québec's offset of the new
// date.
[[nodiscard]] QList<DemoFile> demoFiles(const QDate& today);

// As above for one document; `from` is the document's own today. For the tests.
[[nodiscard]] QByteArray moveRecentDates(const QByteArray& json, const QDate& from,
                                         const QDate& today);

// Who opens the demo vault, and with what: no secret, shown on the unlock screen.
inline constexpr auto demoClinicName = u"GMF du Vieux-Verger";
inline constexpr auto demoWorkstation = u"CONSULT-3";
inline constexpr auto demoUserName = u"Dre Maude Lachance";
inline constexpr auto demoPassphrase = "la lampe veille au chevet";

} // namespace chevet::session
