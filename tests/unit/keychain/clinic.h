#pragma once
// A small clinic's slot file in a temporary folder, with a KDF cost only tests may use.

#include "crypto/random.h"
#include "fakes.h"
#include "keychain/slot_file.h"

#include <QTemporaryDir>
#include <QtTest>

namespace chevet::test {

constexpr crypto::KdfCost testCost{.passes = 1, .memoryKiB = 8};
inline crypto::KdfLimits testLimits() {
    return {.floor = testCost, .ceiling = {.passes = 4, .memoryKiB = 1024}};
}

inline crypto::Secret secret(const char* text) {
    const QByteArrayView view(text);
    return crypto::Secret::copyOf({reinterpret_cast<const std::uint8_t*>(view.data()),
                                   static_cast<std::size_t>(view.size())});
}

constexpr auto maudePassphrase = "le verger sous la neige";
constexpr auto louisPassphrase = "quatre chaises vertes";

struct Clinic {
    QTemporaryDir folder;
    FailingDisk disk;
    SetClock clock;
    RepeatableRandom random;
    MemoryKeychain keychain;
    crypto::Secret kit = keychain::newKit(random);
    keychain::SlotFile file{{disk, clock, random, testLimits()}, folder.path()};

    [[nodiscard]] QString path(const char* name) const {
        return folder.filePath(QLatin1String(name));
    }
    [[nodiscard]] static QByteArray read(const QString& path) {
        QFile in(path);
        return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
    }
    static void write(const QString& path, const QByteArray& bytes) {
        QFile out(path);
        QVERIFY(out.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QCOMPARE(out.write(bytes), bytes.size());
    }
    [[nodiscard]] keychain::NewVault newVault() {
        const auto root = keychain::ClinicRoot::fromKit(kit);
        keychain::NewVault vault{.clinic = QStringLiteral("GMF du Vieux-Verger"),
                                 .workstation = QStringLiteral("CONSULT-3"),
                                 .identity = keychain::ClinicIdentity::make(*root, random),
                                 .users = {},
                                 .cost = testCost,
                                 .device = keychain::newDeviceSecrets(random)};
        vault.device.epochs.push_back({.number = 1, .key = crypto::EpochKey::random()});
        vault.users.push_back({.name = QStringLiteral("Dre Maude Lachance"),
                               .role = keychain::UserRole::Physician,
                               .administrator = true,
                               .passphrase = secret(maudePassphrase)});
        return vault;
    }
    keychain::OpenedKeys create() {
        auto keys = file.create(newVault());
        if (!keys)
            qFatal("%s", qPrintable(keys.error().toString()));
        return std::move(*keys);
    }
    base::Uuid addLouis(keychain::OpenedKeys& keys) {
        const auto id = file.addUser(keys,
                                     {.name = QStringLiteral("Louis Gagnon"),
                                      .role = keychain::UserRole::Nurse,
                                      .passphrase = secret(louisPassphrase)},
                                     testCost);
        if (!id)
            qFatal("%s", qPrintable(id.error().toString()));
        return *id;
    }
};

template <class T>
const char* outcome(const base::Result<T>& result) {
    return result ? "success" : base::errorName(result.error().code);
}

} // namespace chevet::test

// Compares error codes by name, so that a failure reads well.
#define COMPARE_ERROR(result, expected)                                                            \
    QCOMPARE(chevet::test::outcome(result),                                                        \
             chevet::base::errorName(chevet::base::ErrorCode::expected))
#define VERIFY_RESULT(result) QCOMPARE(chevet::test::outcome(result), "success")
