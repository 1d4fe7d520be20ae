#include "app/cli/chart_json.h"

#include "app/cli/terminal.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace chevet::cli {

namespace {

QString signatureName(session::SignatureState state) {
    switch (state) {
    case session::SignatureState::Verified:
        return QStringLiteral("verified");
    case session::SignatureState::Pending:
        return QStringLiteral("pending");
    case session::SignatureState::UnknownKey:
        return QStringLiteral("unknown-key");
    case session::SignatureState::Invalid:
        return QStringLiteral("invalid");
    }
    return {};
}

void put(QJsonObject& object, const char* key, const QString& value) {
    if (!value.isEmpty())
        object.insert(QLatin1String(key), value);
}

void put(QJsonObject& object, const char* key, const QStringList& values) {
    if (!values.isEmpty())
        object.insert(QLatin1String(key), QJsonArray::fromStringList(values));
}

// What each kind of fact has beyond the common fields.
void details(QJsonObject& object, const record::Observation& item) {
    put(object, "value",
        QString(item.value.comparator +
                (item.value.lexical.isEmpty() ? item.value.text : item.value.lexical)));
    if (item.value.lexical.isEmpty() && !item.components.isEmpty())
        put(object, "value", item.valueText());
    put(object, "unit", item.value.unit);
    put(object, "range", item.rangeText);
    put(object, "flag", record::flagName(item.flag));
}
void details(QJsonObject& object, const record::Medication& item) {
    object.insert(QLatin1String("text"), item.title());
    put(object, "dose", item.dose);
    put(object, "posology", item.posology);
    put(object, "prescriber", item.prescriber);
    put(object, "reasons", item.reasons);
    const bool apart = item.prohibited || item.proposed; // neither taken nor ceased
    object.insert(QLatin1String("active"),
                  !apart && item.activity != record::MedicationActivity::Ceased);
    if (item.prohibited)
        object.insert(QLatin1String("doNotPerform"), true);
    put(object, "intent", item.intent);
}
void details(QJsonObject& object, const record::Allergy& item) {
    put(object, "reaction", item.reactionLine());
    put(object, "criticality", item.criticality);
    object.insert(QLatin1String("active"), item.active);
}
void details(QJsonObject& object, const record::Problem& item) {
    object.insert(QLatin1String("active"), item.active);
}
void details(QJsonObject& object, const record::Note& item) {
    put(object, "title", item.title);
    QStringList parts;
    for (const record::NoteSection& section : item.sections)
        parts += section.title + QLatin1Char('\n') + section.text;
    // Sections found in a text are made of it.
    put(object, "content", item.text.isEmpty() ? parts.join(QStringLiteral("\n\n")) : item.text);
    put(object, "appendsTo", item.appendsTo);
}
void details(QJsonObject& object, const record::Document& item) {
    put(object, "title", item.title);
}
void details(QJsonObject& object, const record::ImagingReport& item) {
    put(object, "title", item.title);
    put(object, "conclusion", item.conclusion);
}
void details(QJsonObject& object, const record::Immunization& item) {
    put(object, "dose", item.doseNumber);
}
void details(QJsonObject& object, const record::Encounter& item) {
    put(object, "title", item.title);
}
void details(QJsonObject& object, const record::CarePlan& item) {
    put(object, "title", item.title);
}
void details(QJsonObject& object, const record::LevelOfCare& item) {
    put(object, "level", item.letter);
}
void details(QJsonObject& object, const record::Other& item) {
    put(object, "content", item.text);
}
void details(QJsonObject& /*object*/, const record::Item& /*item*/) {}

} // namespace

QByteArray withRaw(const QJsonObject& object, const char* name, const QByteArray& json) {
    QByteArray text = QJsonDocument(object).toJson(QJsonDocument::Compact);
    text.chop(1);
    return text + ",\"" + name + "\":" + (json.isEmpty() ? QByteArray("null") : json) + '}';
}

QJsonObject signatureJson(const session::Provenance& provenance) {
    const bool ok = provenance.signature == session::SignatureState::Verified ||
                    provenance.signature == session::SignatureState::Pending;
    return {{QStringLiteral("ok"), ok},
            {QStringLiteral("state"), signatureName(provenance.signature)},
            {QStringLiteral("device"), provenance.device},
            {QStringLiteral("author"), provenance.author},
            {QStringLiteral("at"), provenance.at.toString(Qt::ISODateWithMs)}};
}

QString sourceText(const session::Provenance& provenance) {
    return provenance.sourcePlace.isEmpty()
               ? provenance.sourceFile
               : QString(provenance.sourceFile + QLatin1String(", ") + provenance.sourcePlace);
}

ChartJson::ChartJson(const session::Session& session, const session::PatientRow& patient,
                     const record::Chart& chart, QString only)
    : m_session(session)
    , m_patient(patient)
    , m_chart(chart)
    , m_only(std::move(only)) {}

