#include "least_work.h"

#include "log/body_codec.h"

#include <simdjson.h>

namespace chevet::bench {

namespace {

std::unique_ptr<vault::Database> freshDatabase(const QString& path, const crypto::VaultKey& key) {
    auto database = vault::Database::open(path, key, vault::Database::Mode::Create);
    if (!database)
        qFatal("%s", qPrintable(database.error().toString()));
    if (!(*database)->script("CREATE TABLE rows (owner INTEGER, number INTEGER, type TEXT, id "
                             "TEXT, body BLOB, PRIMARY KEY (owner, number)) WITHOUT ROWID"))
        qFatal("no table");
    return std::move(*database);
}

void insert(vault::Database& database, qint64 owner, qint64 number, const QByteArray& type,
            const QByteArray& json) {
    const auto body = log::BodyCodec::instance().encode(json);
    if (!body || !database.run("INSERT INTO rows VALUES (?, ?, ?, ?, ?)", owner, number,
                               QString::fromUtf8(type), QString::number(number), *body))
        qFatal("insert");
}

template <class Body>
void inTransaction(vault::Database& database, Body&& body) {
    auto transaction = vault::Transaction::begin(database);
    if (!transaction)
        qFatal("begin");
    body();
    if (!transaction->commit())
        qFatal("commit");
}

} // namespace

double importLimit(const QStringList& files, const QString& folder) {
    const auto database =
        freshDatabase(folder + QLatin1String("/limit.db"), crypto::VaultKey::random());
    simdjson::dom::parser parser;
    return seconds([&] {
        qint64 owner = 0;
        for (const QString& path : files) {
            ++owner;
            const simdjson::dom::element root = parser.load(path.toStdString());
            inTransaction(*database, [&] {
                qint64 number = 0;
                for (const simdjson::dom::element entry : root["entry"].get_array()) {
                    const std::string json = simdjson::minify(entry["resource"]);
                    const std::string_view type = entry["resource"]["resourceType"];
                    insert(*database, owner, ++number,
                           QByteArray(type.data(), static_cast<qsizetype>(type.size())),
                           QByteArray::fromStdString(json));
                }
            });
        }
    });
}

BundleRows patientRows(const QString& path) {
    BundleRows rows;
    simdjson::dom::parser parser;
    const simdjson::dom::element root = parser.load(path.toStdString());
    for (const simdjson::dom::element entry : root["entry"].get_array()) {
        const std::string_view type = entry["resource"]["resourceType"];
        const std::string_view id = entry["resource"]["id"];
        if (type == "Patient")
            rows.patientId = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size()));
        else if (type == "Practitioner" || type == "Organization" || type == "Location")
            continue;
        rows.bodies.push_back(QByteArray::fromStdString(simdjson::minify(entry["resource"])));
    }
    return rows;
}

ChartLimit::ChartLimit(const QString& folder, const std::vector<std::vector<QByteArray>>& charts)
    : m_path(folder + QLatin1String("/chart-limit.db"))
    , m_key(crypto::VaultKey::random())
    , m_database(freshDatabase(m_path, m_key)) {
    for (std::size_t patient = 0; patient < charts.size(); ++patient)
        inTransaction(*m_database, [&] {
            for (std::size_t i = 0; i < charts[patient].size(); ++i)
                insert(*m_database, static_cast<qint64>(patient), static_cast<qint64>(i),
                       "Observation", charts[patient][i]);
        });
}

ChartLimit::~ChartLimit() = default;

void ChartLimit::reopen() {
    m_database.reset();
    auto opened = vault::Database::open(m_path, m_key, vault::Database::Mode::ReadOnly);
    if (!opened)
        qFatal("%s", qPrintable(opened.error().toString()));
    m_database = std::move(*opened);
}

double ChartLimit::read(std::size_t patient) const {
    qint64 bytes = 0;
    const double spent = seconds([&] {
        auto rows = m_database->query("SELECT body FROM rows WHERE owner = ?",
                                      static_cast<qint64>(patient));
        while (*rows.next())
            bytes += log::BodyCodec::instance().decode(rows.blob(0))->size();
    });
    if (bytes == 0)
        qFatal("the limit read nothing");
    return spent;
}

} // namespace chevet::bench
