#include "ui/viewmodels/chart_model.h"

#include "record/json_edit.h"
#include "record/masking.h"
#include "ui/viewmodels/chart_build.h"
#include "ui/viewmodels/chart_words.h"
#include "ui/viewmodels/words.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QRegularExpression>

namespace chevet::viewmodels {

using words::add;
using words::ChartWords;

namespace {

QString moment(const QDateTime& at) {
    if (!at.isValid())
        return {};
    const QDateTime local = at.toLocalTime();
    const QTime time = local.time();
    return ChartWords::tr("%1, %2\u00a0h\u00a0%3")
        .arg(local.date().toString(Qt::ISODate))
        .arg(time.hour(), 2, 10, QLatin1Char('0'))
        .arg(time.minute(), 2, 10, QLatin1Char('0'));
}

// « entrée 12 », « ligne 3 » from the import's own words.
QString placeWords(const QString& place) {
    const QString number = place.section(u' ', 1);
    if (place.startsWith(QLatin1String("entry ")))
        return ChartWords::tr("entrée %1").arg(number);
    return place.startsWith(QLatin1String("line ")) ? ChartWords::tr("ligne %1").arg(number)
                                                    : place;
}

ProvenanceView provenanceOf(const session::Provenance& provenance) {
    ProvenanceView view;
    view.sign = signOf(provenance.signature);
    view.signatureWords = signWords(view.sign);
    add(view.fields, ChartWords::tr("Signature"), view.signatureWords);
    add(view.fields, ChartWords::tr("Signé par"), provenance.author);
    add(view.fields, ChartWords::tr("Poste"), provenance.device);
    add(view.fields, ChartWords::tr("Le"), moment(provenance.at));
    add(view.fields, ChartWords::tr("Fichier"), provenance.sourceFile);
    add(view.fields, ChartWords::tr("Endroit"), placeWords(provenance.sourcePlace));
    if (provenance.sequence > 0)
        add(view.fields, ChartWords::tr("N° de chaîne"), QLocale().toString(provenance.sequence));
    add(view.fields, ChartWords::tr("Empreinte"), shortHash(provenance.entryHash));
    return view;
}

// Base64 that stayed in the JSON, by its RFC 6901 pointer.
base::Result<QByteArray> inlineBytes(const base::Result<QByteArray>& json, const QString& pointer) {
    if (!json)
        return std::unexpected(json.error());
    QJsonValue at = QJsonDocument::fromJson(*json).object();
    for (const QString& part : pointer.split(u'/', Qt::SkipEmptyParts)) {
        bool number = false;
        const int index = part.toInt(&number);
        at = at.isArray() && number ? at.toArray().at(index) : at.toObject().value(part);
    }
    const QByteArray bytes = QByteArray::fromBase64(at.toString().toLatin1());
    if (bytes.isEmpty())
        return base::fail(base::ErrorCode::NotFound, pointer);
    return bytes;
}

// The item of a lone resource, in words, whatever list it lands in.
ItemView itemOf(const QString& reference, const QByteArray& json, bool english,
                const QStringList& masked) {
    const QByteArray type = reference.section(u'/', 0, 0).toUtf8();
    const QByteArray id = reference.section(u'/', 1).toUtf8();
    const record::StoredResource stored{type, id, json, {}, {}};
    const record::Speaking speaking(languageOf(english));
    record::ChartOptions options;
    options.masked = masked;
    const record::Chart chart = record::buildChart(std::span(&stored, 1), {}, options);
    const ChartData data = buildChartData(chart, {english, {}});
    const auto find = [&](const auto& items) -> const ItemView* {
        for (const auto& item : items) {
            if (item.reference == reference)
                return &item;
        }
        return nullptr;
    };
    if (const ItemView* item = find(data.medications))
        return *item;
    if (const ItemView* item = find(data.allergies))
        return *item;
    if (const ItemView* item = find(data.problems))
        return *item;
    if (const ItemView* item = find(data.immunizations))
        return *item;
    if (const ItemView* item = find(data.consultations))
        return *item;
    if (const ItemView* item = find(data.documents))
        return *item;
    if (const ItemView* item = find(data.others))
        return *item;
    ItemView bare;
    bare.reference = reference;
    return bare;
}

QString differenceWords(const ItemView& before, const ItemView& now) {
    if (before.title != now.title) { // of a medication the name stands beside: « 6 → 5 mg »
        static const QRegularExpression dosed(
            QStringLiteral("^(.+)\\x{A0}(\\d[\\d.,\\x{202F}]*\\x{A0}\\S+)$"));
        const auto was = dosed.match(before.title), is = dosed.match(now.title);
        return was.hasMatch() && is.hasMatch() && was.captured(1) == is.captured(1)
                   ? words::doseStep(was.captured(2), is.captured(2))
                   : QString(before.title + QStringLiteral(" → ") + now.title);
    }
    QStringList labels;
    for (const Field& field : now.fields) {
        bool same = false;
        for (const Field& old : before.fields)
            same = same || (old.label == field.label && old.value == field.value);
        if (!same)
            labels << field.label.toLower();
    }
    return labels.isEmpty() ? ChartWords::tr("renouvelée") : labels.join(QStringLiteral(", "));
}

// The medication of one version; null fields where it is none.
record::Medication medicationOf(const QByteArray& json) {
    const record::JsonEdit source(json);
    const QByteArray type = source.text("resourceType").toUtf8();
    const record::StoredResource stored{type, "x", json, {}, {}};
    const record::Chart chart = record::buildChart(std::span(&stored, 1));
    return chart.medications.items.value(0);
}

} // namespace

DoseChange doseChangeOf(const QList<session::ResourceVersion>& history, bool english) {
    QList<session::ResourceVersion> sorted = history; // newest first
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.version > b.version; });
    sorted.removeIf([](const session::ResourceVersion& version) {
        return version.provenance.signature == session::SignatureState::Invalid;
    });
    const record::Speaking speaking(languageOf(english));
    for (qsizetype i = 0; i + 1 < sorted.size(); ++i) {
        const record::Medication now = medicationOf(sorted.at(i).json);
        const record::Medication before = medicationOf(sorted.at(i + 1).json);
        if (now.dose != before.dose && !now.dose.isEmpty() && !before.dose.isEmpty())
            return {words::doseStep(before.dose, now.dose), sorted.at(i).provenance.at};
        if (now.posology != before.posology)
            return {ChartWords::tr("posologie modifiée"), sorted.at(i).provenance.at};
    }
    return {};
}

