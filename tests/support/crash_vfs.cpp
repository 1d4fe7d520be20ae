#include "support/crash_vfs.h"

#include <QFile>

#include <new>
#include <sqlite3.h>

namespace chevet::tests {

namespace {

CrashVfs* active = nullptr; // SQLite's callbacks carry no better place

struct CrashFile {
    sqlite3_file base;
    sqlite3_file* real;
    const char* path; // owned by SQLite, lives as long as the file
};

sqlite3_vfs* realVfs() {
    static sqlite3_vfs* const vfs = sqlite3_vfs_find(nullptr);
    return vfs;
}

CrashFile* own(sqlite3_file* file) {
    return reinterpret_cast<CrashFile*>(file);
}
sqlite3_file* real(sqlite3_file* file) {
    return own(file)->real;
}

} // namespace

struct CrashVfsCalls {
    static int close(sqlite3_file* file) {
        const int code = real(file)->pMethods->xClose(real(file));
        sqlite3_free(real(file));
        return code;
    }
    static int read(sqlite3_file* file, void* bytes, int size, sqlite3_int64 at) {
        if (active->m_dead)
            return SQLITE_IOERR_READ;
        return real(file)->pMethods->xRead(real(file), bytes, size, at);
    }
    static void remember(sqlite3_file* file, int size, sqlite3_int64 at) {
        if (own(file)->path == nullptr)
            return;
        CrashVfs::Undo undo{.offset = at, .before = QByteArray(size, '\0'), .size = 0};
        sqlite3_int64 length = 0;
        real(file)->pMethods->xFileSize(real(file), &length);
        undo.size = length;
        (void)real(file)->pMethods->xRead(real(file), undo.before.data(), size, at);
        active->m_unsynced[own(file)->path].push_back(undo);
    }
    static int write(sqlite3_file* file, const void* bytes, int size, sqlite3_int64 at) {
        bool half = false;
        const int code = active->step(half);
        if (code != SQLITE_OK && !half)
            return code;
        remember(file, size, at);
        const int written =
            real(file)->pMethods->xWrite(real(file), bytes, half ? size / 2 : size, at);
        return half ? code : written;
    }
    static int truncate(sqlite3_file* file, sqlite3_int64 size) {
        bool half = false;
        if (const int code = active->step(half); code != SQLITE_OK)
            return code;
        sqlite3_int64 length = 0;
        real(file)->pMethods->xFileSize(real(file), &length);
        if (length > size)
            remember(file, static_cast<int>(length - size), size);
        return real(file)->pMethods->xTruncate(real(file), size);
    }
    static int sync(sqlite3_file* file, int flags) {
        bool half = false;
        if (const int code = active->step(half); code != SQLITE_OK)
            return code;
        if (own(file)->path != nullptr)
            active->m_unsynced.erase(own(file)->path);
        return real(file)->pMethods->xSync(real(file), flags);
    }
    static int size(sqlite3_file* file, sqlite3_int64* size) {
        return real(file)->pMethods->xFileSize(real(file), size);
    }
    static int lock(sqlite3_file* file, int level) {
        return real(file)->pMethods->xLock(real(file), level);
    }
    static int unlock(sqlite3_file* file, int level) {
        return real(file)->pMethods->xUnlock(real(file), level);
    }
    static int reserved(sqlite3_file* file, int* out) {
        return real(file)->pMethods->xCheckReservedLock(real(file), out);
    }
    static int control(sqlite3_file* file, int op, void* argument) {
        return real(file)->pMethods->xFileControl(real(file), op, argument);
    }
    static int sectorSize(sqlite3_file* file) {
        return real(file)->pMethods->xSectorSize(real(file));
    }
    // The real device's promises (powersafe overwrite) are not kept by Tear: claim none.
    static int characteristics(sqlite3_file*) { return 0; }
    static int shmMap(sqlite3_file* file, int page, int size, int extend, void volatile** out) {
        return real(file)->pMethods->xShmMap(real(file), page, size, extend, out);
    }
    static int shmLock(sqlite3_file* file, int offset, int n, int flags) {
        return real(file)->pMethods->xShmLock(real(file), offset, n, flags);
    }
    static void shmBarrier(sqlite3_file* file) { real(file)->pMethods->xShmBarrier(real(file)); }
    static int shmUnmap(sqlite3_file* file, int remove) {
        return real(file)->pMethods->xShmUnmap(real(file), remove);
    }

