#include "vault/finder.h"

#include <queue>

#include <unordered_set>

namespace chevet::vault {

using base::Result;

namespace {

// Bounds on the work of one keystroke, whatever is typed.
constexpr qint64 maxWalked = 20'000; // postings looked at, about half a microsecond each
constexpr qint64 maxFetched = 300;   // patients' rows read: each may be a page to decrypt
constexpr qsizetype maxLists = 400;  // terms one beginning may stand for
constexpr int maxNumbers = 3'000;    // entries one run of digits may stand for
constexpr int maxDates = 15'000;     // a year of a million patients' birth dates
constexpr int maxCompared = 20'000;  // names of one first letter that are compared for a slip
constexpr qsizetype maxClose = 4;    // names a word is taken for, the most frequent first

bool anyStarts(const QStringList& texts, const QString& beginning) {
    return std::any_of(texts.begin(), texts.end(),
                       [&](const QString& text) { return text.startsWith(beginning); });
}

// The first text that sorts after everything beginning with `beginning`.
QString endOf(const QString& beginning) {
    return beginning + QChar(0xFFFF);
}

} // namespace

Finder::Wanted Finder::prepare(const record::SearchQuery& query) {
    Wanted wanted{.query = query};
    for (const QString& name : wanted.query.names) {
        wanted.sounds += name.size() < 3 ? QString() : record::phoneticKey(name);
        wanted.signature |= signatureOfWord(name);
    }
    for (const QString& date : wanted.query.dates)
        wanted.numbers += QString(QLatin1Char('d') + QString(date).remove(QLatin1Char('-')));
    if (!wanted.query.digits.isEmpty()) {
        for (const char kind : {'m', 't', 'i'})
            wanted.numbers += QString(QLatin1Char(kind) + wanted.query.digits);
    }
    if (!wanted.query.nam.isEmpty())
        wanted.nam = QLatin1Char('m') + wanted.query.nam;
    return wanted;
}

// How a patient answers; nullopt if not at all.
std::optional<Finder::Match> Finder::classify(const PatientRow& row, const Wanted& wanted) const {
    if (!wanted.nam.isEmpty() && anyStarts(row.numbers, wanted.nam))
        return row.numbers.contains(wanted.nam) ? Match::Exact : Match::Prefix;
    if (wanted.query.names.isEmpty() && wanted.numbers.isEmpty())
        return std::nullopt;
    Match worst = Match::Exact;
    QStringList sounds;
    for (qsizetype i = 0; i < wanted.query.names.size(); ++i) {
        const QString& name = wanted.query.names[i];
        if (row.nameTokens.contains(name))
            continue;
        worst = std::max(worst, Match::Prefix);
        if (anyStarts(row.nameTokens, name))
            continue;
        if (sounds.isEmpty()) {
            for (const QString& token : row.nameTokens)
                sounds += record::phoneticKey(token);
        }
        if (wanted.sounds[i].isEmpty() || !sounds.contains(wanted.sounds[i]))
            return std::nullopt;
        worst = Match::Phonetic;
    }
    if (wanted.numbers.isEmpty())
        return worst;
    for (const QString& number : wanted.numbers) {
        if (row.numbers.contains(number))
            return worst;
    }
    for (const QString& number : wanted.numbers) {
        if (anyStarts(row.numbers, number))
            return std::max(worst, Match::Prefix);
    }
    return std::nullopt;
}

// A row is read once per call. What turns out to belong to a later tier is kept for it, but counts
// only when that tier's walk meets it, so that the latest contacts still come first.
Result<bool> Finder::consider(const Posting& posting, const Wanted& wanted, Match tier) {
    auto at = m_seen.find(posting.owner);
    const bool fresh = at == m_seen.end();
    if (fresh) {
        if (++m_fetched > maxFetched) {
            m_stopped = true;
            return false;
        }
        CHEVET_TRY_ASSIGN(auto row, m_patients.row(posting.owner));
        const auto match = row ? classify(*row, wanted) : std::nullopt;
        at = m_seen.emplace(posting.owner, match).first;
        if (match)
            m_hits.push_back({std::move(*row), *match});
    }
    const auto& match = at->second;
    if (match && (*match == tier || (fresh && *match < tier)) && ++m_counted >= m_need) {
        m_stopped = true;
        return false;
    }
    return true;
}

Result<std::vector<Finder::Posting>> Finder::numberPostings(const QStringList& beginnings,
                                                            bool& all) {
    std::vector<Posting> postings;
    all = true;
    for (const QString& beginning : beginnings) {
        const int limit = beginning.startsWith(QLatin1Char('d')) ? maxDates : maxNumbers;
        auto query = m_database.query("SELECT late, owner, sig FROM numbers WHERE text >= ?1 "
                                      "AND text < ?2 LIMIT ?3",
                                      beginning, endOf(beginning), limit);
        int count = 0;
        for (;;) {
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            if (!row)
                break;
            postings.push_back(
                {query.integer(0), query.integer(1), static_cast<quint64>(query.integer(2))});
            ++count;
        }
        all = all && count < limit;
    }
    std::sort(postings.begin(), postings.end());
    return postings;
}

Result<> Finder::byNam(const Wanted& wanted) {
    bool all = true;
    CHEVET_TRY_ASSIGN(const auto postings, numberPostings({wanted.nam}, all));
    m_known += static_cast<qint64>(postings.size());
    for (const Posting& posting : postings) {
        ++m_walked;
        CHEVET_TRY_ASSIGN(const bool more, consider(posting, wanted, Match::Phonetic));
        if (!more)
            return {};
    }
    m_stopped = m_stopped || !all;
    return {};
}

Result<bool> Finder::byNumbers(const Wanted& wanted) {
    bool all = true;
    CHEVET_TRY_ASSIGN(const auto postings, numberPostings(wanted.numbers, all));
    const bool named = !wanted.sounds.isEmpty();
    if (named && !all)
        return false;
    m_known += static_cast<qint64>(postings.size());
    // Names that only sound like the typed ones come in a second walk.
    for (const bool byBeginning : {true, false}) {
        if (!byBeginning && (!named || !m_hits.empty()))
            break;
        for (const Posting& posting : postings) {
            m_walked += byBeginning ? 1 : 0;
            if (named && byBeginning && (posting.sig & wanted.signature) != wanted.signature)
                continue;
            CHEVET_TRY_ASSIGN(const bool more, consider(posting, wanted, Match::Phonetic));
            if (!more)
                return true;
        }
    }
    m_stopped = m_stopped || !all;
    return true;
}

Result<std::vector<Finder::List>> Finder::lists(const Wanted& wanted, int word, Match match) {
    const QString& name = wanted.query.names[word];
    const bool sound = match == Match::Phonetic;
    const QString& text = sound ? wanted.sounds[word] : name;
    std::vector<List> found;
    if (text.isEmpty())
        return found;
    const QString end = match == Match::Prefix ? endOf(text) : QString(text + QChar(0));
    auto query = m_database.query("SELECT term, n, newest FROM terms WHERE kind = ?1 "
                                  "AND text >= ?2 AND text < ?3 AND n > 0",
                                  int(sound ? TermKind::Phonetic : TermKind::Name), text, end);
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return found;
        found.push_back({query.integer(0), query.integer(1), query.integer(2)});
    }
}

