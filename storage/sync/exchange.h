#pragma once
// Exchange: what this workstation has goes into a folder, what others left there comes in. Nothing
// in the folder is trusted; what is refused is named, set aside and never deleted (I5, I6).

#include "log/blob_store.h"
#include "log/log.h"
#include "sync/exchange_folder.h"
#include "vault/vault.h"

namespace chevet::sync {

struct Refused {
    QString stream; // its id, or "membership"
    const char* why =
        "";         // "revoked", "damaged", "forged", "unknown-workstation", "wrong-clinic", "gap"
    QString file{}; // in the folder
    std::uint64_t seq = 0;
    [[nodiscard]] bool isAlarm() const; // somebody tampered, or a medium is failing
};

struct ExchangeReport {
    qint64 sent = 0, received = 0;           // entries
    qint64 blobsSent = 0, blobsReceived = 0; // attachments
    qint64 statements = 0;                   // of the membership chain, that came in
    QList<Refused> refused;
    std::vector<base::Uuid> doubled; // streams in which two entries have one number
    bool ownCameBack = false;        // this log was an older copy of itself
    QStringList foreign;             // what lies in the folder and is not this clinic's
    QStringList cut;                 // files that were not copied whole
};

struct ExchangeProgress {
    qint64 entries = 0, bytes = 0; // done
    bool sending = false;
};

class Exchange {
public:
    struct Parts {
        base::FileSystem& disk;
        log::Log& log;
        log::Membership& membership;
        log::BlobStore& blobs;
        QString blobFolder;
        QString quarantine; // folder for what is refused
    };
    // Called between files; false ends with Cancelled: whole files are in or out.
    using Proceed = std::function<bool(const ExchangeProgress&)>;

    Exchange(const Parts& parts, ExchangeFolder& folder, Proceed proceed);

    // Statements first: they say whose entries count. True if any was new. The caller has the chain
    // alone meanwhile, stores it, and opens the new keys.
    [[nodiscard]] base::Result<bool> takeMembership();
    // Then entries, durable on return: the caller applies them.
    [[nodiscard]] base::Result<> takeEntries();
    // Attachments that the view knows and this workstation lacks, each verified with its key.
    struct WantedBlob {
        log::BlobRef ref;
        std::function<base::Result<crypto::Secret>()> parent;
    };
    [[nodiscard]] base::Result<> takeBlob(const WantedBlob& wanted);
    // What the folder lacks.
    [[nodiscard]] base::Result<> send();

    [[nodiscard]] const ExchangeReport& report() const noexcept { return m_report; }

private:
    [[nodiscard]] base::Result<> takeFile(const base::Uuid& stream, const EntryFile& file);
    [[nodiscard]] base::Result<bool> takeRecord(const base::Uuid& stream, const EntryFile& file,
                                                QByteArrayView entry);
    [[nodiscard]] base::Result<bool> isKnown(const base::Uuid& stream, const EntryFile& file);
    [[nodiscard]] base::Result<> setAside(const QString& name, QByteArrayView bytes);
    void refuse(const QString& stream, const char* why, const QString& file, std::uint64_t seq = 0);
    [[nodiscard]] base::Result<> sendMembership();
    [[nodiscard]] base::Result<> sendBlobs();
    [[nodiscard]] base::Result<> sendChain(const base::Uuid& chain, const log::Head& head);
    [[nodiscard]] base::Result<> step(qint64 entries, qint64 bytes, bool sending);

    Parts m_parts;
    ExchangeFolder& m_folder;
    Proceed m_proceed;
    ExchangeProgress m_progress;
    ExchangeReport m_report;
};

} // namespace chevet::sync