    static int open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags, int* outFlags);
    static int remove(sqlite3_vfs*, const char* path, int syncFolder) {
        bool half = false;
        if (const int code = active->step(half); code != SQLITE_OK)
            return code;
        active->m_unsynced.erase(path);
        return realVfs()->xDelete(realVfs(), path, syncFolder);
    }
};

namespace {

const sqlite3_io_methods methods = {
    2,
    CrashVfsCalls::close,
    CrashVfsCalls::read,
    CrashVfsCalls::write,
    CrashVfsCalls::truncate,
    CrashVfsCalls::sync,
    CrashVfsCalls::size,
    CrashVfsCalls::lock,
    CrashVfsCalls::unlock,
    CrashVfsCalls::reserved,
    CrashVfsCalls::control,
    CrashVfsCalls::sectorSize,
    CrashVfsCalls::characteristics,
    CrashVfsCalls::shmMap,
    CrashVfsCalls::shmLock,
    CrashVfsCalls::shmBarrier,
    CrashVfsCalls::shmUnmap,
    nullptr,
    nullptr,
};

sqlite3_vfs shim{};

} // namespace

int CrashVfsCalls::open(sqlite3_vfs*, const char* path, sqlite3_file* file, int flags,
                        int* outFlags) {
    CrashFile* const mine = own(file);
    mine->base.pMethods = nullptr;
    if (active->m_dead)
        return SQLITE_CANTOPEN;
    mine->path = path;
    mine->real = static_cast<sqlite3_file*>(sqlite3_malloc(realVfs()->szOsFile));
    if (mine->real == nullptr)
        return SQLITE_NOMEM;
    mine->real->pMethods = nullptr;
    const int code = realVfs()->xOpen(realVfs(), path, mine->real, flags, outFlags);
    if (code != SQLITE_OK) {
        sqlite3_free(mine->real);
        return code;
    }
    mine->base.pMethods = &methods;
    return SQLITE_OK;
}

CrashVfs::CrashVfs() {
    active = this;
    shim = *realVfs();
    shim.zName = name();
    shim.szOsFile = sizeof(CrashFile);
    shim.pNext = nullptr;
    shim.xOpen = CrashVfsCalls::open;
    shim.xDelete = CrashVfsCalls::remove;
    sqlite3_vfs_register(&shim, 0);
}

CrashVfs::~CrashVfs() {
    sqlite3_vfs_unregister(&shim);
    active = nullptr;
}

void CrashVfs::failAt(qint64 point, Fault fault) {
    heal();
    m_failAt = point;
    m_fault = fault;
}

void CrashVfs::heal() {
    m_points = 0;
    m_failAt = -1;
    m_dead = false;
    m_unsynced.clear();
}

int CrashVfs::step(bool& half) {
    if (m_dead)
        return SQLITE_IOERR;
    if (++m_points != m_failAt)
        return SQLITE_OK;
    if (m_fault == Fault::Full)
        return SQLITE_FULL;
    if (m_fault == Fault::Error)
        return SQLITE_IOERR;
    m_dead = true;
    half = m_fault == Fault::Tear;
    if (m_fault == Fault::Power)
        takeBack();
    return SQLITE_IOERR;
}

void CrashVfs::takeBack() {
    for (auto& [path, undos] : m_unsynced) {
        QFile file(QString::fromUtf8(path));
        if (!file.open(QIODevice::ReadWrite))
            continue;
        for (auto undo = undos.rbegin(); undo != undos.rend(); ++undo) {
            file.seek(undo->offset);
            file.write(undo->before);
            file.resize(undo->size);
        }
    }
    m_unsynced.clear();
}

} // namespace chevet::tests
