#include "session/share_files.h"

#include "export/share_text.h"
#include "keychain/shares.h"
#include "keychain/slot_file.h"

#include <QFileInfo>

namespace chevet::session {

using base::ErrorCode;

namespace {

constexpr qint64 longestFile = 64LL * 1024; // a share has 160 signs

base::Result<keychain::SlotFacts> factsOf(const Environment& environment, const QString& vault) {
    const keychain::SlotFile slots_({.disk = environment.disk,
                                     .clock = environment.clock,
                                     .random = environment.random,
                                     .limits = environment.kdfLimits},
                                    vault);
    return slots_.readFacts();
}

exporting::ShareSheet sheetOf(const keychain::KitShare& share, const QString& clinic,
                              const QDateTime& now, bool english) {
    return {.clinic = clinic,
            .fingerprint = share.clinic(),
            .set = share.set(),
            .number = share.number(),
            .needed = share.needed(),
            .total = share.total(),
            .created = now,
            .code = share.text(),
            .qrPayload = share.qrPayload(),
            .language = english ? exporting::DocumentLanguage::English
                                : exporting::DocumentLanguage::French};
}

// Takes back what it wrote unless it is told to keep it: half a set helps nobody and is a secret.
class WrittenFiles {
public:
    explicit WrittenFiles(base::FileSystem& disk)
        : m_disk(disk) {}
    WrittenFiles(const WrittenFiles&) = delete;
    WrittenFiles& operator=(const WrittenFiles&) = delete;
    ~WrittenFiles() {
        if (!m_kept)
            for (const QString& file : m_files)
                (void)m_disk.remove(file);
    }
    void add(const QString& file) { m_files += file; }
    QStringList keep() {
        m_kept = true;
        return m_files;
    }

private:
    base::FileSystem& m_disk;
    QStringList m_files;
    bool m_kept = false;
};

} // namespace

base::Result<SharesMade> makeShares(const Environment& environment, const QString& vault,
                                    const crypto::Secret& kit, const NewShares& wanted) {
    CHEVET_TRY_ASSIGN(const keychain::SlotFacts facts, factsOf(environment, vault));
    CHEVET_TRY_ASSIGN(const keychain::ClinicRoot root, keychain::ClinicRoot::fromKit(kit));
    if (!facts.clinicIdentity.belongsTo(root))
        return base::fail(ErrorCode::RecoveryCodeWrong);
    CHEVET_TRY_ASSIGN(const auto shares,
                      keychain::splitKit(kit, facts.clinicIdentity.id(), wanted.needed,
                                         wanted.total, environment.random));
    base::FileSystem& disk = environment.disk;
    CHEVET_TRY(disk.makeFolder(wanted.folder));
    WrittenFiles files(disk);
    for (const keychain::KitShare& share : shares) {
        const exporting::ShareSheet sheet =
            sheetOf(share, facts.clinic, environment.clock.now(), wanted.english);
        const QString name = wanted.folder + QStringLiteral("/part-%1").arg(share.number());
        const QString text = name + QLatin1String(".txt"), page = name + QLatin1String(".pdf");
        CHEVET_TRY(exporting::writeShareText(disk, text, sheet));
        files.add(text);
        CHEVET_TRY(exporting::writeShare(disk, page, sheet));
        files.add(page);
    }
    return SharesMade{
        .set = shares.front().set(), .clinic = shares.front().clinic(), .files = files.keep()};
}

base::Result<JoinedShares> openShares(const Environment& environment, const QStringList& files,
                                      const QString& vault) {
    std::optional<keychain::ClinicIdentity> clinic;
    if (!vault.isEmpty()) {
        CHEVET_TRY_ASSIGN(const keychain::SlotFacts facts, factsOf(environment, vault));
        clinic = facts.clinicIdentity;
    }
    std::vector<keychain::NamedShare> shares;
    for (const QString& file : files) {
        auto bytes = base::readWhole(environment.disk, file, longestFile);
        if (!bytes)
            return bytes.error().code == ErrorCode::LimitExceeded
                       ? base::fail(ErrorCode::NotAShare, file)
                       : std::unexpected(bytes.error());
        CHEVET_TRY_ASSIGN(keychain::KitShare share,
                          keychain::parseShare(crypto::Secret::takeFrom(*bytes), file));
        shares.push_back({.name = file, .share = std::move(share)});
    }
    CHEVET_TRY_ASSIGN(
        crypto::Secret kit,
        keychain::joinShares(shares, clinic ? std::optional(clinic->id()) : std::nullopt));
    if (clinic) { // the fingerprint has four bytes; this is the whole comparison
        CHEVET_TRY_ASSIGN(const keychain::ClinicRoot root, keychain::ClinicRoot::fromKit(kit));
        if (!clinic->belongsTo(root))
            return base::fail(ErrorCode::WrongClinic, files.join(QLatin1String(", ")));
    }
    const keychain::KitShare& any = shares.front().share;
    return JoinedShares{.kit = std::move(kit),
                        .set = any.set(),
                        .clinic = any.clinic(),
                        .needed = any.needed(),
                        .total = any.total()};
}

} // namespace chevet::session
