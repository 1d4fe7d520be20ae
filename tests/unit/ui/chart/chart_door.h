#pragma once
// A door onto one chart made of FHIR written in a test: versions, signatures and files are what the
// test says they are.

#include "support/fake/fake_door.h"
#include "unit/record/chart_maker.h"

#include <QHash>

#include <mutex>

namespace chevet::tests {

class ChartDoor : public test::FakeDoor {
public:
    ChartMaker maker;
    record::AnalyteMap analytes;
    QHash<QString, QList<session::ResourceVersion>> versions;
    QHash<QString, session::SignatureState> signatures; // Verified unless it says otherwise
    QHash<QString, QByteArray> blobs;
    QHash<QString, QByteArray> stored; // resource(); what is written lands here and in the chart
    bool readOnly = false;             // mapAnalyte() fails
    std::optional<base::ErrorCode> broken; // chart() fails with it

    static session::PatientKey key() { return session::PatientKey(std::array<std::uint8_t, 16>{}); }

    base::Result<record::Chart> chart(const session::PatientKey&) const override {
        const std::scoped_lock one(m_mutex);
        if (broken)
            return base::fail(*broken);
        record::ChartOptions options;
        options.today = QDate(2025, 10, 9);
        options.analytes = analytes;
        return record::buildChart(maker.resources(), {}, options);
    }
    base::Result<session::PatientRow> patient(const session::PatientKey& patient) const override {
        session::PatientRow row(patient);
        row.id = QStringLiteral("p");
        return row;
    }
    base::Result<QList<session::ResourceVersion>> history(const session::PatientKey&,
                                                          const QString& id) const override {
        return versions.value(id);
    }
    base::Result<session::Provenance> provenance(const session::PatientKey&,
                                                 const QString& id) const override {
        return signedBy(signatures.value(id, session::SignatureState::Verified));
    }
    base::Result<QByteArray> resource(const session::PatientKey&,
                                      const QString& id) const override {
        const std::scoped_lock one(m_mutex);
        if (stored.contains(id))
            return stored.value(id);
        return QByteArray(R"({"resourceType":"MedicationRequest","id":"m"})");
    }
    base::Result<QByteArray> blob(const session::PatientKey&, const QString& id) const override {
        if (!blobs.contains(id))
            return base::fail(base::ErrorCode::NotFound);
        return blobs.value(id);
    }
    base::Result<session::Written> write(const session::PatientKey& patient, const QByteArray& json,
                                         const QString& reason) override {
        auto written = FakeDoor::write(patient, json, reason);
        const std::scoped_lock one(m_mutex);
        if (written && !stored.contains(written->resource)) {
            maker.add(QByteArray(json).replace('\'', "\\u0027"));
            stored.insert(written->resource, json);
        }
        return written;
    }
    base::Result<> mapAnalyte(const QString& code, const QString& row) override {
        const std::scoped_lock one(m_mutex);
        if (readOnly)
            return base::fail(base::ErrorCode::DiskFull);
        analytes.rowOf.insert(code, row);
        return {};
    }

    static session::Provenance signedBy(session::SignatureState state) {
        session::Provenance provenance;
        provenance.signature = state;
        provenance.author = QStringLiteral("Dre Maude Lachance");
        provenance.device = QStringLiteral("CONSULT-3");
        provenance.at = QDateTime(QDate(2025, 9, 2), QTime(16, 48));
        provenance.sourceFile = QStringLiteral("lot.json");
        provenance.sourcePlace = QStringLiteral("entry 12");
        provenance.sequence = 1284;
        provenance.entryHash = QStringLiteral("b83a0f6d21c9aabb");
        return provenance;
    }

    // A version of warfarin at `dose` mg.
    static session::ResourceVersion version(int number, const char* dose, bool current,
                                            session::SignatureState state) {
        session::ResourceVersion version;
        version.version = number;
        version.current = current;
        version.json = medication(dose);
        version.provenance = signedBy(state);
        return version;
    }
    static QByteArray medication(const char* dose) {
        QByteArray json = "{'resourceType':'MedicationRequest','id':'m','status':'active',"
                          "'intent':'order','authoredOn':'2025-09-02','medicationCodeableConcept':"
                          "{'text':'Warfarine " +
                          QByteArray(dose) +
                          " mg'},'dosageInstruction':[{'text':'1 fois par jour'}]}";
        return json.replace('\'', '"');
    }

private:
    mutable std::mutex m_mutex;
};

} // namespace chevet::tests
