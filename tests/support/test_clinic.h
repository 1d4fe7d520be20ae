#pragma once
// A clinic of the tests: a real vault in a folder of its own, with key derivation cheap enough to
// make hundreds of them. Only this composition may go below the shipped floor.

#include "base/clock.h"
#include "crypto/random.h"
#include "session/session.h"

#include <QDirIterator>
#include <QTemporaryDir>

namespace chevet::tests {

inline crypto::KdfLimits cheapKdf() {
    return {.floor = {.passes = 1, .memoryKiB = 8},
            .ceiling = {.passes = 3, .memoryKiB = 256 * 1024}};
}

class TestClinic {
public:
    explicit TestClinic(base::FileSystem& disk = base::realFileSystem())
        : environment{.disk = disk,
                      .clock = base::systemClock(),
                      .random = crypto::systemRandom(),
                      .kdfLimits = cheapKdf()} {}

    QTemporaryDir folder;
    session::Environment environment;

    [[nodiscard]] QString vault() const { return folder.filePath(QStringLiteral("vault")); }
    [[nodiscard]] static crypto::Secret words(const char* text = "quatre mots sans lien") {
        const QByteArrayView view(text);
        return crypto::Secret::copyOf({reinterpret_cast<const std::uint8_t*>(view.data()),
                                       static_cast<std::size_t>(view.size())});
    }
    [[nodiscard]] static session::NewClinic newClinic() {
        return {.clinic = QStringLiteral("GMF des Essais"),
                .workstation = QStringLiteral("POSTE-1"),
                .firstUser = {.name = QStringLiteral("Dre Maude Lachance"),
                              .role = session::Role::Physician,
                              .administrator = true,
                              .passphrase = words()},
                .cost = {.passes = 1, .memoryKiB = 8}};
    }
    [[nodiscard]] base::Result<std::unique_ptr<session::Session>> create() const {
        auto made = session::Session::create(environment, vault(), newClinic());
        if (!made)
            return std::unexpected(made.error());
        return std::move(made->session);
    }
    [[nodiscard]] base::Result<std::unique_ptr<session::Session>> open() const {
        return session::Session::open(environment, vault(), {}, words());
    }
    // Writes a file to import; returns its path.
    QString file(const QString& name, const QByteArray& bytes) const {
        const QString path = folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile out(path);
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    // Files of the vault in whose bytes `needle` occurs, in any case.
    [[nodiscard]] QStringList filesHolding(const QByteArray& needle) const {
        QStringList found;
        QDirIterator files(vault(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) &&
                file.readAll().toLower().contains(needle.toLower()))
                found += file.fileName();
        }
        return found;
    }
};

} // namespace chevet::tests
