// search_bench N [FOLDER]: fills a view with N generated patients, straight through ViewWriter,
// then types realistic queries one keystroke at a time and prints what each costs. Prints JSON.

#include "crypto/primitives/hash.h"
#include "log/body_codec.h"
#include "vault/finder.h"
#include "vault/schema.h"
#include "vault/view_writer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <ctime>

using namespace chevet;

namespace {

const char* const families[] = {
    "Tremblay", "Gagnon",     "Roy",      "Côté",      "Bouchard",  "Gauthier", "Morin",
    "Lavoie",   "Fortin",     "Gagné",    "Ouellet",   "Pelletier", "Bélanger", "Lévesque",
    "Bergeron", "Leblanc",    "Paquette", "Girard",    "Simard",    "Boucher",  "Caron",
    "Beaulieu", "Cloutier",   "Dubé",     "Poirier",   "Fournier",  "Lapointe", "Leclerc",
    "Lefebvre", "Poulin",     "Thibault", "St-Pierre", "Nadeau",    "Martin",   "Landry",
    "Martel",   "Bédard",     "Grenier",  "Lessard",   "Bernier",   "Richard",  "Michaud",
    "Hébert",   "Desjardins", "Couture",  "Turcotte",  "Lachance",  "Parent",   "Blais",
    "Gosselin", "L'Heureux"};
const char* const givens[] = {
    "Marie",  "Jean",   "Pierre",   "Louise", "Michel",  "André",   "Sylvie",  "Daniel", "Nathalie",
    "Martin", "Sophie", "Émilie",   "Luc",    "Julie",   "Camille", "Léa",     "Noah",   "William",
    "Emma",   "Alice",  "Liam",     "Thomas", "Félix",   "Rosalie", "Jacob",   "Olivia", "Chloé",
    "Jules",  "Arthur", "Béatrice", "Simon",  "Mathieu", "Maude",   "Gabriel", "Anne"};
const char* const syllables[] = {"ba",  "bert", "cha", "del", "dou", "fra", "gal",
                                 "gui", "la",   "lé",  "mar", "mon", "nel", "ou",
                                 "par", "ri",   "ron", "sa",  "ten", "vil"};

class Dice { // splitmix64: the same clinic every time
public:
    quint64 next() {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ z >> 30U) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ z >> 27U) * 0x94d049bb133111ebULL;
        return z ^ z >> 31U;
    }
    int below(int limit) { return static_cast<int>(next() % static_cast<quint64>(limit)); }
    template <std::size_t N>
    const char* skewed(const char* const (&list)[N]) {
        const double u = static_cast<double>(next() >> 11U) / 9007199254740992.0;
        return list[static_cast<std::size_t>(u * u * static_cast<double>(N))];
    }

private:
    quint64 m_state = 7;
};

QByteArray familyOf(Dice& dice) {
    if (dice.below(100) < 55)
        return dice.skewed(families);
    QByteArray name;
    for (int i = 2 + dice.below(2); i > 0; --i)
        name += syllables[dice.below(std::size(syllables))];
    name[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(name[0])));
    return name;
}