QStringList ChartJson::names() {
    return {QStringLiteral("allergies"),     QStringLiteral("medications"),
            QStringLiteral("problems"),      QStringLiteral("results"),
            QStringLiteral("vitals"),        QStringLiteral("social"),
            QStringLiteral("immunizations"), QStringLiteral("recommendations"),
            QStringLiteral("encounters"),    QStringLiteral("notes"),
            QStringLiteral("documents"),     QStringLiteral("procedures"),
            QStringLiteral("imaging"),       QStringLiteral("appointments"),
            QStringLiteral("orders"),        QStringLiteral("goals"),
            QStringLiteral("carePlans"),     QStringLiteral("levelOfCare"),
            QStringLiteral("familyHistory"), QStringLiteral("devices"),
            QStringLiteral("reports"),       QStringLiteral("others")};
}

QJsonObject ChartJson::base(const record::Item& item) {
    const record::Coding code = item.code.primary();
    QJsonObject object{{QStringLiteral("id"), item.reference},
                       {QStringLiteral("date"), item.date.text},
                       {QStringLiteral("code"), QJsonObject{{QStringLiteral("system"), code.system},
                                                            {QStringLiteral("code"), code.code}}},
                       {QStringLiteral("text"), item.code.label()},
                       {QStringLiteral("status"), item.status}};
    const auto provenance = m_session.provenance(m_patient.key, item.reference);
    const QJsonObject signature =
        provenance ? signatureJson(*provenance) : QJsonObject{{QStringLiteral("ok"), false}};
    m_alarm = m_alarm || !signature.value(QLatin1String("ok")).toBool();
    if (provenance)
        object.insert(QStringLiteral("source"), sourceText(*provenance));
    object.insert(QStringLiteral("signature"), signature);
    return object;
}

template <class T>
QJsonObject ChartJson::json(const T& item) {
    QJsonObject object = base(item);
    details(object, item);
    put(object, "notes", item.notes);
    put(object, "remarks", item.remarks);
    return object;
}

template <class Section>
void ChartJson::visitSection(const char* name, const Section& section, const Visit& visit) {
    const QString key = QLatin1String(name);
    if (!m_only.isEmpty() && m_only != key)
        return;
    if (section.items.isEmpty()) {
        const bool none = section.state() == record::SectionState::NoneKnown;
        QJsonObject state{{QStringLiteral("state"),
                           none ? QStringLiteral("none-known") : QStringLiteral("unknown")}};
        put(state, "reason", section.facts.reason);
        put(state, "at", section.facts.statedAt.text);
        put(state, "by", section.facts.statedBy);
        visit(key, state);
        return;
    }
    QJsonArray items;
    for (const auto& item : section.items)
        items.append(json(item));
    visit(key, items);
}

void ChartJson::visitAll(const Visit& visit) {
    visitSection("allergies", m_chart.allergies, visit);
    visitSection("medications", m_chart.medications, visit);
    visitSection("problems", m_chart.problems, visit);
    visitSection("results", m_chart.results, visit);
    visitSection("vitals", m_chart.vitals, visit);
    visitSection("social", m_chart.social, visit);
    visitSection("immunizations", m_chart.immunizations, visit);
    visitSection("recommendations", m_chart.recommendations, visit);
    visitSection("encounters", m_chart.encounters, visit);
    visitSection("notes", m_chart.notes, visit);
    visitSection("documents", m_chart.documents, visit);
    visitSection("procedures", m_chart.procedures, visit);
    visitSection("imaging", m_chart.imaging, visit);
    visitSection("appointments", m_chart.appointments, visit);
    visitSection("orders", m_chart.orders, visit);
    visitSection("goals", m_chart.goals, visit);
    visitSection("carePlans", m_chart.carePlans, visit);
    visitSection("levelOfCare", m_chart.levelOfCare, visit);
    visitSection("familyHistory", m_chart.familyHistory, visit);
    visitSection("devices", m_chart.devices, visit);
    record::Section<record::Panel> reports{.facts = {}, .items = m_chart.results.panels};
    visitSection("reports", reports, visit);
    visitSection("others", m_chart.others, visit);
}

QJsonObject ChartJson::sections() {
    QJsonObject object;
    visitAll([&](const QString& name, const QJsonValue& value) { object.insert(name, value); });
    return object;
}

void ChartJson::print() {
    const record::Patient& patient = m_chart.patient;
    printLine(QStringList{patient.name.shown(), patient.birth.text, patient.sexWords,
                          record::formatNam(patient.nam)}
                  .join(QLatin1Char('\t')));
    visitAll([](const QString& name, const QJsonValue& value) {
        if (value.isObject()) {
            printLine(QStringLiteral("%1\t%2").arg(
                name, value.toObject().value(QLatin1String("state")).toString()));
            return;
        }
        const QJsonArray items = value.toArray();
        printLine(QStringLiteral("%1\t%2").arg(name).arg(items.size()));
        for (const QJsonValue entry : items) {
            const QJsonObject item = entry.toObject();
            QStringList columns{item.value(QLatin1String("date")).toString(),
                                item.value(QLatin1String("text")).toString()};
            for (const char* key :
                 {"value", "unit", "flag", "posology", "reaction", "title", "status"})
                if (const QString text = item.value(QLatin1String(key)).toString(); !text.isEmpty())
                    columns += text;
            printLine(QLatin1String("  ") + columns.join(QLatin1Char('\t')));
        }
    });
}

} // namespace chevet::cli
