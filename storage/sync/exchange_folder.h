#pragma once
// ExchangeFolder: the files of EXCHANGE.md. Names, listing and whole files; verifies nothing but
// sizes. Slow media and hostile content are expected. One thread at a time.

#include "base/file_system.h"
#include "log/membership.h"

#include <functional>
#include <vector>

namespace chevet::sync {

// A file of entries, as its name tells.
struct EntryFile {
    std::uint64_t first = 0, last = 0;
    qint64 bytes = 0;
    QString firstHash, lastHash; // 16 hexadecimal digits
    QString path;
};

class ExchangeFolder {
public:
    ExchangeFolder(base::FileSystem& disk, QString folder, const log::ClinicId& clinic);

    // NotFound if the folder itself is not there; makes what belongs in it.
    [[nodiscard]] base::Result<> prepare();
    // Folders of other clinics, and names that are nothing of ours: for the person who looks.
    [[nodiscard]] const QStringList& foreign() const noexcept { return m_foreign; }

    struct StatementFile {
        std::uint64_t number = 0;
        QString hash, path;
    };
    [[nodiscard]] base::Result<std::vector<StatementFile>> statements() const; // by number
    [[nodiscard]] base::Result<QByteArray> read(const QString& path, qint64 limit) const;
    [[nodiscard]] base::Result<> writeStatement(std::uint64_t number, const log::Hash& hash,
                                                QByteArrayView bytes);

    [[nodiscard]] base::Result<std::vector<base::Uuid>> streams() const;
    // Whole files only, by their first number; cut ones are named by `cut`.
    [[nodiscard]] base::Result<std::vector<EntryFile>>
    entryFiles(const base::Uuid& stream, const std::function<void(const QString&)>& cut = {}) const;
    struct Span {
        std::uint64_t first = 0, last = 0;
        log::Hash firstHash{}, lastHash{};
    };
    [[nodiscard]] base::Result<> writeEntries(const base::Uuid& stream, const Span& span,
                                              QByteArrayView records);

    [[nodiscard]] bool hasBlob(const base::Uuid& id, qint64 bytes) const;
    [[nodiscard]] QString blobPath(const base::Uuid& id) const;
    // Copies through a temporary name; both sides may be slow.
    [[nodiscard]] static base::Result<> copyFile(base::FileSystem& disk, const QString& from,
                                                 const QString& to);

private:
    [[nodiscard]] QString path(const char* part) const;

    base::FileSystem& m_disk;
    QString m_parent, m_folder;
    QStringList m_foreign;
};

// Requests to join lie beside the clinics' folders: who asks knows no clinic yet.
[[nodiscard]] base::Result<> postRequest(base::FileSystem& disk, const QString& folder,
                                         const log::PostedRequest& request);
// NotFound if no request lies there under this code; else log::openPosted()'s errors.
[[nodiscard]] base::Result<log::JoinRequest>
findRequest(base::FileSystem& disk, const QString& folder, const QString& code);
// The membership chain of every clinic that has a folder there and whose chain holds.
[[nodiscard]] base::Result<std::vector<log::Membership>> clinicsIn(base::FileSystem& disk,
                                                                   const QString& folder);

} // namespace chevet::sync
