#pragma once
// Finder: the reading side of the patient search. Exact, then prefix, then phonetic; if nobody
// answers, names one slip of the hand away. The latest contact first within each. Work per call is
// bounded whatever is typed (FORMAT.md §5).

#include "record/search_text.h"
#include "vault/patients.h"

#include <unordered_map>

namespace chevet::vault {

class Finder {
public:
    explicit Finder(Database& database)
        : m_database(database)
        , m_patients(database) {}
    [[nodiscard]] base::Result<PatientLines> find(const QString& text, int limit, int offset);
    // Fills `namesake`.
    [[nodiscard]] base::Result<> markNamesakes(PatientLines& lines);

private:
    using Match = PatientLine::Match;
    struct Posting {
        qint64 late = 0, owner = 0;
        quint64 sig = 0;
        bool operator<(const Posting& other) const {
            return std::pair(late, owner) < std::pair(other.late, other.owner);
        }
    };
    struct List { // a term's patients
        qint64 term = 0, n = 0, newest = 0;
    };
    struct Wanted { // what is asked, ready to be compared with a patient
        record::SearchQuery query;
        QStringList sounds{};  // phonetic keys of query.names
        QStringList numbers{}; // beginnings of `numbers` entries, any of which will do
        quint64 signature = 0; // of the names' beginnings; for tiers up to Prefix
        QString nam{};         // "m" + query.nam
    };
    struct Hit {
        PatientRow row;
        Match match = Match::Prefix;
    };

    [[nodiscard]] static Wanted prepare(const record::SearchQuery& query);
    [[nodiscard]] base::Result<> byNam(const Wanted& wanted);
    [[nodiscard]] base::Result<bool> byNumbers(const Wanted& wanted); // false: too many, use names
    [[nodiscard]] base::Result<> byNames(const Wanted& wanted);
    [[nodiscard]] base::Result<> byCloseNames(const Wanted& wanted);
    [[nodiscard]] base::Result<QStringList> closeTo(const QString& name);
    [[nodiscard]] base::Result<> tier(const Wanted& wanted, Match match);
    [[nodiscard]] base::Result<std::vector<List>> lists(const Wanted& wanted, int word,
                                                        Match match);
    [[nodiscard]] base::Result<bool> shortList(const Wanted& wanted, int word, Match match);
    [[nodiscard]] base::Result<> merge(std::vector<List> lists, const Wanted& wanted, Match match);
    // False: enough has been found of this tier and the better ones.
    [[nodiscard]] base::Result<bool> consider(const Posting& posting, const Wanted& wanted,
                                              Match tier);
    [[nodiscard]] std::optional<Match> classify(const PatientRow& row, const Wanted& wanted) const;
    [[nodiscard]] base::Result<std::vector<Posting>> numberPostings(const QStringList& beginnings,
                                                                    bool& all);
    [[nodiscard]] base::Result<PatientLines> listAll(int limit, int offset);
    [[nodiscard]] PatientLines result(int limit, int offset);

    Database& m_database;
    Patients m_patients;
    int m_need = 0; // hits after which to stop
    std::vector<Hit> m_hits;
    // Verdict on every patient whose row was read; nullopt: does not answer.
    std::unordered_map<qint64, std::optional<Match>> m_seen;
    int m_counted = 0;                // hits of the tiers walked so far, met while walking them
    qint64 m_walked = 0, m_known = 0; // postings walked, and of how many
    qint64 m_fetched = 0;
    bool m_stopped = false; // the answer was not walked to its end
};

} // namespace chevet::vault
