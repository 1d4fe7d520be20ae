#pragma once
// CrashVfs: a SQLite VFS over the machine's own that counts every write, sync, truncation and
// deletion (points, from 1) and spoils one of them. It is SQLCipher's counterpart of
// FaultyFileSystem. One object at a time; files opened through it must be closed before it goes.

#include <QByteArray>
#include <QtGlobal>

#include <map>
#include <vector>

namespace chevet::tests {

class CrashVfs {
public:
    enum class Fault {
        Full,  // this point reports a full disk; the following ones work
        Error, // the same with an I/O error
        Kill,  // this point and every following operation fails: the process is gone
        Tear,  // Kill, and a write leaves its first half
        Power, // Kill, and whatever was not synced is taken back
    };

    CrashVfs();
    ~CrashVfs();
    CrashVfs(const CrashVfs&) = delete;
    CrashVfs& operator=(const CrashVfs&) = delete;

    [[nodiscard]] static const char* name() { return "chevet-crash"; }
    void failAt(qint64 point, Fault fault);
    void heal(); // everything works again; points() starts over
    [[nodiscard]] qint64 points() const { return m_points; }

private:
    friend struct CrashVfsCalls;
    struct Undo {
        qint64 offset = 0;
        QByteArray before; // what was there
        qint64 size = 0;   // of the file
    };
    // SQLITE_OK to go on; `half`: write the first half only, then fail.
    int step(bool& half);
    void takeBack();

    qint64 m_points = 0, m_failAt = -1;
    Fault m_fault = Fault::Error;
    bool m_dead = false;
    std::map<QByteArray, std::vector<Undo>> m_unsynced; // by path
};

} // namespace chevet::tests
