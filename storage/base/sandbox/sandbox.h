#pragma once
// Shuts the calling process in. Both calls are for good; call them once, before the first
// stranger's byte is read and while the process has one thread.

#include "base/result.h"

namespace chevet::base::sandbox {

struct Limits {
    qint64 memoryBytes = 1LL << 30; // of address space beyond what is mapped at the call
    int cpuSeconds = 120;
};

// Memory, processor time, no file written, no core dump, no debugger, ends with its parent.
[[nodiscard]] Result<> limit(const Limits& limits);

// From now on: no opening of files (EACCES), no sockets, no new processes, no executable memory;
// any other system call outside the list ends the process.
[[nodiscard]] Result<> enter();

} // namespace chevet::base::sandbox
