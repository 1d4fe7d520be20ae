#include "base/sandbox/sandbox.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace chevet::base::sandbox {
namespace {

using Filter = std::unique_ptr<void, decltype(&seccomp_release)>;

// Computing, waiting, and the descriptors already open.
constexpr std::array allowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(lseek),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(getrandom),
    SCMP_SYS(tgkill),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(prlimit64),
    SCMP_SYS(eventfd2), // every thread of Qt's has one
};

// Asked for as a matter of course by libraries that look for fonts, plugins or locales.
constexpr std::array refused{
    SCMP_SYS(open),     SCMP_SYS(openat),     SCMP_SYS(openat2),    SCMP_SYS(creat),
    SCMP_SYS(access),   SCMP_SYS(faccessat),  SCMP_SYS(faccessat2), SCMP_SYS(stat),
    SCMP_SYS(lstat),    SCMP_SYS(newfstatat), SCMP_SYS(statx),      SCMP_SYS(statfs),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd),     SCMP_SYS(ioctl),
    SCMP_SYS(fcntl),    SCMP_SYS(socket),     SCMP_SYS(pipe2),      SCMP_SYS(setpriority),
};

bool allowThreadsAndMemory(scmp_filter_ctx filter) {
    // A thread of our own, but no process; glibc falls back from clone3, whose flags a filter
    // cannot see.
    const int thread = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1,
                                        SCMP_A0(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD));
    const int clone3 = seccomp_rule_add(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0);
    const int map = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1,
                                     SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    const int protect = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1,
                                         SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    const int name = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(prctl), 1,
                                      SCMP_A0(SCMP_CMP_EQ, PR_SET_NAME));
    return thread == 0 && clone3 == 0 && map == 0 && protect == 0 && name == 0;
}

qint64 addressSpaceInUse() {
    std::unique_ptr<FILE, int (*)(FILE*)> file(std::fopen("/proc/self/statm", "r"), &std::fclose);
    long pages = 0;
    if (!file || std::fscanf(file.get(), "%ld", &pages) != 1)
        return 0;
    return pages * sysconf(_SC_PAGESIZE);
}

bool set(__rlimit_resource resource, qint64 value) {
    const rlimit limit{static_cast<rlim_t>(value), static_cast<rlim_t>(value)};
    return setrlimit(resource, &limit) == 0;
}

} // namespace

Result<> limit(const Limits& limits) {
    const bool done =
        set(RLIMIT_CORE, 0) && set(RLIMIT_FSIZE, 0) && set(RLIMIT_CPU, limits.cpuSeconds) &&
        set(RLIMIT_AS, addressSpaceInUse() + limits.memoryBytes) &&
        prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
        prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0) == 0;
    if (!done)
        return fail(ErrorCode::PermissionDenied, QStringLiteral("sandbox::limit"), {}, errno);
    return {};
}

Result<> enter() {
    if (!set(RLIMIT_NOFILE, 64)) // threads have an eventfd each
        return fail(ErrorCode::PermissionDenied, QStringLiteral("sandbox::enter"), {}, errno);
    const Filter filter(seccomp_init(SCMP_ACT_KILL_PROCESS), &seccomp_release);
    bool good = filter != nullptr && allowThreadsAndMemory(filter.get());
    for (int call : allowed)
        good = good && seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) == 0;
    for (int call : refused)
        good = good && seccomp_rule_add(filter.get(), SCMP_ACT_ERRNO(EACCES), call, 0) == 0;
    if (!good || seccomp_load(filter.get()) != 0)
        return fail(ErrorCode::PermissionDenied, QStringLiteral("sandbox::enter"),
                    QStringLiteral("seccomp"), errno);
    return {};
}

} // namespace chevet::base::sandbox
