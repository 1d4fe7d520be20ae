#include "base/platform/process.h"

#include <cerrno>
#include <sys/prctl.h>
#include <sys/resource.h>

namespace chevet::base {

namespace {

// A field of /proc/self/status that is counted in kB.
qint64 statusBytes(const char* field) {
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray& line : status.readAll().split('\n')) {
        if (!line.startsWith(field))
            continue;
        bool isNumber = false;
        const qint64 kilobytes =
            line.sliced(qstrlen(field)).replace("kB", "").trimmed().toLongLong(&isNumber);
        return isNumber ? kilobytes * 1024 : -1;
    }
    return -1;
}

} // namespace

Result<> hardenProcess() {
    const rlimit none{.rlim_cur = 0, .rlim_max = 0};
    if (::setrlimit(RLIMIT_CORE, &none) != 0)
        return fail(ErrorCode::PermissionDenied, QStringLiteral("RLIMIT_CORE"), {}, errno);
    if (::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0)
        return fail(ErrorCode::PermissionDenied, QStringLiteral("PR_SET_DUMPABLE"), {}, errno);
    return {};
}

qint64 residentBytes() {
    return statusBytes("VmRSS:");
}

qint64 peakResidentBytes() {
    return statusBytes("VmHWM:");
}

} // namespace chevet::base
