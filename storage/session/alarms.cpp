#include "session/alarms.h"

#include "session/messages.h"

#include <QCoreApplication>

namespace chevet::session {

namespace {

QString codeOf(log::LogAlarm::Kind kind) {
    using Kind = log::LogAlarm::Kind;
    switch (kind) {
    case Kind::TornTail:
        return QStringLiteral("torn-tail");
    case Kind::LostTail:
        return QStringLiteral("lost-tail");
    case Kind::DamagedRecord:
        return QStringLiteral("damaged-record");
    case Kind::ChainGap:
        return QStringLiteral("chain-gap");
    case Kind::BadEntry:
        return QStringLiteral("bad-entry");
    case Kind::RestoredImage:
        return QStringLiteral("restored-image");
    case Kind::MarksDamaged:
        return QStringLiteral("marks-damaged");
    }
    return QStringLiteral("log");
}

struct Words {
    const char* code;
    const char* what;
};

// The sentences are marked for translation here and looked up in describeAlarm().
constexpr Words words[] = {
    {"torn-tail",
     QT_TRANSLATE_NOOP("Alarms",
                       "Un ajout a été coupé avant d’être confirmé; ses octets sont mis de côté.")},
    {"lost-tail",
     QT_TRANSLATE_NOOP("Alarms",
                       "Le journal contient moins d’ajouts que ce qui avait été confirmé.")},
    {"log-shortened",
     QT_TRANSLATE_NOOP("Alarms",
                       "Le journal a perdu des ajouts que les dossiers contiennent encore. Les "
                       "dossiers sont gardés tels quels : restaurer le journal depuis une copie.")},
    {"damaged-record",
     QT_TRANSLATE_NOOP("Alarms", "Une partie du journal est endommagée; le reste est lisible.")},
    {"chain-gap", QT_TRANSLATE_NOOP("Alarms", "Un ajout manque dans la suite du journal.")},
    {"bad-entry",
     QT_TRANSLATE_NOOP("Alarms", "Un ajout du journal porte une signature qui ne se vérifie pas.")},
    {"restored-image",
     QT_TRANSLATE_NOOP("Alarms", "Ce coffre est une copie plus ancienne de lui-même.")},
    {"marks-damaged", QT_TRANSLATE_NOOP("Alarms", "La marque d’envoi du journal était illisible.")},
    {"slots-damaged",
     QT_TRANSLATE_NOOP("Alarms", "Une des deux copies du fichier des clés était endommagée.")},
    {"database-damaged",
     QT_TRANSLATE_NOOP("Alarms",
                       "La base de données des dossiers était endommagée; elle est mise de côté.")},
    {"database-missing", QT_TRANSLATE_NOOP("Alarms", "La base de données des dossiers manquait.")},
    {"database-empty", QT_TRANSLATE_NOOP("Alarms", "La base de données des dossiers était vide.")},
    {"database-behind",
     QT_TRANSLATE_NOOP("Alarms", "Des ajouts confirmés manquaient dans la base de données.")},
    {"entry-refused",
     QT_TRANSLATE_NOOP("Alarms", "Un ajout du journal ne se vérifie pas et n’est pas montré.")},
    {"log-damaged",
     QT_TRANSLATE_NOOP("Alarms", "Une partie du journal est endommagée; le reste est lisible.")},
    {"root-mismatch",
     QT_TRANSLATE_NOOP("Alarms", "La vue des dossiers ne correspondait pas à sa racine "
                                 "authentifiée : page ancienne ou altérée.")},
    {"root-damaged",
     QT_TRANSLATE_NOOP("Alarms", "Le fichier de la racine authentifiée était endommagé.")},
    {"view-healed",
     QT_TRANSLATE_NOOP("Alarms", "Une donnée de la vue ne correspondait pas au journal signé.")},
    {"blob-damaged", QT_TRANSLATE_NOOP("Alarms", "Un document joint est endommagé.")},
    {"blob-missing", QT_TRANSLATE_NOOP("Alarms", "Un document joint manque.")},
};

} // namespace

Alarm alarmOf(const log::LogAlarm& alarm) {
    using Kind = log::LogAlarm::Kind;
    Alarm out;
    out.code = codeOf(alarm.kind);
    out.where = QStringLiteral("log/%1, %2").arg(alarm.file).arg(alarm.offset);
    out.detail = QLatin1String(base::errorName(alarm.code));
    if (!alarm.setAside.isEmpty())
        out.detail += QLatin1String(", set aside: ") + alarm.setAside;
    // Nothing acknowledged is missing after these two.
    out.healed = alarm.kind == Kind::TornTail || alarm.kind == Kind::MarksDamaged;
    return out;
}

Alarm alarmOf(const vault::ViewAlarm& alarm) {
    return {.code = QLatin1String(alarm.code),
            .where = alarm.where,
            .detail = alarm.detail,
            .healed = alarm.healed};
}

Alarm alarmOf(const keychain::OpenedKeys::Repair& repair) {
    return {.code = QStringLiteral("slots-damaged"),
            .where = repair.file,
            .detail = repair.cause.toString(),
            .healed = repair.healed};
}

Message describeAlarm(const QString& code) {
    for (const Words& entry : words)
        if (code == QLatin1String(entry.code))
            return {QCoreApplication::translate("Alarms", entry.what), {}, {}};
    return {
        QCoreApplication::translate("Alarms", "Une vérification a échoué (%1).").arg(code), {}, {}};
}

} // namespace chevet::session
