#pragma once
// ImportRun: an import as the window follows it. Belongs to the window, not to the page that shows
// it: leaving the page, or building it anew at another scale, does not stop an import. GUI thread.

#include "ui/viewmodels/async.h"

namespace chevet::viewmodels {

class ImportRun : public QObject {
    Q_OBJECT
public:
    explicit ImportRun(AsyncDoor& door, QObject* parent = nullptr);
    ~ImportRun() override; // cancels at the next safe point

    void start(const QStringList& paths); // nothing while one is running
    void cancel();                        // whole files stay in or out

    [[nodiscard]] bool isRunning() const noexcept { return m_running; }
    [[nodiscard]] bool isCancelling() const { return m_running && *m_cancel; }
    [[nodiscard]] const session::ImportProgress& progress() const noexcept { return m_progress; }
    // 0 … 1; negative while the total is unknown.
    [[nodiscard]] double fraction() const;
    // Of the last import that ended.
    [[nodiscard]] const std::optional<base::Result<session::ImportSummary>>&
    outcome() const noexcept {
        return m_outcome;
    }

Q_SIGNALS:
    void progressed();
    void changed(); // begun, ended, or about to be cancelled

private:
    AsyncDoor& m_door;
    std::shared_ptr<std::atomic_bool> m_cancel;
    bool m_running = false;
    session::ImportProgress m_progress;
    std::optional<base::Result<session::ImportSummary>> m_outcome;
};

} // namespace chevet::viewmodels
