#include "ui/viewmodels/import_run.h"

namespace chevet::viewmodels {

ImportRun::ImportRun(AsyncDoor& door, QObject* parent)
    : QObject(parent)
    , m_door(door)
    , m_cancel(std::make_shared<std::atomic_bool>(false)) {}

ImportRun::~ImportRun() {
    *m_cancel = true;
}

void ImportRun::start(const QStringList& paths) {
    if (m_running || paths.isEmpty())
        return;
    m_cancel = std::make_shared<std::atomic_bool>(false);
    m_running = true;
    m_progress = {};
    m_outcome.reset();
    Q_EMIT changed();
    // Several reports a second come from the worker; only their values cross to this thread.
    const auto report = [self = QPointer<ImportRun>(this), cancel = m_cancel,
                         closing = m_door.closing()](const session::ImportProgress& progress) {
        QMetaObject::invokeMethod(
            qApp,
            [self, progress] {
                if (!self || !self->m_running)
                    return;
                self->m_progress = progress;
                Q_EMIT self->progressed();
            },
            Qt::QueuedConnection);
        return !*cancel && !*closing;
    };
    m_door.write(
        this, [paths, report](VaultDoor& open) { return open.import(paths, report); },
        [this](base::Result<session::ImportSummary> summary) {
            m_running = false;
            m_outcome.emplace(std::move(summary));
            Q_EMIT changed();
            Q_EMIT m_door.patientsChanged();
        });
}

void ImportRun::cancel() {
    if (!m_running)
        return;
    *m_cancel = true;
    Q_EMIT changed();
}

double ImportRun::fraction() const {
    return m_progress.bytesTotal > 0 ? double(m_progress.bytesDone) / double(m_progress.bytesTotal)
                                     : -1;
}

} // namespace chevet::viewmodels