log::Op patientOp(Dice& dice, const base::Uuid& key) {
    QByteArray given = dice.skewed(givens);
    if (dice.below(10) == 0)
        given += QByteArray("-") + dice.skewed(givens);
    const QDate birth = QDate(1925, 1, 1).addDays(dice.below(36'500));
    const QByteArray family = familyOf(dice);
    const QByteArray nam = "ABCD" + birth.toString(QStringLiteral("yyMMdd")).toLatin1() +
                           QByteArray::number(10 + dice.below(90));
    const QByteArray json =
        R"({"resourceType":"Patient","id":")" + key.toString().toUtf8() +
        R"(","identifier":[{"system":"https://fhir.infoway-inforoute.ca/NamingSystem/)"
        R"(ca-qc-patient-healthcare-id","value":")" +
        nam + R"("}],"name":[{"family":")" + family + R"(","given":[")" + given +
        R"("]}],"telecom":[{"system":"phone","value":"418 )" +
        QByteArray::number(200 + dice.below(700)) + "-" +
        QByteArray::number(1000 + dice.below(9000)) + R"("}],"gender":"female","birthDate":")" +
        birth.toString(Qt::ISODate).toUtf8() + "\"}";
    log::Op op{.kind = log::OpKind::Put, .patient = key};
    op.resourceType = "Patient";
    op.resourceId = key.toString().toUtf8();
    op.body = *log::BodyCodec::instance().encode(json);
    return op;
}

log::Op visitOp(Dice& dice, const base::Uuid& key) {
    const QDate day = QDate(2015, 1, 1).addDays(dice.below(3900));
    log::Op op{.kind = log::OpKind::Put, .patient = key};
    op.resourceType = "Encounter";
    op.resourceId = "v" + QByteArray::number(dice.next() % 1'000'000'007);
    op.body = *log::BodyCodec::instance().encode(
        QByteArray(R"({"resourceType":"Encounter","type":[{"text":"Suivi"}],"period":{"start":")" +
                   day.toString(Qt::ISODate).toUtf8() + "\"}}"));
    return op;
}

bool fill(vault::Database& database, int patients) {
    Dice dice;
    const vault::WriterSources sources;
    const auto stream = *base::Uuid::fromBytes(crypto::hash("stream").view().first(16));
    quint64 seq = 0;
    for (int done = 0; done < patients;) {
        auto transaction = vault::Transaction::begin(database);
        vault::ViewWriter writer(database, sources);
        for (int i = 0; i < 20 && done < patients; ++i) {
            vault::Incoming entry{.ref = {.stream = stream, .seq = ++seq}, .content = {}};
            entry.content.time = std::uint64_t(1'760'000'000'000) << 16U;
            for (int j = 0; j < 250 && done < patients; ++j, ++done) {
                const auto key = *base::Uuid::fromBytes(
                    crypto::hash(QByteArray("p" + QByteArray::number(done))).view().first(16));
                entry.content.ops.push_back(patientOp(dice, key));
                entry.content.ops.push_back(visitOp(dice, key));
            }
            if (!writer.accept(entry))
                return false;
        }
        if (!transaction || !writer.seal() || !transaction->commit())
            return false;
    }
    return true;
}

const char* const typed[] = {"tremblay marie",
                             "roy",
                             "côté jean",
                             "lévesque",
                             "saint-pierre",
                             "st pierre luc",
                             "marie-anne gagnon",
                             "tremblé",
                             "gautier sophie",
                             "bouchard 1955",
                             "1987-06-03",
                             "3 juin 1987",
                             "03/06/1987",
                             "1987",
                             "abcd 5506",
                             "418 555",
                             "555-1234",
                             "lachance m",
                             "m t",
                             "ma le",
                             "emilie",
                             "xyz",
                             "l'heureux",
                             "jean pierre martin",
                             "paquet",
                             "bélanger béatrice",
                             "nadau",
                             "chabert",
                             "marmon luc",
                             "galvil",
                             "a",
                             "an",
                             "simard simon",
                             "thibo",
                             "dube 1960 marie",
                             "tremblay xavier",
                             "le",
                             "de la",
                             "martin martin",
                             "guironsa"};

// Of this thread: the machine may be busy with something else, and nothing here waits for a disk.
double cpuMilliseconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

void type(vault::Database& database, const char* mode) {
    std::vector<double> times;
    std::vector<std::pair<double, QString>> slow;
    for (const char* text : typed) {
        const QString whole = QString::fromUtf8(text);
        for (qsizetype size = 1; size <= whole.size(); ++size) {
            const double start = cpuMilliseconds();
            vault::Finder finder(database);
            auto lines = finder.find(whole.left(size), 50, 0);
            if (lines)
                (void)finder.markNamesakes(*lines);
            const double ms = cpuMilliseconds() - start;
            times.push_back(ms);
            slow.emplace_back(ms, whole.left(size));
        }
    }
    std::sort(times.begin(), times.end());
    std::sort(slow.rbegin(), slow.rend());
    const auto at = [&](double p) {
        return times[static_cast<std::size_t>(p * static_cast<double>(times.size() - 1))];
    };
    std::printf("%s{\"name\":\"%s p50\",\"value\":%.2f,\"unit\":\"ms\"},"
                "{\"name\":\"%s p95\",\"value\":%.2f,\"unit\":\"ms\",\"goal\":\"<= 16\"},"
                "{\"name\":\"%s p99\",\"value\":%.2f,\"unit\":\"ms\",\"goal\":\"<= 50\"}",
                *mode == 'c' ? "" : ",", mode, at(0.5), mode, at(0.95), mode, at(0.99));
    for (std::size_t i = 0; i < 12 && i < slow.size(); ++i)
        std::fprintf(stderr, "  %.2f ms  '%s'\n", slow[i].first, qPrintable(slow[i].second));
}

} // namespace

int main(int argc, char** argv) {
    const int patients = argc > 1 ? std::atoi(argv[1]) : 100'000;
    const QTemporaryDir temporary;
    const QString folder = argc > 2 ? QString::fromLocal8Bit(argv[2]) : temporary.path();
    const QString file = folder + QStringLiteral("/bench-view.db");
    const auto key = crypto::VaultKey::from(crypto::Secret(32));
    const bool fresh = !QFile::exists(file);
    {
        auto database =
            vault::Database::open(file, *key, vault::Database::Mode::Create,
                                  {.vfs = nullptr, .cacheKiB = 64 * 1024, .plaintext = {}});
        if (!database)
            return 1;
        QElapsedTimer timer;
        timer.start();
        if (fresh && (!vault::createSchema(**database) || !fill(**database, patients)))
            return 1;
        std::fprintf(stderr, "%d patients, %.1f s, %.0f MB\n", patients,
                     static_cast<double>(timer.elapsed()) / 1000.0,
                     static_cast<double>(QFileInfo(file).size()) / 1e6);
    }
    auto database = vault::Database::open(file, *key, vault::Database::Mode::ReadOnly);
    if (!database)
        return 1;
    std::printf("{\"bench\":\"search\",\"rows\":[");
    type(**database, "cold");
    type(**database, "warm");
    std::printf("],\"note\":\"%d patients, processor time\"}\n", patients);
    return 0;
}
