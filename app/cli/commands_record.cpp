// Commands of the file as a professional keeps it: writing, versions, who looked.

#include "app/cli/chart_json.h"
#include "app/cli/opened.h"
#include "session/messages.h"
#include "session/messages_import.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

namespace chevet::cli {

using session::Session;

namespace {

constexpr qint64 longestFile = 256LL << 20;

// RecordCommands::tr(): one context of the translations.
struct RecordCommands {
    Q_DECLARE_TR_FUNCTIONS(RecordCommands)
};

base::Result<QByteArray> readFile(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::fail(base::ErrorCode::NotFound, path);
    if (file.size() > longestFile)
        return base::fail(base::ErrorCode::LimitExceeded, path);
    return file.readAll();
}

int tellRefused(const base::Error& error, const QString& file) {
    using base::ErrorCode;
    if (error.code == ErrorCode::Refused && error.where != u"id")
        tell(RecordCommands::tr("%1 : %2").arg(file, session::refusalWords(error.where)) +
             (error.detail.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.detail)));
    else if (const int exit = tellError(error);
             error.code != ErrorCode::WrongPatient && error.code != ErrorCode::Refused)
        return exit;
    return SomeRefused;
}

int finishWriting(const Options& options, const base::Result<session::Written>& written,
                  const QString& file) {
    if (!written)
        return tellRefused(written.error(), file);
    if (options.json)
        printJson({{QStringLiteral("resource"), written->resource},
                   {QStringLiteral("version"), written->version},
                   {QStringLiteral("entry"), written->entry},
                   {QStringLiteral("unchanged"), written->unchanged}});
    else
        printLine(written->resource);
    tell(written->unchanged
             ? RecordCommands::tr("Déjà au dossier, identique : rien n’a été écrit.")
             : RecordCommands::tr("Signé et enregistré, version %1.").arg(written->version));
    return Done;
}

// Everything but the resource itself.
QJsonObject versionJson(const session::ResourceVersion& version) {
    QJsonArray parents;
    for (const int parent : version.parents)
        parents.append(parent);
    const session::Provenance& from = version.provenance;
    return {{QStringLiteral("version"), version.version},
            {QStringLiteral("current"), version.current},
            {QStringLiteral("deleted"), version.deleted},
            {QStringLiteral("parents"), parents},
            {QStringLiteral("at"), from.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("author"), from.author},
            {QStringLiteral("role"), from.role},
            {QStringLiteral("device"), from.device},
            {QStringLiteral("source"), sourceText(from)},
            {QStringLiteral("entry"), from.entryHash},
            {QStringLiteral("signature"), signatureJson(from)}};
}

QJsonObject eventJson(const session::AccessLine& line, const QString& patient) {
    const session::Provenance& from = line.provenance;
    return {{QStringLiteral("at"), from.at.toString(Qt::ISODateWithMs)},
            {QStringLiteral("who"), from.author},
            {QStringLiteral("role"), from.role},
            {QStringLiteral("device"), from.device},
            {QStringLiteral("what"), line.act},
            {QStringLiteral("patient"), patient},
            {QStringLiteral("why"), line.reason},
            {QStringLiteral("recipient"), line.recipient},
            {QStringLiteral("entry"), from.entryHash},
            {QStringLiteral("signature"), signatureJson(from)}};
}

// Ids as `patients` prints them; a file that is gone is named by its key.
QString patientId(const Session& session, const session::PatientKey& key,
                  QHash<QString, QString>& known) {
    const QString name = key.toString();
    if (!known.contains(name)) {
        const auto row = session.patient(key);
        known.insert(name, row ? row->id : name);
    }
    return known.value(name);
}

int printRegister(Session& session, const Options& options,
                  const std::optional<session::PatientKey>& key) {
    const auto lines = session.accesses(key, std::numeric_limits<int>::max());
    if (!lines)
        return tellError(lines.error());
    const auto report = session.verify(false);
    if (!report)
        return tellError(report.error());
    bool sound = report->ok;
    QHash<QString, QString> ids;
    QJsonArray events;
    for (const session::AccessLine& line : *lines) {
        const QJsonObject event = eventJson(line, patientId(session, line.patient, ids));
        sound = sound && event[u"signature"][u"ok"].toBool();
        events.append(event);
        if (!options.json)
            printLine(QStringList{event[u"at"].toString(), event[u"who"].toString(),
                                  event[u"device"].toString(), line.act,
                                  event[u"patient"].toString(), line.reason}
                          .join(QLatin1Char('\t')));
    }
    if (options.json)
        printJson({{QStringLiteral("chainOk"), sound}, {QStringLiteral("events"), events}});
    tell(sound ? RecordCommands::tr("%1 accès; la chaîne est intacte.").arg(lines->size())
               : RecordCommands::tr("%1 accès; LA CHAÎNE EST ROMPUE : voyez verify.")
                     .arg(lines->size()));
    return sound ? Done : IntegrityAlarm;
}

} // namespace

int Commands::write(const QString& patient, const QString& file) const {
    const auto json = readFile(file);
    if (!json)
        return tellError(json.error());
    return withPatient(*this, patient, [&](Session& session, const session::PatientRow& row) {
        return finishWriting(options, session.write(row.key, *json), file);
    });
}

int Commands::note(const QString& patient, const QString& textFile) const {
    const auto text = readFile(textFile);
    if (!text)
        return tellError(text.error());
    return withPatient(*this, patient, [&](Session& session, const session::PatientRow& row) {
        Session::NewNote note;
        note.sections = record::sectionsOf(record::decodeNoteText(*text, {}));
        return finishWriting(options, session.writeNote(row.key, note), textFile);
    });
}

int Commands::history(const QString& patient, const QString& resource) const {
    return withOwner(*this, patient, [&](Session& session, const Session::Owner& owner) {
        const auto versions = session.history(owner, resource);
        if (!versions)
            return tellError(versions.error());
        bool sound = true;
        QByteArrayList list;
        for (const session::ResourceVersion& version : *versions) {
            const QJsonObject json = versionJson(version);
            sound = sound && json[u"signature"][u"ok"].toBool();
            list.prepend(withRaw(json, "resource", version.json)); // the newest comes first
            if (!options.json)
                printLine(QStringList{QString::number(version.version), json[u"at"].toString(),
                                      json[u"author"].toString(), json[u"device"].toString(),
                                      json[u"source"].toString()}
                              .join(QLatin1Char('\t')));
        }
        if (options.json)
            printLine(QString::fromUtf8("{\"versions\":[" + list.join(',') + "]}"));
        return sound ? int{Done} : int{IntegrityAlarm};
    });
}

int Commands::access(const QString& patient) const {
    if (patient.isEmpty())
        return withSession(
            *this, [&](Session& session) { return printRegister(session, options, std::nullopt); });
    return withPatient(*this, patient, [&](Session& session, const session::PatientRow& row) {
        return printRegister(session, options, row.key);
    });
}

} // namespace chevet::cli