Sign signOf(session::SignatureState state) {
    switch (state) {
    case session::SignatureState::Verified:
        return Sign::Verified;
    case session::SignatureState::Pending:
        return Sign::Pending;
    case session::SignatureState::UnknownKey:
        return Sign::UnknownKey;
    case session::SignatureState::Invalid:
        return Sign::Invalid;
    }
    return Sign::Unchecked;
}

QString shortHash(const QString& hash) {
    const QString h = hash.left(12).toUpper();
    return h.size() < 12 ? h : QString(h.mid(0, 4) + u' ' + h.mid(4, 4) + u" · " + h.mid(8, 4));
}

QString signWords(Sign sign) {
    switch (sign) {
    case Sign::Unchecked:
        return ChartWords::tr("en vérification");
    case Sign::Verified:
        return ChartWords::tr("vérifiée");
    case Sign::Pending:
        return ChartWords::tr("signée ici, non envoyée");
    case Sign::UnknownKey:
        return ChartWords::tr("clé inconnue");
    case Sign::Invalid:
        return ChartWords::tr("non valide");
    }
    return {};
}

QList<VersionView> versionsOf(const QString& reference,
                              const QList<session::ResourceVersion>& history, bool english,
                              const QStringList& masked) {
    QList<session::ResourceVersion> sorted = history;
    std::sort(sorted.begin(), sorted.end(),
              [](const auto& a, const auto& b) { return a.version < b.version; });
    QList<VersionView> versions;
    for (const session::ResourceVersion& source : sorted) {
        VersionView version;
        version.number = source.version;
        version.current = source.current;
        version.sign = signOf(source.provenance.signature);
        version.at = moment(source.provenance.at);
        version.author = source.provenance.author;
        version.device = source.provenance.device;
        version.hash = shortHash(source.provenance.entryHash);
        version.item = itemOf(reference, source.json, english, masked);
        version.summary = versions.isEmpty() ? ChartWords::tr("début")
                                             : differenceWords(versions.first().item, version.item);
        versions.prepend(version);
    }
    return versions;
}

