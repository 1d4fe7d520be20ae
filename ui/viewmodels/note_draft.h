#pragma once
// A note being written: five parts, kept sealed on this workstation two seconds after the last key
// and whenever the vault closes, signed once. What is typed is never lost: a failed save or
// signature leaves the text where it is and says so.
//
// GUI thread; disk and signature happen on the door's threads.

#include "session/types.h"
#include "ui/viewmodels/async.h"
#include "ui/viewmodels/failure.h"

#include <QObject>
#include <QTimer>

namespace chevet::viewmodels {

class NoteDraftModel : public QObject {
    Q_OBJECT
public:
    struct Part {
        QString kind;  // as record::NotePart
        QString title; // of the page's language
        QString text;
    };
    enum class State { Untouched, Typing, Kept, NotKept, Signing, Signed };

    NoteDraftModel(AsyncDoor& door, const session::PatientKey& key, QObject* parent = nullptr);

    [[nodiscard]] const QList<Part>& parts() const noexcept { return m_parts; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const QDateTime& started() const noexcept { return m_draft.started; }
    [[nodiscard]] const QDateTime& kept() const noexcept { return m_kept; } // last good save
    [[nodiscard]] const Failure& failure() const noexcept { return m_failure; }
    [[nodiscard]] const QString& appendsTo() const noexcept { return m_draft.appendsTo; }
    [[nodiscard]] bool isEmpty() const;
    [[nodiscard]] int filled() const; // parts that say something

    void resume(const session::NoteDraft& draft); // goes on where it was left
    void appendTo(const QString& note);           // an addendum, before anything is typed
    void setText(int part, const QString& text);
    void keepNow(); // without waiting for the two seconds
    void sign();    // answers through changed() and signedAs()
    void discard(); // the draft is gone from the disk; only when the person says so

    // Unsigned notes of the current user for a patient, latest first.
    static void find(AsyncDoor& door, const session::PatientKey& key, QObject* context,
                     std::function<void(const QList<session::NoteDraft>&)> done);

Q_SIGNALS:
    void changed(); // state, kept(), failure()
    void signedAs(const QString& resource);

private:
    void setState(State state);
    [[nodiscard]] QList<record::WrittenSection> sections() const;

    AsyncDoor& m_door;
    session::NoteDraft m_draft;
    QList<Part> m_parts;
    State m_state = State::Untouched;
    QDateTime m_kept;
    Failure m_failure;
    QTimer m_pause;
};

} // namespace chevet::viewmodels
