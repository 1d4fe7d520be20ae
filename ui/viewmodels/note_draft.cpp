#include "ui/viewmodels/note_draft.h"

#include "crypto/random.h"

#include <QCoreApplication>

namespace chevet::viewmodels {

namespace {

constexpr int pauseMilliseconds = 2000; // after the last key (DESIGN.md §9.12)

QList<NoteDraftModel::Part> emptyParts() {
    const auto part = [](const char16_t* kind, const QString& title) {
        return NoteDraftModel::Part{QString::fromUtf16(kind), title, {}};
    };
    return {part(u"reason", NoteDraftModel::tr("Motif")),
            part(u"subjective", NoteDraftModel::tr("Subjectif")),
            part(u"objective", NoteDraftModel::tr("Objectif")),
            part(u"assessment", NoteDraftModel::tr("Évaluation")),
            part(u"plan", NoteDraftModel::tr("Plan"))};
}

} // namespace

NoteDraftModel::NoteDraftModel(AsyncDoor& door, const session::PatientKey& key, QObject* parent)
    : QObject(parent)
    , m_door(door)
    , m_draft{.id = crypto::randomUuid(),
              .patient = key,
              .author = door.facts().currentUser().id,
              .started = QDateTime::currentDateTime()}
    , m_parts(emptyParts()) {
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &NoteDraftModel::keepNow);
    connect(&m_door, &AsyncDoor::aboutToClose, this, &NoteDraftModel::keepNow);
}

bool NoteDraftModel::isEmpty() const {
    return filled() == 0;
}

int NoteDraftModel::filled() const {
    return static_cast<int>(std::count_if(m_parts.cbegin(), m_parts.cend(), [](const Part& part) {
        return !part.text.trimmed().isEmpty();
    }));
}

void NoteDraftModel::setState(State state) {
    m_state = state;
    Q_EMIT changed();
}

// Parts of another shape (a later version's) are added behind ours: nothing typed is dropped.
void NoteDraftModel::resume(const session::NoteDraft& draft) {
    m_draft = draft;
    m_parts = emptyParts();
    for (const record::WrittenSection& section : draft.sections) {
        const auto part = std::find_if(m_parts.begin(), m_parts.end(), [&](const Part& known) {
            return known.kind == section.kind;
        });
        if (part != m_parts.end() && part->text.isEmpty())
            part->text = section.text;
        else
            m_parts.append({section.kind, section.title, section.text});
    }
    m_kept = draft.saved;
    setState(State::Kept);
}

void NoteDraftModel::appendTo(const QString& note) {
    m_draft.appendsTo = note;
}

QList<record::WrittenSection> NoteDraftModel::sections() const {
    QList<record::WrittenSection> sections;
    for (const Part& part : m_parts)
        if (!part.text.trimmed().isEmpty())
            sections.append({part.kind, part.kind.isEmpty() ? part.title : QString(), part.text});
    return sections;
}

void NoteDraftModel::setText(int part, const QString& text) {
    if (m_state == State::Signing || m_state == State::Signed || m_parts.at(part).text == text)
        return;
    m_parts[part].text = text;
    m_pause.start();
    setState(State::Typing);
}

void NoteDraftModel::keepNow() {
    m_pause.stop();
    if (m_state != State::Typing && m_state != State::NotKept)
        return;
    session::NoteDraft draft = m_draft;
    draft.sections = sections();
    const QDateTime now = QDateTime::currentDateTime();
    m_door.keep(
        this,
        [draft](VaultDoor& door) {
            return draft.sections.isEmpty() ? door.discardDraft(draft.id) : door.saveDraft(draft);
        },
        [this, now](const base::Result<>& done) {
            if (done)
                m_kept = now;
            else
                m_failure = describeFailure(done.error());
            if (m_state == State::Typing && m_pause.isActive()) {
                Q_EMIT changed(); // typed on meanwhile: that is not kept yet
                return;
            }
            if (m_state == State::Typing || m_state == State::NotKept)
                setState(done ? State::Kept : State::NotKept);
        });
}

void NoteDraftModel::sign() {
    if (isEmpty() || m_state == State::Signing || m_state == State::Signed)
        return;
    keepNow(); // should the signature fail, or the power
    setState(State::Signing);
    session::Session::NewNote note;
    note.sections = sections();
    note.appendsTo = m_draft.appendsTo;
    m_door.write(
        this, [note, key = m_draft.patient](VaultDoor& door) { return door.writeNote(key, note); },
        [this](const base::Result<session::Written>& done) {
            if (done) {
                // After the save above. A draft that stays although its note is signed is harmless.
                m_door.keep(
                    this, [id = m_draft.id](VaultDoor& door) { return door.discardDraft(id); },
                    [](const base::Result<>&) {});
                setState(State::Signed);
                Q_EMIT signedAs(done->resource);
                return;
            }
            m_failure = describeFailure(done.error());
            setState(State::NotKept);
            keepNow();
        });
}

void NoteDraftModel::discard() {
    m_pause.stop();
    for (Part& part : m_parts)
        part.text.clear();
    m_state = State::Untouched;
    m_door.keep(
        this, [id = m_draft.id](VaultDoor& door) { return door.discardDraft(id); },
        [this](const base::Result<>&) { Q_EMIT changed(); });
}

void NoteDraftModel::find(AsyncDoor& door, const session::PatientKey& key, QObject* context,
                          std::function<void(const QList<session::NoteDraft>&)> done) {
    door.keep(
        context, [key](VaultDoor& vault) { return vault.drafts(key); },
        [done = std::move(done)](const base::Result<QList<session::NoteDraft>>& found) {
            done(found ? *found : QList<session::NoteDraft>());
        });
}

} // namespace chevet::viewmodels