ChartModel::ChartModel(AsyncDoor& door, const session::PatientKey& key, QObject* parent)
    : QObject(parent)
    , m_door(&door)
    , m_key(key) {}

ChartModel::ChartModel(ChartData data, QObject* parent)
    : QObject(parent)
    , m_data(std::move(data))
    , m_state(State::Ready) {
    m_loadedAt = moment(QDateTime::currentDateTime()).section(u' ', 1);
}

void ChartModel::load() {
    if (!m_door || !m_key)
        return;
    m_state = State::Loading;
    Q_EMIT stateChanged();
    const bool english = pageLanguage() == record::Language::English;
    m_door->read(
        this,
        [key = *m_key, english](VaultDoor& door) -> base::Result<ChartData> {
            const record::Speaking speaking(languageOf(english));
            CHEVET_TRY_ASSIGN(const record::Chart chart, door.chart(key));
            ChartData data = buildChartData(chart, {english, {}});
            if (const auto row = door.patient(key))
                data.identity.namesake = row->namesake;
            return data;
        },
        [this](base::Result<ChartData> answer) { accept(std::move(answer)); });
}

void ChartModel::forget(const QString& reference) {
    m_signs.remove(reference);
    m_signers.remove(reference);
    m_versions.remove(reference);
    m_provenance.remove(reference);
}

void ChartModel::accept(base::Result<ChartData> answer) {
    if (!answer) {
        m_state = State::Failed;
        m_failure = answer.error().code;
        Q_EMIT stateChanged();
        return;
    }
    m_data = std::move(*answer);
    m_state = State::Ready;
    m_loadedAt = moment(QDateTime::currentDateTime()).section(u' ', 1);
    Q_EMIT stateChanged();
    checkSignatures();
}

// What the summary shows, medications first: each is verified from the log when it is displayed
// (I7).
void ChartModel::checkSignatures() {
    QStringList wanted;
    for (const MedicationView& item : m_data.medications)
        wanted << item.reference;
    for (const AllergyView& item : m_data.allergies)
        wanted << item.reference;
    for (const ItemView& item : m_data.problems)
        wanted << item.reference;
    if (m_data.lastNote >= 0)
        wanted << m_data.consultations.at(m_data.lastNote).reference;
    for (const AnalyteView& row : m_data.results.rows)
        wanted << row.latest().reference;
    wanted.removeDuplicates();
    wanted.removeAll(QString());
    m_asked = wanted;
    m_checked = m_refused = 0;
    using Answers = QList<QPair<QString, base::Result<session::Provenance>>>;
    m_door->read(
        this,
        [key = *m_key, wanted](VaultDoor& door) {
            Answers answers;
            for (const QString& reference : wanted)
                answers.append({reference, door.provenance(key, reference)});
            return answers;
        },
        [this](const Answers& answers) {
            for (const auto& [reference, answer] : answers)
                takeSign(reference, answer);
            Q_EMIT signaturesChanged();
            askChanges();
            checkOthers();
        });
}

