// The demo clinic as the program embeds it, on a winter day a year after it was written.
#include "record/nam.h"
#include "session/demo.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace chevet::session;

namespace {

const QDate written(2025, 10, 14);
const QDate winter(2026, 12, 3);

QList<QJsonObject> resources(const DemoFile& file, QLatin1String type) {
    QList<QJsonObject> found;
    const QJsonArray entries =
        QJsonDocument::fromJson(file.content)[QLatin1String("entry")].toArray();
    for (const QJsonValue& entry : entries) {
        const QJsonObject resource = entry[QLatin1String("resource")].toObject();
        if (resource[QLatin1String("resourceType")].toString() == type)
            found.append(resource);
    }
    return found;
}

} // namespace

class DemoTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void twelvePatientsAndTheirClinic() {
        const auto files = demoFiles(winter);
        QCOMPARE(files.size(), 13);
        QVERIFY(resources(files.first(), QLatin1String("Patient")).isEmpty());
        QVERIFY(resources(files.first(), QLatin1String("Practitioner")).size() > 10);
        for (const DemoFile& file : files.sliced(1)) {
            QCOMPARE(resources(file, QLatin1String("Patient")).size(), 1);
            QVERIFY2(resources(file, QLatin1String("Composition")).size() >= 1,
                     qPrintable(file.name));
            QVERIFY2(resources(file, QLatin1String("MedicationRequest")).size() >= 3,
                     qPrintable(file.name));
        }
    }

    void everyNumberIsTheOneOfItsOwner() {
        for (const DemoFile& file : demoFiles(winter).sliced(1)) {
            const QJsonObject patient = resources(file, QLatin1String("Patient")).first();
            const QJsonValue name = patient[QLatin1String("name")][0];
            const chevet::record::NamOwner owner{
                name[QLatin1String("family")].toString(),
                name[QLatin1String("given")][0].toString(),
                QDate::fromString(patient[QLatin1String("birthDate")].toString(), Qt::ISODate),
                patient[QLatin1String("gender")].toString()};
            const QString nam =
                patient[QLatin1String("identifier")][0][QLatin1String("value")].toString();
            const auto check = chevet::record::checkNam(nam, owner, winter);
            QVERIFY2(check.valid && check.warnings == 0, qPrintable(nam));
        }
    }

    void theDaysAppointmentsAreAlwaysTodays() {
        for (const QDate& today : {written, winter, QDate(2031, 2, 28)}) {
            int todays = 0;
            for (const DemoFile& file : demoFiles(today))
                for (const QJsonObject& appointment : resources(file, QLatin1String("Appointment")))
                    todays += appointment[QLatin1String("start")].toString().startsWith(
                        today.toString(Qt::ISODate));
            QVERIFY2(todays >= 8, qPrintable(QString::number(todays)));
        }
    }

    void theHourOfAnAppointmentStaysInWinter() {
        const QByteArray summer = R"({"start": "2025-10-14T09:30:00-04:00"})";
        QCOMPARE(moveRecentDates(summer, written, winter),
                 QByteArray(R"({"start": "2026-12-03T09:30:00-05:00"})"));
        QCOMPARE(moveRecentDates(summer, written, written), summer);
    }

    void onlyRecentDatesMove() {
        const QByteArray json =
            R"({"birthDate": "2004-12-19", "onset": "2023-10-13", "next": "2023-10-14",)"
            R"( "text": "RNI du 2025-10-09, dose revue", "year": "2025"})";
        QCOMPARE(
            moveRecentDates(json, written, written.addDays(10)),
            QByteArray(R"({"birthDate": "2004-12-19", "onset": "2023-10-13", "next": "2023-10-24",)"
                       R"( "text": "RNI du 2025-10-19, dose revue", "year": "2025"})"));
    }

    void whatOnlyLooksLikeADateStays_data() {
        QTest::addColumn<QByteArray>("text");
        for (const char* text : {"12025-10-14", "2025-10-145", "2025-10-14-2", "2025-13-40",
                                 "2025-10", "-", "2025-10-1"})
            QTest::newRow(text) << QByteArray(text);
    }
    void whatOnlyLooksLikeADateStays() {
        QFETCH(QByteArray, text);
        QCOMPARE(moveRecentDates(text, written, winter), text);
    }

    void allergiesAreAbsentInBothWays() {
        int stated = 0, silent = 0;
        for (const DemoFile& file : demoFiles(winter).sliced(1)) {
            const auto allergies = resources(file, QLatin1String("AllergyIntolerance"));
            silent += allergies.isEmpty();
            for (const QJsonObject& allergy : allergies)
                stated += allergy[QLatin1String("code")][QLatin1String("coding")][0]
                                 [QLatin1String("code")]
                                     .toString() == QLatin1String("716186003");
        }
        QVERIFY(stated >= 2);
        QVERIFY(silent >= 2);
    }
};

QTEST_APPLESS_MAIN(DemoTest)
#include "demo_test.moc"
