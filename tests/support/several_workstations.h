#pragma once
// One clinic with several workstations on one machine, never connected: they share a folder, and a
// clock that a story may set wrong for one of them.

#include "support/fhir_samples.h"
#include "support/test_clinic.h"

namespace chevet::tests {

// A clock that a story sets.
class StoryClock final : public base::Clock {
public:
    [[nodiscard]] QDateTime now() const override {
        return base::systemClock().now().addSecs(offset);
    }
    [[nodiscard]] qint64 monotonicNanoseconds() const override {
        return base::systemClock().monotonicNanoseconds();
    }
    qint64 offset = 0; // seconds
};

// One of them: its vault, and its session while it is open.
struct Workstation {
    const char* name;
    QString folder;
    StoryClock clock;
    session::Environment environment;
    std::unique_ptr<session::Session> session;

    Workstation(const char* called, const QString& where)
        : name(called)
        , folder(where)
        , environment{.disk = base::realFileSystem(),
                      .clock = clock,
                      .random = crypto::systemRandom(),
                      .kdfLimits = cheapKdf()} {}

    void open() {
        session.reset();
        auto opened = session::Session::open(environment, folder, {}, TestClinic::words());
        if (!opened)
            qFatal("%s: %s", name, qPrintable(opened.error().toString()));
        session = std::move(*opened);
    }
    [[nodiscard]] session::JoinWish wish() const {
        return {.workstation = QString::fromLatin1(name),
                .name = QStringLiteral("Dre ") + QString::fromLatin1(name),
                .passphrase = TestClinic::words(),
                .cost = {.passes = 1, .memoryKiB = 8}};
    }
    session::ExchangeOutcome exchange(const QString& by) {
        auto outcome = session->exchange(by);
        if (!outcome)
            qFatal("%s: %s", name, qPrintable(outcome.error().toString()));
        return std::move(*outcome);
    }
    [[nodiscard]] QString root() const { return session->clinicState()->root.toHex(); }
    [[nodiscard]] session::PatientKey patient(const char* id) const {
        const auto row = session->findPatient(QString::fromLatin1(id));
        if (!row)
            qFatal("%s: no %s", name, id);
        return row->key;
    }
    void write(const char* id, const QByteArray& resource) {
        const auto written = session->write(patient(id), resource);
        if (!written)
            qFatal("%s: %s", name, qPrintable(written.error().toString()));
    }
    [[nodiscard]] QByteArray get(const char* id, const char* resource) const {
        const auto json = session->resource(patient(id), QString::fromLatin1(resource));
        return json ? *json : QByteArray();
    }
};

struct SeveralWorkstations {
    QTemporaryDir folder;
    QString stick;
    std::vector<std::unique_ptr<Workstation>> all;

    explicit SeveralWorkstations(int count) {
        stick = folder.filePath(QStringLiteral("cle"));
        QDir().mkpath(stick);
        constexpr const char* names[] = {"accueil", "salle-2", "salle-3", "salle-4", "salle-5"};
        for (int i = 0; i < count; ++i)
            all.push_back(std::make_unique<Workstation>(
                names[i], folder.filePath(QString::fromLatin1(names[i]))));
        auto made =
            session::Session::create(first().environment, first().folder, TestClinic::newClinic());
        if (!made)
            qFatal("no clinic");
        kit = std::move(made->recoveryKit);
        first().session = std::move(made->session);
        for (int i = 1; i < count; ++i)
            join(at(i));
    }
    [[nodiscard]] Workstation& first() { return *all.front(); }
    [[nodiscard]] Workstation& at(int index) { return *all.at(static_cast<std::size_t>(index)); }

    void join(Workstation& one) {
        const auto code =
            session::Session::requestToJoin(one.environment, one.folder, stick, one.wish());
        if (!code)
            qFatal("%s", qPrintable(code.error().toString()));
        const auto admitted = first().session->admit(stick, *code, session::Role::Physician);
        if (!admitted)
            qFatal("%s", qPrintable(admitted.error().toString()));
        const auto joined = session::Session::join(one.environment, one.folder, stick,
                                                   admitted->clinicCode, one.wish());
        if (!joined)
            qFatal("%s", qPrintable(joined.error().toString()));
        one.open();
    }
    // Until nothing moves any more.
    void exchangeAll() {
        for (int round = 0; round < 8; ++round) {
            qint64 moved = 0;
            for (const auto& one : all) {
                if (!one->session)
                    continue;
                const auto outcome = one->exchange(stick);
                moved += outcome.sent + outcome.received;
            }
            if (moved == 0)
                return;
        }
        qFatal("the exchange never ends");
    }
    // Empty if all open ones agree.
    [[nodiscard]] QString disagreement() const {
        QString root;
        for (const auto& one : all) {
            if (!one->session)
                continue;
            const QString mine = one->root();
            if (!root.isEmpty() && mine != root)
                return QString::fromLatin1(one->name);
            root = mine;
        }
        return {};
    }

    crypto::Secret kit{0};
};

} // namespace chevet::tests