// A dose changed here is a new version of the same order: the list says so as it does of two
// orders.
void ChartModel::askChanges() {
    QStringList wanted;
    for (const MedicationView& item : std::as_const(m_data.medications))
        if (item.active && m_versions.contains(item.reference))
            wanted << item.reference;
    if (wanted.isEmpty())
        return;
    m_door->read(
        this,
        [key = *m_key, wanted, english = m_data.english](VaultDoor& door) {
            QHash<QString, DoseChange> changes;
            for (const QString& reference : wanted)
                if (const auto history = door.history(key, reference))
                    changes.insert(reference, doseChangeOf(*history, english));
            return changes;
        },
        [this](const QHash<QString, DoseChange>& changes) {
            constexpr int recentDays = 90; // DESIGN.md §9.3
            for (MedicationView& item : m_data.medications) {
                const DoseChange change = changes.value(item.reference);
                if (change.words.isEmpty())
                    continue;
                item.change = change.words;
                item.date = change.at.toLocalTime().date().toString(Qt::ISODate);
                item.changed = change.at.daysTo(QDateTime::currentDateTime()) < recentDays;
            }
            Q_EMIT signaturesChanged();
        });
}

// What the other sections list, after what the summary shows; shown as being verified until then.
void ChartModel::checkOthers() {
    QStringList wanted;
    const auto add = [&](const auto& items) {
        for (const auto& item : items)
            if (!item.reference.isEmpty() && !m_signs.contains(item.reference))
                wanted << item.reference;
    };
    add(m_data.consultations);
    add(m_data.documents);
    add(m_data.imaging);
    add(m_data.immunizations);
    add(m_data.orders);
    add(m_data.others);
    wanted.removeDuplicates();
    if (wanted.isEmpty())
        return;
    using Answers = QList<QPair<QString, base::Result<session::Provenance>>>;
    m_door->read(
        this,
        [key = *m_key, wanted](VaultDoor& door) {
            Answers answers;
            for (const QString& reference : wanted)
                answers.append({reference, door.provenance(key, reference)});
            return answers;
        },
        [this, wanted](const Answers& answers) {
            m_asked += wanted;
            for (const auto& [reference, answer] : answers)
                takeSign(reference, answer);
            Q_EMIT signaturesChanged();
        });
}

void ChartModel::takeSign(const QString& reference,
                          const base::Result<session::Provenance>& answer) {
    if (!answer) {
        m_signs.insert(reference, answer.error().code == base::ErrorCode::BadSignature
                                      ? Sign::Invalid
                                      : Sign::UnknownKey);
        m_refused += answer.error().code == base::ErrorCode::BadSignature ? 1 : 0;
        return;
    }
    const Sign state = signOf(answer->signature);
    m_signs.insert(reference, state);
    m_signers.insert(reference, words::shortName(answer->author));
    if (answer->versions > 1)
        m_versions.insert(reference, answer->versions);
    m_checked += state == Sign::Verified || state == Sign::Pending ? 1 : 0;
    m_refused += state == Sign::Invalid ? 1 : 0;
}

Sign ChartModel::sign(const QString& reference) const {
    return m_signs.value(reference, Sign::Unchecked);
}

QString ChartModel::signer(const QString& reference) const {
    return m_signers.value(reference);
}

const ProvenanceView* ChartModel::provenance(const QString& reference) const {
    const auto found = m_provenance.constFind(reference);
    return found == m_provenance.constEnd() ? nullptr : &*found;
}

void ChartModel::askProvenance(const QString& reference) {
    if (m_provenance.contains(reference)) {
        Q_EMIT provenanceReady(reference);
        return;
    }
    if (!m_door || !m_key || reference.isEmpty())
        return;
    m_door->read(
        this,
        [key = *m_key, reference, english = m_data.english,
         masked = m_data.masked](VaultDoor& door) {
            const record::Speaking speaking(languageOf(english));
            ProvenanceView view;
            if (const auto answer = door.provenance(key, reference))
                view = provenanceOf(*answer);
            else
                view.failure = ChartWords::tr("La provenance n’a pas pu être lue dans le journal.");
            if (const auto history = door.history(key, reference))
                view.versions = versionsOf(reference, *history, english, masked);
            return view;
        },
        [this, reference](ProvenanceView view) {
            m_provenance.insert(reference, std::move(view));
            Q_EMIT provenanceReady(reference);
        });
}