// The patients of several terms, latest contact first. A list is opened only when its newest could
// be next, so a beginning shared by hundreds of names costs little more than its first answers.
Result<> Finder::merge(std::vector<List> lists, const Wanted& wanted, Match match) {
    std::sort(lists.begin(), lists.end(),
              [](const List& a, const List& b) { return a.newest > b.newest; });
    if (static_cast<qsizetype>(lists.size()) > maxLists)
        m_stopped = true;
    lists.resize(std::min<std::size_t>(lists.size(), maxLists));
    struct Cursor {
        Posting posting;
        std::shared_ptr<Statement> query;
        bool operator<(const Cursor& other) const { return other.posting < posting; }
    };
    std::priority_queue<Cursor> open;
    const auto push = [&](const std::shared_ptr<Statement>& query) -> Result<> {
        CHEVET_TRY_ASSIGN(const bool row, query->next());
        if (row)
            open.push(
                {{query->integer(0), query->integer(1), static_cast<quint64>(query->integer(2))},
                 query});
        return {};
    };
    std::size_t next = 0;
    while (next < lists.size() || !open.empty()) {
        if (next < lists.size() &&
            (open.empty() || -lists[next].newest <= open.top().posting.late)) {
            CHEVET_TRY(push(std::make_shared<Statement>(m_database.query(
                "SELECT late, owner, sig FROM postings WHERE term = ?1", lists[next].term))));
            ++next;
            continue;
        }
        const Cursor cursor = open.top();
        open.pop();
        if (++m_walked > maxWalked) {
            m_stopped = true;
            return {};
        }
        const bool possible =
            match == Match::Phonetic || (cursor.posting.sig & wanted.signature) == wanted.signature;
        if (possible) {
            CHEVET_TRY_ASSIGN(const bool more, consider(cursor.posting, wanted, match));
            if (!more)
                return {};
        }
        CHEVET_TRY(push(cursor.query));
    }
    return {};
}

