#include "pages/shots/demo_copy.h"

#include "session/demo_vault.h"

#include <cstdio>

namespace chevet::test {

namespace {

bool copyFolder(const QString& from, const QString& to) {
    if (!QDir().mkpath(to))
        return false;
    QDirIterator entries(from, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    const QDir source(from), target(to);
    while (entries.hasNext()) {
        const QString file = entries.next(), below = source.relativeFilePath(file);
        if (!QDir().mkpath(QFileInfo(target.filePath(below)).path()) ||
            !QFile::copy(file, target.filePath(below)))
            return false;
    }
    return true;
}

QString write(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        std::fprintf(stderr, "cannot write %s\n", qPrintable(path));
    return path;
}

QByteArray patient(const char* id, const char* family, const char* given, const char* birth) {
    return QByteArray(R"({"resourceType":"Patient","id":")") + id +
           R"(","name":[{"use":"official","family":")" + family + R"(","given":[")" + given +
           R"("]}],"gender":"male","birthDate":")" + birth + R"("})";
}

QByteArray glucose(int number) {
    return QByteArray(R"({"resourceType":"Observation","id":"g)") + QByteArray::number(number) +
           R"(","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"14749-6"}],)"
           R"("text":"Glucose"},"subject":{"reference":"Patient/lot"},"effectiveDateTime":"2024-01-)" +
           QByteArray::number(number % 28 + 1).rightJustified(2, '0') +
           R"(","valueQuantity":{"value":)" + QByteArray::number(5.0 + number % 20 / 10.0, 'f', 1) +
           R"(,"unit":"mmol/L","system":"http://unitsofmeasure.org","code":"mmol/L"}})";
}

} // namespace

DemoCopy::DemoCopy()
    : m_environment{.disk = base::realFileSystem(),
                    .clock = base::systemClock(),
                    .random = crypto::systemRandom(),
                    .kdfLimits = tests::cheapKdf()} {}

bool DemoCopy::make() {
    const QString home = m_folder.filePath(QStringLiteral("demo"));
    const auto opened = session::openDemoVault(m_environment, home);
    if (!opened) {
        std::fprintf(stderr, "the demo clinic cannot be made: %s\n",
                     qPrintable(opened.error().toString()));
        return false;
    }
    (*opened)->lock();
    m_original = session::demoVaultFolder(m_environment, home);
    return true;
}

QString DemoCopy::fresh() {
    const QString folder = m_folder.filePath(QStringLiteral("copie-%1").arg(++m_number));
    if (!copyFolder(m_original, folder))
        std::fprintf(stderr, "cannot copy the demo vault\n");
    return folder;
}

QString DemoCopy::emptyFolder() {
    return m_folder.filePath(QStringLiteral("premier-%1/coffre").arg(++m_number));
}

QStringList DemoCopy::mixedLot() {
    const QString lot = m_folder.filePath(QStringLiteral("lot"));
    const auto put = [&](const char* name, const QByteArray& bytes) {
        return write(QString(lot + u'/' + QString::fromUtf8(name)), bytes);
    };
    return {
        put("patient-transfere.json",
            patient("transfere", "Tremblay", "\u00c9tienne", "1958-03-11")),
        put("sommaire-2019.xml", R"(<Bundle xmlns="http://hl7.org/fhir"></Bundle>)"),
        put("lot-04.ndjson",
            patient("quatre", "Gagnon", "Luc", "1971-02-03") + '\n' +
                R"({"resourceType":"Observation","id":"x","id":"y","status":"final"})" + '\n'),
        put("envoi.zip", QByteArray("PK\x03\x04\x14\x00\x00\x00", 8)),
        put("bilan-octobre.json", patient("bilan", "Roy", "Paul", "1980-01-01").chopped(30)),
        put("ancien.json",
            R"({"resourceType":"MedicationOrder","id":"m","patient":{"reference":"Patient/x"}})")};
}

QString DemoCopy::largeFolder() {
    const QString folder = m_folder.filePath(QStringLiteral("archives"));
    for (int file = 0; file < 24 && !QFile::exists(folder + QStringLiteral("/23.ndjson")); ++file) {
        QByteArray lines = patient("lot", "Archives", "Simon", "1990-04-01") + '\n';
        for (int i = 0; i < 2'000; ++i)
            lines += glucose(2'000 * file + i) + '\n';
        write(QStringLiteral("%1/%2.ndjson").arg(folder).arg(file, 2, 10, QLatin1Char('0')), lines);
    }
    return folder;
}

} // namespace chevet::test
