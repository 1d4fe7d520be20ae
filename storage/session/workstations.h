#pragma once
// Plain values about the clinic's workstations and what travels between them. No behaviour.

#include "session/types.h"

namespace chevet::session {

struct Workstation {
    base::Uuid id;
    QString label{};
    bool revoked = false;
    bool here = false;    // this one
    quint64 head = 0;     // number of its last entry that is here, of its latest stream
    QDateTime lastSeen{}; // when it says that entry was made (I10: as it believed); invalid: never
};

struct Admitted {
    base::Uuid device;
    QString label;
    QString professional;
    QString clinicCode; // to be typed at the newcomer
};

struct ExchangeOutcome {
    qint64 sent = 0, received = 0; // entries
    qint64 attachmentsSent = 0, attachmentsReceived = 0;
    qint64 merged = 0; // resources whose versions agreed and were joined
    struct Quarantined {
        QString stream, why, file; // `why`: stable word
        quint64 seq = 0;
        bool alarm = false; // somebody tampered, or a medium is failing
    };
    QList<Quarantined> quarantined{};
    QStringList waiting{};    // streams that wait for entries that were not there
    QStringList incomplete{}; // files that were not copied whole
    QStringList foreign{};    // what lay there and is not this clinic's
    bool copied = false;      // two entries with one number: a copied machine; both were kept
    bool restored = false;    // this vault was an older copy of itself and is up to date again
    bool forked = false;      // of the membership chain: nobody is admitted until it is resolved
    bool evicted = false;     // this very workstation was revoked
};

struct ExchangeSteps {
    qint64 entries = 0, bytes = 0;
    bool sending = false;
};

struct ClinicState {
    crypto::Hash root; // equal: the same clinic, whatever the workstation
    QList<QPair<QString, quint64>> heads;
    qint64 patients = 0, resources = 0;
};

struct ConflictLeaf {
    int version = 1;
    bool current = false; // what lists show meanwhile
    bool deleted = false;
    Provenance provenance;
    QByteArray json;
};
struct Conflict {
    std::optional<PatientKey> patient; // none: shared
    QString resource;                  // Type/id
    QList<ConflictLeaf> leaves;        // the one shown meanwhile first
};

} // namespace chevet::session
