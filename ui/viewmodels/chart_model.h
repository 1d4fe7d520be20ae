#pragma once
// ChartModel: a chart while it is on screen. Asks the door once, on a worker thread, builds
// ChartData there, and answers on the GUI thread. Signatures of what the summary shows are then
// checked one by one from the log (I7); a fact is Unchecked until its own answer came.
//
// Provenance and versions are asked for when a person looks at an item, and kept while the chart is
// open.

#include "session/types.h"
#include "ui/viewmodels/async.h"
#include "ui/viewmodels/chart_acts.h"
#include "ui/viewmodels/chart_data.h"

#include <QHash>
#include <QObject>

#include <functional>
#include <optional>

namespace chevet::viewmodels {

// One version of an item, in words.
struct VersionView {
    int number = 1;
    bool current = false;
    Sign sign = Sign::Unchecked;
    QString at, author, device, hash;
    ItemView item;
    QString summary; // what changed against the version before: « 6 → 5 mg », « première version »
};

struct ProvenanceView {
    Sign sign = Sign::Unchecked;
    QString signatureWords;
    QList<Field> fields;         // who, workstation, when, file, place, chain number, fingerprint
    QList<VersionView> versions; // newest first
    QString failure;             // in words; empty when it was read
};

class ChartModel : public QObject {
    Q_OBJECT
public:
    enum class State { Loading, Ready, Failed };

    ChartModel(AsyncDoor& door, const session::PatientKey& key, QObject* parent = nullptr);
    // A chart without a door: what cannot be asked is answered as unavailable. For tests and
    // pictures.
    explicit ChartModel(ChartData data, QObject* parent = nullptr);

    void load();
    // What was known of one item is no longer so: it was written again.
    void forget(const QString& reference);
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const ChartData& data() const noexcept { return m_data; }
    [[nodiscard]] const std::optional<session::PatientKey>& key() const noexcept { return m_key; }
    [[nodiscard]] base::ErrorCode failure() const noexcept { return m_failure; }
    [[nodiscard]] Sign sign(const QString& reference) const;
    [[nodiscard]] QString signer(const QString& reference) const; // « M. Lachance », or ""
    [[nodiscard]] int checked() const noexcept { return m_checked; }
    [[nodiscard]] int refused() const noexcept { return m_refused; }
    [[nodiscard]] int toCheck() const noexcept { return static_cast<int>(m_asked.size()); }
    [[nodiscard]] const QString& loadedAt() const noexcept { return m_loadedAt; }

    // Answers through provenanceReady(), at once when it is already known.
    void askProvenance(const QString& reference);
    [[nodiscard]] const ProvenanceView* provenance(const QString& reference) const;

    // Who looked at this file and changed it; read anew each time, answered through actsReady().
    void askActs();
    [[nodiscard]] const std::optional<ActsView>& acts() const noexcept { return m_acts; }

    // The door the chart is read through; null for a chart of tests and pictures.
    [[nodiscard]] AsyncDoor* door() const noexcept { return m_door; }

    // The clinic's table of analytes: results coded `code` stand in `row` from now on, in every
    // chart; empty: where Chevet's own table puts them. The chart is read again.
    void mapAnalyte(const QStringList& codes, const QString& row);

    // Bytes of an attachment; `done` is called on the GUI thread while `context` lives.
    void readBlob(QObject* context, const QString& blobId,
                  std::function<void(base::Result<QByteArray>)> done);
    // The same wherever they lie: in a blob, or inside the resource itself. NotFound: nowhere.
    void readFile(QObject* context, const QString& reference, const Attachment& file,
                  std::function<void(base::Result<QByteArray>)> done);
    // The resource as it came in, indented for reading.
    void readSource(QObject* context, const QString& reference,
                    std::function<void(base::Result<QByteArray>)> done);

Q_SIGNALS:
    void mapFailed(); // mapAnalyte() could not be written; nothing changed
    void stateChanged();
    void signaturesChanged();
    void provenanceReady(const QString& reference);
    void actsReady();

private:
    void accept(base::Result<ChartData> answer);
    void checkSignatures();
    void checkOthers();
    void askChanges();
    void takeSign(const QString& reference, const base::Result<session::Provenance>& answer);

    AsyncDoor* m_door = nullptr;
    std::optional<session::PatientKey> m_key;
    ChartData m_data;
    State m_state = State::Loading;
    base::ErrorCode m_failure{};
    QHash<QString, Sign> m_signs;
    QHash<QString, QString> m_signers;
    QHash<QString, int> m_versions; // of what has more than one
    QHash<QString, ProvenanceView> m_provenance;
    std::optional<ActsView> m_acts;
    QStringList m_asked;
    int m_checked = 0, m_refused = 0;
    QString m_loadedAt;
};

[[nodiscard]] Sign signOf(session::SignatureState state);
// The beginning of a fingerprint, as it is read aloud: « B0C7 52AE · 19D3 ».
[[nodiscard]] QString shortHash(const QString& hash);
// What a signature's state is called.
[[nodiscard]] QString signWords(Sign sign);

// What the last version that changed a medication changed: « 6 → 5 mg », and when. Empty words: no
// version changed its dose or how it is taken. Pure; for the worker thread.
struct DoseChange {
    QString words;
    QDateTime at;
};
[[nodiscard]] DoseChange doseChangeOf(const QList<session::ResourceVersion>& history, bool english);

// Versions in words, newest first, from the sources themselves. Pure; for the worker thread.
[[nodiscard]] QList<VersionView> versionsOf(const QString& reference,
                                            const QList<session::ResourceVersion>& history,
                                            bool english, const QStringList& masked = {});

} // namespace chevet::viewmodels
