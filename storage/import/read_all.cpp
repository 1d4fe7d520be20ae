// Importer::readAll: several sources parsed at once, handed over in order.

#include "import/importer.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

namespace chevet::import {

namespace {

constexpr qint64 waitingBytes = 32LL << 20; // of source, over all proposals that wait

// Sources are taken in order, so the one being handed over is always finished or being read: a
// worker on it never waits for room, the others do.
class Queue {
public:
    explicit Queue(qsizetype sources)
        : m_sources(sources) {}

    // The next source to read, or -1.
    qsizetype take() {
        const std::lock_guard lock(m_mutex);
        return m_stopped || m_next >= m_sources ? -1 : m_next++;
    }

    // False once stopped.
    bool put(qsizetype source, Proposal&& proposal) {
        std::unique_lock lock(m_mutex);
        m_room.wait(lock, [&] {
            return m_stopped || m_bytes < waitingBytes ||
                   (source == m_current && m_waiting[source].size() < 2);
        });
        if (m_stopped)
            return false;
        m_bytes += weight(proposal);
        m_waiting[source].push_back(std::move(proposal));
        m_arrived.notify_all();
        return true;
    }

    // The next proposal in order; nothing at the end or after a failure.
    std::optional<Proposal> get() {
        std::unique_lock lock(m_mutex);
        if (m_current >= m_sources)
            return std::nullopt;
        m_arrived.wait(lock, [&] { return m_stopped || !m_waiting[m_current].empty(); });
        if (m_stopped)
            return std::nullopt;
        auto& queue = m_waiting[m_current];
        Proposal proposal = std::move(queue.front());
        queue.pop_front();
        m_bytes -= weight(proposal);
        if (proposal.last)
            m_waiting.erase(m_current++);
        m_room.notify_all();
        return proposal;
    }

    void stop() {
        const std::lock_guard lock(m_mutex);
        m_stopped = true;
        m_room.notify_all();
        m_arrived.notify_all();
    }

private:
    // A resource costs more than its text, and a refusal has no bytes at all.
    static qint64 weight(const Proposal& proposal) {
        return proposal.bytes + 1024 * (1 + proposal.resources.size());
    }

    std::mutex m_mutex;
    std::condition_variable m_room, m_arrived;
    std::map<qsizetype, std::deque<Proposal>> m_waiting;
    qsizetype m_sources;
    qsizetype m_next = 0;
    qsizetype m_current = 0;
    qint64 m_bytes = 0;
    bool m_stopped = false;
};

} // namespace

base::Result<> Importer::readAll(const Plan& plan, int threads, const Sink& sink) const {
    Queue queue(plan.sources.size());
    std::vector<std::jthread> workers;
    for (int i = 0; i < qMax(1, threads); ++i)
        workers.emplace_back([&] {
            for (qsizetype source = queue.take(); source >= 0; source = queue.take()) {
                const auto done = read(plan, source, [&](Proposal&& piece) {
                    return queue.put(source, std::move(piece));
                });
                if (!done) // only the queue stops a reader
                    return;
            }
        });
    bool go = true;
    while (go) {
        auto proposal = queue.get();
        if (!proposal)
            break;
        go = sink(std::move(*proposal));
    }
    queue.stop();
    workers.clear();
    if (!go)
        return base::fail(base::ErrorCode::Cancelled);
    return {};
}

} // namespace chevet::import