void ChartModel::askActs() {
    if (!m_door || !m_key)
        return;
    constexpr int most = 2000; // lines shown; the command line gives all
    m_door->read(
        this,
        [key = *m_key](VaultDoor& door) {
            const auto lines = door.acts(key, most);
            if (lines)
                return actsOf(*lines, QDateTime::currentDateTimeUtc());
            ActsView failed;
            failed.failure = ChartWords::tr("Le registre n’a pas pu être lu dans le journal.");
            return failed;
        },
        [this](ActsView view) {
            m_acts = std::move(view);
            Q_EMIT actsReady();
        });
}

void ChartModel::mapAnalyte(const QStringList& codes, const QString& row) {
    if (!m_door || !m_key)
        return;
    m_door->write(
        this,
        [codes, row](VaultDoor& door) -> base::Result<> {
            for (const QString& code : codes)
                CHEVET_TRY(door.mapAnalyte(code, row));
            return {};
        },
        [this](const base::Result<>& done) {
            if (done)
                load();
            else
                Q_EMIT mapFailed();
        });
}

void ChartModel::readBlob(QObject* context, const QString& blobId,
                          std::function<void(base::Result<QByteArray>)> done) {
    if (!m_door || !m_key) {
        done(base::fail(base::ErrorCode::NotFound));
        return;
    }
    m_door->read(
        context, [key = *m_key, blobId](VaultDoor& door) { return door.blob(key, blobId); },
        std::move(done));
}

void ChartModel::readFile(QObject* context, const QString& reference, const Attachment& file,
                          std::function<void(base::Result<QByteArray>)> done) {
    if (!file.blobId.isEmpty()) {
        readBlob(context, file.blobId, std::move(done));
        return;
    }
    if (!m_door || !m_key || file.pointer.isEmpty()) {
        done(base::fail(base::ErrorCode::NotFound));
        return;
    }
    m_door->read(
        context,
        [key = *m_key, reference, pointer = file.pointer](VaultDoor& door) {
            return inlineBytes(door.resource(key, reference), pointer);
        },
        std::move(done));
}

namespace {

// JSON on lines, every token as it came: a parser would round long decimals.
QByteArray indented(const QByteArray& json) {
    QByteArray out;
    int depth = 0;
    bool text = false;
    const auto newLine = [&] { out += '\n' + QByteArray(2 * std::min(depth, 40), ' '); };
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (text) {
            out += c;
            if (c == '\\' && i + 1 < json.size())
                out += json[++i];
            else
                text = c != '"';
            continue;
        }
        const char next = i + 1 < json.size() ? json[i + 1] : '\0';
        if (c == '}' || c == ']') {
            --depth;
            if (i > 0 && json[i - 1] != '{' && json[i - 1] != '[')
                newLine();
        }
        out += c;
        text = c == '"';
        if (c == '{' || c == '[') {
            ++depth;
            if (next != '}' && next != ']')
                newLine();
        } else if (c == ',') {
            newLine();
        } else if (c == ':') {
            out += ' ';
        }
    }
    return out;
}

} // namespace

void ChartModel::readSource(QObject* context, const QString& reference,
                            std::function<void(base::Result<QByteArray>)> done) {
    if (!m_door || !m_key) {
        done(base::fail(base::ErrorCode::NotFound));
        return;
    }
    m_door->read(
        context,
        [key = *m_key, reference,
         masked = m_data.masked](VaultDoor& door) -> base::Result<QByteArray> {
            CHEVET_TRY_ASSIGN(const QByteArray json, door.resource(key, reference));
            // Only for reading: what is stored stays as it came.
            return indented(record::withoutNiu(json, masked));
        },
        std::move(done));
}

} // namespace chevet::viewmodels
