#pragma once
// A form while it is on screen: what is typed, undone, checked and signed. What was typed stays
// through every failure; only the person throws it away.
//
// GUI thread; reading, composing and signing happen on the door's threads.

#include "ui/viewmodels/async.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/form.h"

#include <QObject>

namespace chevet::viewmodels {

class FormModel : public QObject {
    Q_OBJECT
public:
    enum class State { Editing, Signing, Signed, Failed };

    FormModel(AsyncDoor& door, const session::PatientKey& key, FormSpec spec,
              QObject* parent = nullptr);

    [[nodiscard]] const FormSpec& spec() const noexcept { return m_spec; }
    [[nodiscard]] const Form& form() const noexcept { return m_spec.form; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    // What happened, in words; empty unless the state is Failed.
    [[nodiscard]] const QString& failure() const noexcept { return m_failure; }
    [[nodiscard]] bool isDirty() const { return m_spec.form.isDirty(); }
    [[nodiscard]] bool wasTried() const noexcept { return m_tried; }
    // There are warnings nobody has confirmed yet.
    [[nodiscard]] bool asksToConfirm() const;
    [[nodiscard]] bool isConfirming() const noexcept { return m_confirming; }
    [[nodiscard]] QString summary() const;    // what the signature covers
    [[nodiscard]] QString idleReason() const; // why it cannot be signed now; "" if it can

    void setValue(const QString& key, const QString& value);
    [[nodiscard]] bool canUndo() const { return !m_undo.isEmpty(); }
    void undo(); // back to the form as it opened, one field's change at a time
    // Errors are shown and nothing is signed; warnings ask once; then answers through changed() and
    // signedAs().
    void sign();

Q_SIGNALS:
    void changed();
    void valueUndone(const QString& key); // the field shows the former value again
    void refused(const QString& key);     // the first field that keeps it from being signed
    void signedAs(const QString& resource);

private:
    struct Step {
        QString key, before;
    };
    void check();
    void write();
    void fail(const base::Error& error);

    AsyncDoor& m_door;
    session::PatientKey m_patient;
    FormSpec m_spec;
    record::Writing m_writing;
    State m_state = State::Editing;
    QString m_failure;
    QList<Step> m_undo;
    QStringList m_confirmed;
    bool m_tried = false;
    bool m_confirming = false;
};

} // namespace chevet::viewmodels
