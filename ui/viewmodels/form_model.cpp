#include "ui/viewmodels/form_model.h"

#include "crypto/random.h"

namespace chevet::viewmodels {

namespace {

struct Outcome {
    QString resource;
    bool changedMeanwhile = false;
};

// On the door's thread. The same ids again after a failure half-way: what was written already is
// found unchanged.
base::Result<Outcome> writeThrough(VaultDoor& door, const session::PatientKey& key,
                                   const FormSpec& spec, record::Writing writing) {
    CHEVET_TRY_ASSIGN(const session::PatientRow row, door.patient(key));
    writing.patientId = row.id;
    if (!spec.edits.isEmpty()) {
        CHEVET_TRY_ASSIGN(const QByteArray now, door.resource(key, spec.edits));
        if (now != spec.stored)
            return Outcome{{}, true};
    }
    Outcome outcome;
    const QString reason = spec.reason ? spec.reason(spec.form) : QString();
    for (const QByteArray& json : spec.compose(spec.form, writing)) {
        CHEVET_TRY_ASSIGN(const session::Written written, door.write(key, json, reason));
        if (outcome.resource.isEmpty())
            outcome.resource = written.resource;
    }
    for (const FormSpec::Also& also : spec.also) {
        if (!also.applies(spec.form))
            continue;
        CHEVET_TRY_ASSIGN(const QByteArray stored, door.resource(key, also.reference));
        CHEVET_TRY(door.write(key, also.correct(stored, also.reference), reason));
    }
    return outcome;
}

} // namespace

FormModel::FormModel(AsyncDoor& door, const session::PatientKey& key, FormSpec spec,
                     QObject* parent)
    : QObject(parent)
    , m_door(door)
    , m_patient(key)
    , m_spec(std::move(spec)) {
    const session::UserFacts user = door.facts().currentUser();
    m_writing.id = crypto::randomUuid().toString();
    m_writing.authorId = user.id.toString();
    m_writing.authorName = user.name;
    for (FormField& field : m_spec.form.fields)
        field.original = field.value;
    check();
}

void FormModel::check() {
    m_spec.form.clearWords();
    for (FormField& field : m_spec.form.fields)
        field.missing = field.required && field.value.trimmed().isEmpty();
    if (m_spec.check)
        m_spec.check(m_spec.form);
}

bool FormModel::asksToConfirm() const {
    const QStringList warnings = m_spec.form.warnings();
    return !warnings.isEmpty() && warnings != m_confirmed;
}

QString FormModel::summary() const {
    return m_spec.summary ? m_spec.summary(m_spec.form) : QString();
}

QString FormModel::idleReason() const {
    if (m_state == State::Signing || m_state == State::Signed)
        return tr("Signature en cours");
    if (!m_spec.anew && !isDirty())
        return m_spec.edits.isEmpty() ? tr("Rien n’est encore écrit") : tr("Rien n’a été modifié");
    return {};
}

void FormModel::setValue(const QString& key, const QString& value) {
    FormField* field = m_spec.form.find(key);
    if (field == nullptr || field->value == value || m_state == State::Signing ||
        m_state == State::Signed)
        return;
    // Keys typed one after the other in a field are one step; a choice is one each.
    if (m_undo.isEmpty() || m_undo.last().key != key || field->kind == FormField::Kind::Choice ||
        field->kind == FormField::Kind::Check)
        m_undo.append({key, field->value});
    field->value = value;
    m_state = State::Editing;
    m_confirming = false;
    m_writing.at = {};
    check();
    Q_EMIT changed();
}

void FormModel::undo() {
    if (m_undo.isEmpty() || m_state == State::Signing || m_state == State::Signed)
        return;
    const Step step = m_undo.takeLast();
    m_spec.form.find(step.key)->value = step.before;
    m_state = State::Editing;
    m_confirming = false;
    m_writing.at = {};
    check();
    Q_EMIT valueUndone(step.key);
    Q_EMIT changed();
}

void FormModel::sign() {
    if (!idleReason().isEmpty())
        return;
    m_tried = true;
    if (const auto faulty = m_spec.form.faulty(); !faulty.isEmpty()) {
        Q_EMIT changed();
        Q_EMIT refused(faulty.first()->key);
        return;
    }
    if (asksToConfirm()) {
        m_confirmed = m_spec.form.warnings();
        m_confirming = true;
        Q_EMIT changed();
        Q_EMIT refused({});
        return;
    }
    write();
}

void FormModel::write() {
    m_state = State::Signing;
    m_failure.clear();
    Q_EMIT changed();
    if (!m_writing.at.isValid()) // a second try says the same as the first
        m_writing.at = QDateTime::currentDateTime();
    m_door.write(
        this,
        [key = m_patient, spec = m_spec, writing = m_writing](VaultDoor& door) {
            return writeThrough(door, key, spec, writing);
        },
        [this](const base::Result<Outcome>& done) {
            if (!done)
                return fail(done.error());
            if (done->changedMeanwhile) {
                m_state = State::Failed;
                m_failure = tr("Cet élément a changé depuis l’ouverture du formulaire. Rien n’a "
                               "été signé : fermez, relisez l’élément, puis recommencez.");
                Q_EMIT changed();
                return;
            }
            m_state = State::Signed;
            Q_EMIT changed();
            Q_EMIT signedAs(done->resource);
        });
}

void FormModel::fail(const base::Error& error) {
    const Failure failure = describeFailure(error);
    m_state = State::Failed;
    m_failure = QString(failure.what + u' ' + failure.rest()).trimmed() + u' ' +
                tr("Ce que vous avez écrit est encore à l’écran.");
    Q_EMIT changed();
}

} // namespace chevet::viewmodels
