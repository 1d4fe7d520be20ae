// Shares as files: written whole or not at all, for their owner alone, and read back by anyone.
#include "session/share_files.h"
#include "support/faulty_file_system.h"
#include "support/test_clinic.h"

#include <QTest>

using namespace chevet;
using namespace chevet::tests;
using base::ErrorCode;

class ShareFilesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void threeOfFiveAndBack();
    void halfASetIsTakenBack();
    void anotherClinicsKitIsRefused();
    void aHugeFileIsNoShare();
};

namespace {

struct Clinic : TestClinic {
    crypto::Secret kit{32};
    Clinic() {
        auto made = session::Session::create(environment, vault(), newClinic());
        if (!made)
            qFatal("no clinic");
        kit = std::move(made->recoveryKit);
    }
    [[nodiscard]] session::NewShares wanted() const {
        return {.needed = 3, .total = 5, .folder = folder.filePath(QStringLiteral("a/parts"))};
    }
};

} // namespace

void ShareFilesTest::threeOfFiveAndBack() {
    const Clinic clinic;
    const auto made =
        session::makeShares(clinic.environment, clinic.vault(), clinic.kit, clinic.wanted());
    QVERIFY(made);
    QCOMPARE(made->files.size(), 10);
    for (const QString& file : made->files)
        QCOMPARE(QFileInfo(file).permissions() & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
    QStringList texts = made->files.filter(QStringLiteral(".txt"));
    const auto joined = session::openShares(clinic.environment, texts.sliced(2), clinic.vault());
    QVERIFY(joined);
    QVERIFY(joined->kit.equals(clinic.kit));
    QCOMPARE(joined->set, made->set);
    QCOMPARE(joined->needed, 3);
    // Once more: no file is replaced, and what was there stays.
    QFile first(made->files[0]);
    QVERIFY(first.open(QIODevice::ReadOnly));
    const QByteArray before = first.readAll();
    const auto again =
        session::makeShares(clinic.environment, clinic.vault(), clinic.kit, clinic.wanted());
    QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
    QVERIFY(first.seek(0));
    QCOMPARE(first.readAll(), before);
    // A file in the middle is in the way: those before it are taken back.
    for (const QString& file : texts.first(2))
        QVERIFY(QFile::remove(file) &&
                QFile::remove(QString(file.chopped(3) + QStringLiteral("pdf"))));
    QVERIFY(!session::makeShares(clinic.environment, clinic.vault(), clinic.kit, clinic.wanted()));
    QVERIFY(!QFileInfo::exists(texts[0]) && !QFileInfo::exists(texts[1]));
    QVERIFY(QFileInfo::exists(texts[2]));
}

void ShareFilesTest::halfASetIsTakenBack() {
    const Clinic clinic;
    FaultyFileSystem disk(base::realFileSystem());
    const session::Environment faulty{.disk = disk,
                                      .clock = clinic.environment.clock,
                                      .random = clinic.environment.random,
                                      .kdfLimits = clinic.environment.kdfLimits};
    for (qint64 point = 3; point < 60; point += 7) {
        disk.failAt(point, FaultyFileSystem::Fault::Tear, ErrorCode::DiskFull);
        const auto made = session::makeShares(faulty, clinic.vault(), clinic.kit, clinic.wanted());
        QVERIFY(!made && made.error().code == ErrorCode::DiskFull);
        QVERIFY(QDir(clinic.wanted().folder).entryList(QDir::Files).isEmpty());
    }
}

void ShareFilesTest::anotherClinicsKitIsRefused() {
    const Clinic clinic, other;
    QCOMPARE(session::makeShares(clinic.environment, clinic.vault(), other.kit, clinic.wanted())
                 .error()
                 .code,
             ErrorCode::RecoveryCodeWrong);
    QVERIFY(!QFileInfo::exists(clinic.wanted().folder));
    const auto made =
        session::makeShares(clinic.environment, clinic.vault(), clinic.kit, clinic.wanted());
    QCOMPARE(session::openShares(clinic.environment, made->files.filter(QStringLiteral(".txt")),
                                 other.vault())
                 .error()
                 .code,
             ErrorCode::WrongClinic);
    QCOMPARE(session::openShares(clinic.environment, made->files.filter(QStringLiteral(".txt")),
                                 clinic.folder.filePath(QStringLiteral("nowhere")))
                 .error()
                 .code,
             ErrorCode::SlotsMissing);
}

void ShareFilesTest::aHugeFileIsNoShare() {
    const Clinic clinic;
    const QString huge = clinic.file(QStringLiteral("huge.txt"), QByteArray(100'000, '#'));
    const auto refused = session::openShares(clinic.environment, {huge});
    QCOMPARE(refused.error().code, ErrorCode::NotAShare);
    QCOMPARE(refused.error().where, huge);
}

QTEST_GUILESS_MAIN(ShareFilesTest)
#include "share_files_test.moc"
