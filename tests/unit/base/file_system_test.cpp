// The disk as Chevet uses it: what each call promises, on a real folder.
#include "base/file_system.h"

#include <QtTest>

#include <sys/stat.h>

using namespace chevet::base;

class FileSystemTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void aFileIsMadeForItsOwnerOnly();
    void eachModeOpensWhatItSays();
    void readingStopsAtTheEnd();
    void writingBeyondTheEndLeavesZeros();
    void foldersAreMadeWithTheirParents();
    void namesAreListedInOrder();
    void renamingReplaces();
    void removingIsForFiles();
    void aLockIsHeldOnceAndFreedWithItsObject();
    void aLockIsFreeAfterItsProcessDied();
    void aFullDiskSaysSo();
    void errorsNameTheFile_data();
    void errorsNameTheFile();
    void wholeFilesHaveALimit();
    void replacingLeavesTheNewBytesAndNothingBeside();
    void replacingThatFailsLeavesTheOldBytes();

private:
    [[nodiscard]] QString path(const char* name) const {
        return m_folder->filePath(QString::fromUtf8(name));
    }
    [[nodiscard]] QByteArray bytes(const char* name) const {
        return *readWhole(realFileSystem(), path(name), 1 << 20);
    }
    void write(const char* name, QByteArrayView content) const {
        const auto file = realFileSystem().open(path(name), OpenMode::OpenOrCreate);
        if (!file || !(*file)->writeAt(0, content))
            qFatal("cannot write");
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void FileSystemTest::aFileIsMadeForItsOwnerOnly() {
    for (const auto mode : {OpenMode::CreateNew, OpenMode::OpenOrCreate}) {
        const char* name = mode == OpenMode::CreateNew ? "é new" : "or";
        QVERIFY(realFileSystem().open(path(name), mode));
        struct stat info {};
        QCOMPARE(::stat(path(name).toUtf8().constData(), &info), 0);
        QCOMPARE(info.st_mode & 0777U, 0600U);
    }
}

void FileSystemTest::eachModeOpensWhatItSays() {
    FileSystem& disk = realFileSystem();
    for (const auto mode : {OpenMode::Read, OpenMode::ReadWrite})
        QCOMPARE(disk.open(path("a"), mode).error().code, ErrorCode::NotFound);
    QVERIFY(!disk.exists(path("a")));
    write("a", "abc");
    QVERIFY(disk.exists(path("a")));
    QCOMPARE(disk.open(path("a"), OpenMode::CreateNew).error().code, ErrorCode::AlreadyExists);
    QCOMPARE(bytes("a"), QByteArray("abc")); // not cut by the attempt
    const auto reading = disk.open(path("a"), OpenMode::Read);
    QVERIFY(!(*reading)->writeAt(0, "x"));
    QVERIFY(!(*reading)->truncate(0));
    QVERIFY((*disk.open(path("a"), OpenMode::ReadWrite))->writeAt(1, "X"));
    QVERIFY(disk.open(path("a"), OpenMode::OpenOrCreate)); // does not cut either
    QCOMPARE(bytes("a"), QByteArray("aXc"));
}

void FileSystemTest::readingStopsAtTheEnd() {
    write("a", "0123456789");
    const auto file = *realFileSystem().open(path("a"), OpenMode::Read);
    QCOMPARE(*file->size(), 10);
    QCOMPARE(*file->readAt(0, 4), QByteArray("0123"));
    QCOMPARE(*file->readAt(8, 100), QByteArray("89"));
    QCOMPARE(*file->readAt(10, 1), QByteArray());
    QCOMPARE(*file->readAt(1000, 1), QByteArray());
}

void FileSystemTest::writingBeyondTheEndLeavesZeros() {
    const auto file = *realFileSystem().open(path("a"), OpenMode::CreateNew);
    QVERIFY(file->writeAt(4, "end"));
    QVERIFY(file->sync());
    QCOMPARE(bytes("a"), QByteArray("\0\0\0\0end", 7));
    QVERIFY(file->truncate(5));
    QCOMPARE(*file->size(), 5);
    QVERIFY(file->writeAt(5, {}));
    QCOMPARE(*file->size(), 5);
}

void FileSystemTest::foldersAreMadeWithTheirParents() {
    FileSystem& disk = realFileSystem();
    QVERIFY(disk.makeFolder(path("a/b/c")));
    QVERIFY(disk.makeFolder(path("a/b/c"))); // there already: fine
    struct stat info {};
    QCOMPARE(::stat(path("a/b").toUtf8().constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0700U);
    write("a/file", "x");
    QVERIFY(!disk.makeFolder(path("a/file")));
    QVERIFY(!disk.makeFolder(path("a/file/below")));
    QVERIFY(disk.syncFolder(path("a")));
    QCOMPARE(disk.syncFolder(path("none")).error().code, ErrorCode::NotFound);
}

void FileSystemTest::namesAreListedInOrder() {
    FileSystem& disk = realFileSystem();
    for (const char* name : {"b", ".hidden", "a", "10", "2"})
        write(name, "");
    QVERIFY(disk.makeFolder(path("folder")));
    const QStringList names = *disk.list(m_folder->path());
    QCOMPARE(QSet<QString>(names.begin(), names.end()),
             (QSet<QString>{QStringLiteral(".hidden"), QStringLiteral("10"), QStringLiteral("2"),
                            QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("folder")}));
    QVERIFY(names.indexOf(QStringLiteral("a")) < names.indexOf(QStringLiteral("b")));
    QVERIFY(names.indexOf(QStringLiteral("10")) < names.indexOf(QStringLiteral("2")));
    QCOMPARE(disk.list(path("none")).error().code, ErrorCode::NotFound);
}

void FileSystemTest::renamingReplaces() {
    write("new", "new");
    write("old", "old");
    QVERIFY(realFileSystem().rename(path("new"), path("old")));
    QCOMPARE(bytes("old"), QByteArray("new"));
    QVERIFY(!realFileSystem().exists(path("new")));
    QCOMPARE(realFileSystem().rename(path("new"), path("old")).error().code, ErrorCode::NotFound);
    QCOMPARE(bytes("old"), QByteArray("new"));
}

void FileSystemTest::removingIsForFiles() {
    FileSystem& disk = realFileSystem();
    write("a", "x");
    QVERIFY(disk.remove(path("a")));
    QCOMPARE(disk.remove(path("a")).error().code, ErrorCode::NotFound);
    QVERIFY(disk.makeFolder(path("folder")));
    QVERIFY(!disk.remove(path("folder")));
    QVERIFY(disk.exists(path("folder")));
}

void FileSystemTest::aLockIsHeldOnceAndFreedWithItsObject() {
    auto held = realFileSystem().lock(path("lock"));
    QVERIFY(held);
    QCOMPARE(realFileSystem().lock(path("lock")).error().code, ErrorCode::AlreadyOpen);
    QVERIFY(realFileSystem().lock(path("another")));
    held->reset();
    QVERIFY(realFileSystem().lock(path("lock")));
    QCOMPARE(realFileSystem().lock(path("none/lock")).error().code, ErrorCode::NotFound);
}

void FileSystemTest::aLockIsFreeAfterItsProcessDied() {
    QProcess holder;
    holder.start(QStringLiteral("flock"), {QStringLiteral("--exclusive"), path("lock"),
                                           QStringLiteral("sleep"), QStringLiteral("60")});
    QVERIFY(holder.waitForStarted());
    QTRY_COMPARE(realFileSystem().lock(path("lock")).has_value(), false);
    QProcess::execute(QStringLiteral("pkill"), {QStringLiteral("-KILL"), QStringLiteral("-P"),
                                                QString::number(holder.processId())});
    holder.kill();
    holder.waitForFinished();
    QTRY_VERIFY(realFileSystem().lock(path("lock")));
}

void FileSystemTest::aFullDiskSaysSo() {
    const auto full = realFileSystem().open(QStringLiteral("/dev/full"), OpenMode::ReadWrite);
    if (!full)
        QSKIP("/dev/full is not there");
    const auto written = (*full)->writeAt(0, "x");
    QVERIFY(!written);
    QCOMPARE(written.error().code, ErrorCode::DiskFull);
    QCOMPARE(written.error().systemError, ENOSPC);
    QVERIFY(*realFileSystem().freeBytes(m_folder->path()) > 0);
}

void FileSystemTest::errorsNameTheFile_data() {
    QTest::addColumn<Error>("error");
    QTest::addColumn<QString>("text");
    const auto row = [](const char* name, Error error, const char* text) {
        QTest::newRow(name) << std::move(error) << QString::fromUtf8(text);
    };
    row("code alone", {ErrorCode::DiskFull, {}, {}}, "DiskFull");
    row("where", {ErrorCode::NotFound, QStringLiteral("slots"), {}}, "NotFound in slots");
    row("detail", {ErrorCode::Internal, {}, QStringLiteral("why")}, "Internal: why");
    row("all of it", {ErrorCode::IoError, QStringLiteral("f"), QStringLiteral("pread"), 5},
        "IoError in f: pread (errno 5)");
}

void FileSystemTest::errorsNameTheFile() {
    QFETCH(Error, error);
    QTEST(error.toString(), "text");
}

void FileSystemTest::wholeFilesHaveALimit() {
    write("a", "0123456789");
    QCOMPARE(*readWhole(realFileSystem(), path("a"), 10), QByteArray("0123456789"));
    const auto more = readWhole(realFileSystem(), path("a"), 9);
    QCOMPARE(more.error().code, ErrorCode::LimitExceeded);
    QCOMPARE(more.error().where, path("a"));
    QCOMPARE(readWhole(realFileSystem(), path("none"), 9).error().code, ErrorCode::NotFound);
}

void FileSystemTest::replacingLeavesTheNewBytesAndNothingBeside() {
    write("a", "old and longer");
    write("a.new", "what an interrupted try left, longer than the new bytes");
    QVERIFY(replaceFile(realFileSystem(), path("a"), "new"));
    QCOMPARE(bytes("a"), QByteArray("new"));
    QCOMPARE(realFileSystem().list(m_folder->path())->size(), 1);
    QVERIFY(replaceFile(realFileSystem(), path("b"), {}));
    QCOMPARE(bytes("b"), QByteArray());
}

void FileSystemTest::replacingThatFailsLeavesTheOldBytes() {
    write("a", "old");
    QVERIFY(realFileSystem().makeFolder(path("a.new"))); // in the way
    QVERIFY(!replaceFile(realFileSystem(), path("a"), "new"));
    QCOMPARE(bytes("a"), QByteArray("old"));
}

QTEST_GUILESS_MAIN(FileSystemTest)
#include "file_system_test.moc"