// One to three letters stand for a tenth of all patients: their latest are kept ready.
Result<bool> Finder::shortList(const Wanted& wanted, int word, Match match) {
    const QString& name = wanted.query.names[word];
    if (match != Match::Prefix || name.size() > 3)
        return false;
    List list;
    {
        auto query =
            m_database.query("SELECT term, n, newest FROM terms WHERE kind = ?1 AND text = ?2",
                             int(TermKind::Short), name);
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            return true;
        list = {query.integer(0), query.integer(1), query.integer(2)};
    }
    m_known += list.n;
    CHEVET_TRY(merge({list}, wanted, match));
    if (list.n > shortTermKept)
        m_stopped = true;
    // Enough, or nothing more to find; else the whole lists must be walked.
    return m_counted >= m_need || list.n <= shortTermKept || wanted.query.names.size() == 1;
}

Result<> Finder::tier(const Wanted& wanted, Match match) {
    // Walk the word with the fewest patients; the others are filters.
    std::vector<List> best;
    qint64 fewest = std::numeric_limits<qint64>::max();
    int word = 0;
    for (int i = 0; i < static_cast<int>(wanted.query.names.size()); ++i) {
        CHEVET_TRY_ASSIGN(auto candidate, lists(wanted, i, match));
        qint64 n = 0;
        for (const List& list : candidate)
            n += list.n;
        if (n < fewest) {
            fewest = n;
            best = std::move(candidate);
            word = i;
        }
    }
    CHEVET_TRY_ASSIGN(const bool done, shortList(wanted, word, match));
    if (done)
        return {};
    m_known += fewest;
    return merge(std::move(best), wanted, match);
}

Result<> Finder::byNames(const Wanted& wanted) {
    for (const Match match : {Match::Exact, Match::Prefix, Match::Phonetic}) {
        CHEVET_TRY(tier(wanted, match));
        if (m_counted >= m_need || m_fetched > maxFetched)
            return {};
    }
    return {};
}

Result<QStringList> Finder::closeTo(const QString& name) {
    const QString letter = name.first(1);
    auto query = m_database.query("SELECT text, n FROM terms WHERE kind = ?1 AND text >= ?2 "
                                  "AND text < ?3 AND n > 0 LIMIT ?4",
                                  int(TermKind::Name), letter, endOf(letter), maxCompared);
    std::vector<std::pair<qint64, QString>> found;
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool row, query.next());
        if (!row)
            break;
        if (QString text = query.text(0); text != name && record::oneEditApart(name, text))
            found.emplace_back(-query.integer(1), std::move(text));
    }
    std::sort(found.begin(), found.end());
    QStringList names;
    for (const auto& [n, text] : found) {
        if (names.size() < maxClose)
            names += text;
    }
    return names;
}

