#pragma once
// World: the workstations of one clinic in one schedule, the folders between them, and what was
// acknowledged to somebody. It acts through session::Session only, as the programs do.

#include "simulate/dice.h"
#include "support/faulty_file_system.h"
#include "support/test_clinic.h"

#include <map>

namespace chevet::simulate {

// Every workstation's own idea of the time; they share only how fast it passes.
class StationClock final : public base::Clock {
public:
    StationClock(const qint64& ticks, qint64 wrongBy)
        : m_ticks(ticks)
        , m_wrongBy(wrongBy) {}
    [[nodiscard]] QDateTime now() const override {
        return QDateTime::fromMSecsSinceEpoch(1'760'000'000'000 + m_wrongBy + m_ticks, Qt::UTC);
    }
    [[nodiscard]] qint64 monotonicNanoseconds() const override { return m_ticks * 1'000'000; }
    void setWrongBy(qint64 milliseconds) { m_wrongBy = milliseconds; }

private:
    const qint64& m_ticks;
    qint64 m_wrongBy;
};

struct Station {
    Station(int which, QString where, const qint64& ticks, base::Random& random)
        : number(which)
        , folder(std::move(where))
        , clock(ticks, 0)
        , environment{
              .disk = disk, .clock = clock, .random = random, .kdfLimits = tests::cheapKdf()} {}
    int number;
    QString folder; // the vault
    tests::FaultyFileSystem disk{base::realFileSystem()};
    StationClock clock;
    session::Environment environment;
    std::unique_ptr<session::Session> session{};
    base::Uuid device{std::array<std::uint8_t, 16>{}}; // of the clinic's chain, once it is known
    int group = 0;                                     // the folder it uses now
    bool revoked = false;
    bool admin = false;
    std::vector<int> images{}; // acts at which its folder was copied

    [[nodiscard]] QString image(int act) const {
        return folder + QStringLiteral("-image-%1").arg(act);
    }
};

// What the program said was written.
struct Acknowledged {
    QByteArray token; // occurs in its JSON and nowhere else; empty: a deletion
    session::PatientKey patient;
    QString resource{};
    int author = 0; // station
    int act = 0;
    bool sent = false;    // its author left it in an honest folder since
    bool excused = false; // its only disk was put back, or it lies beyond a revocation's cut
};

class World {
public:
    World(std::uint64_t seed, const QString& folder, int acts);

    // False: something did not hold; failures() says what.
    [[nodiscard]] bool run();
    [[nodiscard]] const QStringList& schedule() const noexcept { return m_schedule; }
    [[nodiscard]] const QStringList& failures() const noexcept { return m_failures; }
    [[nodiscard]] int writes() const noexcept { return static_cast<int>(m_said.size()); }
    [[nodiscard]] QString root() const { return m_root; } // of the healed clinic

private:
    // acts.cpp: one each
    void act();
    void write(Station& who);
    void edit(Station& who);
    void removeOne(Station& who);
    void note(Station& who);
    void newPatient(Station& who);
    void decide(Station& who);
    void exchangeHonestly(Station& who);
    void exchangeHostilely(Station& who);
    void regroup();
    void crash(Station& who);
    void killAndReopen(Station& who);
    void takeImage(Station& who);
    void restoreImage(Station& who);
    void cloneMachine(Station& who);
    void newcomer();
    void revokeOne();
    void wrongClock(Station& who);
    // world.cpp
    void found();
    [[nodiscard]] bool open(Station& who);
    void close(Station& who);
    Station& add();
    [[nodiscard]] Station& anybody(); // open
    [[nodiscard]] std::optional<session::PatientRow> somePatient(const Station& who);
    void acknowledge(const Station& who, const QByteArray& token,
                     const session::PatientKey& patient, const QString& resource);
    [[nodiscard]] QString honestFolder(int group) const;
    void say(const Station* who, const QString& what);
    void fail(const QString& what);
    [[nodiscard]] QByteArray freshToken();
    // heal.cpp
    void heal();
    void healRound(bool& moved);
    void check();
    void checkStation(Station& who);
    void checkResource(Station& who, const session::PatientKey& patient, const QString& resource);

    std::uint64_t m_seed;
    Dice m_dice;
    QString m_folder;
    int m_acts, m_act = 0, m_tokens = 0, m_people = 0;
    qint64 m_ticks = 0;
    std::vector<std::unique_ptr<Station>> m_stations;
    std::vector<Acknowledged> m_said;
    QStringList m_schedule, m_failures;
    QString m_root;
};

constexpr int groups = 3;
constexpr int maxStations = 12;

// Spoils files of an exchange folder; says what it did. `foreign`: an honest folder of another
// clinic, to take files from.
[[nodiscard]] QString spoil(Dice& dice, const QString& folder, const QString& foreign);
// An honest exchange folder of a clinic of its own, made once.
void makeForeignClinic(const QString& folder);

void copyFolder(const QString& from, const QString& to);

} // namespace chevet::simulate
