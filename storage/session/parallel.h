#pragma once
// Two threads over a range: the shape of every short burst of CPU work in session/.

#include "base/result.h"

#include <atomic>
#include <future>
#include <mutex>
#include <optional>
#include <thread>

namespace chevet::session {

// Calls work(i) for every i < count, on this thread and as many more as the machine has cores; the
// first error is returned and the rest is skipped. `work` must be safe to call from several
// threads.
template <class Work>
[[nodiscard]] base::Result<> parallelFor(std::size_t count, Work&& work) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::optional<base::Error> failure;
    const auto loop = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            if (auto result = work(i); !result) {
                const std::scoped_lock lock(mutex);
                failure = failure ? failure : std::optional(result.error());
                next = count;
            }
        }
    };
    const std::size_t helpers =
        std::min<std::size_t>(count / 8, std::max(1U, std::thread::hardware_concurrency()) - 1);
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < helpers; ++i)
            threads.emplace_back(loop);
        loop();
    }
    if (failure)
        return std::unexpected(*failure);
    return {};
}

} // namespace chevet::session