// Nobody answers: a word that no name begins with, each in turn, is taken for a name one slip away.
// First letters are trusted.
Result<> Finder::byCloseNames(const Wanted& wanted) {
    constexpr qsizetype shortest = 4; // of three letters, too many are one slip away
    std::unordered_set<qint64> known;
    std::vector<Hit> close;
    m_fetched = m_walked = m_known = 0;
    for (qsizetype i = 0; i < wanted.query.names.size(); ++i) {
        if (wanted.query.names[i].size() < shortest)
            continue;
        CHEVET_TRY_ASSIGN(const auto begun, lists(wanted, static_cast<int>(i), Match::Prefix));
        if (!begun.empty())
            continue; // somebody's name begins so: no slip
        CHEVET_TRY_ASSIGN(const QStringList names, closeTo(wanted.query.names[i]));
        for (const QString& name : names) {
            record::SearchQuery query = wanted.query;
            query.names[i] = name;
            m_seen.clear();
            m_hits.clear();
            m_counted = 0;
            const Wanted corrected = prepare(query);
            for (const Match match : {Match::Exact, Match::Prefix}) {
                if (m_counted < m_need && m_fetched <= maxFetched)
                    CHEVET_TRY(tier(corrected, match));
            }
            for (Hit& hit : m_hits) {
                hit.match = Match::Close;
                if (known.insert(hit.row.line.owner).second)
                    close.push_back(std::move(hit));
            }
        }
    }
    m_hits = std::move(close);
    return {};
}

Result<PatientLines> Finder::listAll(int limit, int offset) {
    PatientLines lines;
    CHEVET_TRY_ASSIGN(lines.total, m_patients.count());
    auto query = m_database.query("SELECT owner FROM patients ORDER BY recent DESC, owner "
                                  "LIMIT ?1 OFFSET ?2",
                                  limit, offset);
    for (;;) {
        CHEVET_TRY_ASSIGN(const bool more, query.next());
        if (!more)
            return lines;
        CHEVET_TRY_ASSIGN(auto row, m_patients.row(query.integer(0)));
        if (row)
            lines.lines.append(row->line);
    }
}

PatientLines Finder::result(int limit, int offset) {
    std::stable_sort(m_hits.begin(), m_hits.end(), [](const Hit& a, const Hit& b) {
        return std::tuple(a.match, -a.row.recent, a.row.line.owner) <
               std::tuple(b.match, -b.row.recent, b.row.line.owner);
    });
    PatientLines lines;
    const auto found = static_cast<qint64>(m_hits.size());
    lines.totalExact = !m_stopped;
    lines.total = found;
    if (m_stopped && m_walked > 0) // what was walked stands for what was not
        lines.total = std::max(found, m_known * found / m_walked);
    for (qint64 i = offset; i < std::min<qint64>(found, offset + limit); ++i) {
        Hit& hit = m_hits[static_cast<std::size_t>(i)];
        hit.row.line.match = hit.match;
        lines.lines.append(hit.row.line);
    }
    return lines;
}

Result<PatientLines> Finder::find(const QString& text, int limit, int offset) {
    const Wanted wanted = prepare(record::parseQuery(text));
    if (wanted.query.isEmpty())
        return listAll(limit, offset);
    m_need = offset + limit;
    if (!wanted.nam.isEmpty())
        CHEVET_TRY(byNam(wanted));
    bool byName = m_counted < m_need;
    if (byName && !wanted.numbers.isEmpty()) {
        CHEVET_TRY_ASSIGN(const bool done, byNumbers(wanted));
        byName = !done;
    }
    if (byName && !wanted.query.names.isEmpty())
        CHEVET_TRY(byNames(wanted));
    if (m_hits.empty())
        CHEVET_TRY(byCloseNames(wanted));
    return result(limit, offset);
}

Result<> Finder::markNamesakes(PatientLines& lines) {
    for (PatientLine& line : lines.lines) {
        const IndexedPerson person{.owner = line.owner,
                                   .recent = 0,
                                   .nameTokens = {},
                                   .numbers = {},
                                   .family = line.family,
                                   .given = line.given,
                                   .birth = line.birth};
        for (const qint64 mark : likenessMarks(person)) {
            auto query =
                m_database.query("SELECT 1 FROM lookalikes WHERE mark = ?1 AND owner <> ?2 LIMIT 1",
                                 mark, line.owner);
            CHEVET_TRY_ASSIGN(const bool row, query.next());
            line.namesake = line.namesake || row;
        }
    }
    return {};
}

} // namespace chevet::vault
