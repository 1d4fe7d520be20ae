// What someone typed, read every way it can be meant.

#include "record/nam.h"
#include "record/search_text.h"

#include <QRegularExpression>

#include <array>

namespace chevet::record {

namespace {

constexpr qsizetype longestQuery = 200;
constexpr int oldestYear = 1850;
constexpr int latestYear = 2100;

bool plausible(int year) {
    return year >= oldestYear && year <= latestYear;
}

QString iso(int year, int month, int day) {
    return plausible(year) && QDate::isValid(year, month, day)
               ? QDate(year, month, day).toString(Qt::ISODate)
               : QString();
}

void add(QStringList& list, const QString& text) {
    if (!text.isEmpty() && !list.contains(text))
        list += text;
}

// Months by their folded beginnings, French and English; "jui" is two months and matches none.
int monthOf(QStringView word) {
    struct Month {
        QStringView start;
        int number;
    };
    static constexpr Month months[] = {
        {u"jan", 1}, {u"fev", 2}, {u"feb", 2},  {u"mar", 3},  {u"avr", 4},  {u"apr", 4},
        {u"mai", 5}, {u"may", 5}, {u"juin", 6}, {u"jun", 6},  {u"juil", 7}, {u"jul", 7},
        {u"aou", 8}, {u"aug", 8}, {u"sep", 9},  {u"oct", 10}, {u"nov", 11}, {u"dec", 12},
    };
    static constexpr QStringView whole[] = {
        u"janvier", u"january", u"fevrier",  u"february", u"mars",      u"march",
        u"avril",   u"april",   u"mai",      u"may",      u"juin",      u"june",
        u"juillet", u"july",    u"aout",     u"august",   u"septembre", u"september",
        u"octobre", u"october", u"novembre", u"november", u"decembre",  u"december",
    };
    const bool known = std::any_of(std::begin(whole), std::end(whole),
                                   [word](QStringView name) { return name.startsWith(word); });
    if (!known)
        return 0;
    for (const Month& month : months)
        if (word.startsWith(month.start))
            return month.number;
    return 0;
}

struct Words {
    QStringList words; // of the text, cut at blanks
    QList<bool> used;
    [[nodiscard]] bool has(qsizetype i) const { return i < words.size() && !used[i]; }
    void take(qsizetype from, qsizetype count) { std::fill_n(used.begin() + from, count, true); }
};

// Day and month are told apart by their size, and both kept when they cannot be.
void addDayMonth(QStringList& dates, int a, int b, int year) {
    add(dates, iso(year, b, a));
    add(dates, iso(year, a, b));
}

// 1987-06-03, 03/06/1987, 1987.06, 19870603, 1987
bool takeNumericDate(SearchQuery& query, const QString& word) {
    static const QRegularExpression yearFirst(
        QStringLiteral("^(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?$"));
    static const QRegularExpression yearLast(
        QStringLiteral("^(\\d{1,2})[-/.](\\d{1,2})[-/.](\\d{4})$"));
    if (const auto m = yearFirst.match(word); m.hasMatch()) {
        const int year = m.capturedView(1).toInt(), month = m.capturedView(2).toInt();
        if (!m.hasCaptured(3) && plausible(year) && month >= 1 && month <= 12)
            add(query.dates, QStringLiteral("%1-%2").arg(year).arg(month, 2, 10, QLatin1Char('0')));
        else
            add(query.dates, iso(year, month, m.capturedView(3).toInt()));
        return !query.dates.isEmpty();
    }
    if (const auto m = yearLast.match(word); m.hasMatch()) {
        addDayMonth(query.dates, m.capturedView(1).toInt(), m.capturedView(2).toInt(),
                    m.capturedView(3).toInt());
        return !query.dates.isEmpty();
    }
    return false;
}

bool allDigits(QStringView word) {
    return !word.isEmpty() &&
           std::all_of(word.begin(), word.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
}

// "3 juin 1987", "1er juin 1987", "juin 1987", "June 3 1987"
void takeWrittenDates(SearchQuery& query, Words& words) {
    for (qsizetype i = 0; i < words.words.size(); ++i) {
        const int month = words.has(i) ? monthOf(fold(words.words[i])) : 0;
        if (month == 0)
            continue;
        const auto number = [&words](qsizetype at) {
            QString word = at >= 0 && words.has(at) ? fold(words.words[at]) : QString();
            if (word == u"1er")
                word = QStringLiteral("1");
            return allDigits(word) && word.size() <= 4 ? word.toInt() : 0;
        };
        if (const int day = number(i - 1), year = number(i + 1);
            day > 0 && day < 32 && plausible(year)) {
            add(query.dates, iso(year, month, day));
            words.take(i - 1, 3);
        } else if (const int after = number(i + 1), last = number(i + 2);
                   after > 0 && after < 32 && plausible(last)) {
            add(query.dates, iso(last, month, after));
            words.take(i, 3);
        } else if (plausible(after)) {
            add(query.dates,
                QStringLiteral("%1-%2").arg(after).arg(month, 2, 10, QLatin1Char('0')));
            words.take(i, 2);
        }
    }
}

// The start of a NAM: four letters, then digits that can be YYMMDD, a serial, a digit.
bool startsNam(QStringView text) {
    if (text.size() < 5 || text.size() > 12)
        return false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool letter = text[i] >= u'A' && text[i] <= u'Z';
        if (i < 4 ? !letter : (letter && i != 10))
            return false;
    }
    if (text.size() >= 8) {
        const int month = text.sliced(6, 2).toInt();
        if (month < 1 || (month > 12 && month < 51) || month > 62)
            return false;
    }
    return text.size() < 10 || (text.sliced(8, 2).toInt() >= 1 && text.sliced(8, 2).toInt() <= 31);
}

// A NAM typed with or without blanks. One that is whole is nothing else; a part of one may also be
// a name and a number.
void takeNam(SearchQuery& query, Words& words) {
    for (qsizetype i = 0; i < words.words.size(); ++i) {
        QString joined;
        for (qsizetype n = 0; n < 4 && words.has(i + n); ++n) {
            joined += normaliseNam(words.words[i + n]);
            if (!startsNam(joined) || joined.size() < query.nam.size())
                continue;
            query.nam = joined;
            const bool oneWord = n == 0;
            if (joined.size() == 12 || oneWord)
                words.take(i, n + 1);
        }
    }
}

void takeNumber(SearchQuery& query, const QString& word) {
    if (takeNumericDate(query, word))
        return;
    const QString digits = phoneDigits(word);
    if (allDigits(word) && word.size() == 8)
        add(query.dates, iso(word.left(4).toInt(), word.mid(4, 2).toInt(), word.right(2).toInt()));
    if (allDigits(word) && word.size() == 4 && plausible(word.toInt()))
        add(query.dates, word);
    query.digits += digits;
}

bool isNumber(const QString& word) {
    static const QRegularExpression shape(QStringLiteral("^[+(]?[0-9][0-9().\\-/+]*$"));
    return shape.match(word).hasMatch();
}

} // namespace

SearchQuery parseQuery(QStringView text) {
    SearchQuery query;
    Words words;
    words.words = text.first(std::min(text.size(), longestQuery))
                      .toString()
                      .simplified()
                      .split(u' ', Qt::SkipEmptyParts);
    words.used = QList<bool>(words.words.size(), false);
    takeWrittenDates(query, words);
    takeNam(query, words);
    QStringList rest;
    for (qsizetype i = 0; i < words.words.size(); ++i) {
        if (words.used[i])
            continue;
        if (isNumber(words.words[i]))
            takeNumber(query, words.words[i]);
        else
            rest += words.words[i];
    }
    query.names = nameTokens(rest.join(u' '));
    if (query.nam.isEmpty() && rest.size() == 1 && query.names.size() == 1 &&
        query.names[0].size() == 4)
        query.nam = query.names[0].toUpper();
    if (query.digits.size() == 11 && query.digits.startsWith(u'1'))
        query.digits.remove(0, 1);
    return query;
}

namespace {

bool soundAlike(const QString& a, const QString& b) {
    return a == b || oneEditApart(a, b) || phoneticKey(a) == phoneticKey(b);
}

} // namespace

bool oneEditApart(QStringView a, QStringView b) {
    const QStringView shorter = a.size() <= b.size() ? a : b;
    const QStringView longer = a.size() <= b.size() ? b : a;
    if (longer.size() - shorter.size() > 1)
        return false;
    qsizetype i = 0;
    while (i < shorter.size() && shorter[i] == longer[i])
        ++i;
    if (longer.size() > shorter.size())
        return shorter.sliced(i) == longer.sliced(i + 1);
    if (i == shorter.size() || shorter.sliced(i + 1) == longer.sliced(i + 1))
        return true;
    return shorter[i] == longer[i + 1] && shorter[i + 1] == longer[i] &&
           shorter.sliced(i + 2) == longer.sliced(i + 2);
}

bool couldBeConfused(QStringView familyA, QStringView givenA, QStringView birthA,
                     QStringView familyB, QStringView givenB, QStringView birthB) {
    const QString fa = nameTokens(familyA).join(QString()),
                  fb = nameTokens(familyB).join(QString());
    const QString ga = nameTokens(givenA).join(QString()), gb = nameTokens(givenB).join(QString());
    if (fa.isEmpty() && ga.isEmpty())
        return false;
    if (fa == fb && ga == gb)
        return true;
    return !birthA.isEmpty() && birthA == birthB && soundAlike(fa, fb) && soundAlike(ga, gb);
}

} // namespace chevet::record
