#include "record/dates.h"

#include "record/language.h"

#include <QStringList>

#include <array>
#include <limits>

namespace chevet::record {

namespace {

constexpr qint64 julianEpoch = 2440588; // 1970-01-01
constexpr qint64 millisecondsOfDay = 86'400'000;
constexpr qsizetype longestDate = 64;

// Reads `count` digits at `at`; -1 when they are not all there.
int digits(QStringView text, qsizetype at, int count) {
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = at; i < at + count; ++i) {
        if (text[i] < u'0' || text[i] > u'9')
            return -1;
        value = value * 10 + (text[i].unicode() - u'0');
    }
    return value;
}

bool is(QStringView text, qsizetype at, char16_t c) {
    return at < text.size() && text[at] == c;
}

// Z, +hh:mm, -hhmm. True when it ends the text.
bool readZone(QStringView text, qsizetype at, PartialDate& date) {
    if (at == text.size())
        return true;
    if (text[at] == u'Z' || text[at] == u'z') {
        date.hasZone = true;
        return at + 1 == text.size();
    }
    if (text[at] != u'+' && text[at] != u'-')
        return false;
    const int hours = digits(text, at + 1, 2);
    const int minutes = digits(text, is(text, at + 3, u':') ? at + 4 : at + 3, 2);
    if (hours < 0 || hours > 15 || minutes > 59)
        return false;
    date.hasZone = true;
    date.offsetMinutes = qint16((hours * 60 + std::max(minutes, 0)) * (text[at] == u'-' ? -1 : 1));
    return true;
}

// hh[:mm[:ss[.fraction]]], with or without colons; the zone after it.
bool readTime(QStringView text, qsizetype at, PartialDate& date) {
    const int hours = digits(text, at, 2);
    if (hours < 0 || hours > 24)
        return false;
    at += 2;
    at += is(text, at, u':') ? 1 : 0;
    const int minutes = digits(text, at, 2);
    at += minutes < 0 ? 0 : 2;
    at += is(text, at, u':') ? 1 : 0;
    const int seconds = minutes < 0 ? -1 : digits(text, at, 2);
    at += seconds < 0 ? 0 : 2;
    if (minutes > 59 || seconds > 60)
        return false;
    int thousandths = 0;
    if (is(text, at, u'.'))
        for (int place = 100, digit = digits(text, ++at, 1); digit >= 0;
             digit = digits(text, ++at, 1), place /= 10)
            thousandths += digit * place;
    date.milliseconds =
        (hours * 3600 + std::max(minutes, 0) * 60 + std::max(seconds, 0)) * 1000 + thousandths;
    date.precision = PartialDate::Precision::Time;
    return readZone(text, at, date);
}

void place(PartialDate& date, int year, int month, int day, PartialDate::Precision precision) {
    const QDate start(year, month, day);
    if (year < 1 || !start.isValid())
        return;
    date.julianDay = qint32(start.toJulianDay());
    date.precision = precision;
}

// YYYY, YYYY-MM, YYYY-MM-DD, YYYYMMDD, and a time after T or a blank.
void read(QStringView text, PartialDate& date) {
    using enum PartialDate::Precision;
    const int year = digits(text, 0, 4);
    if (year < 0)
        return;
    if (text.size() == 4)
        return place(date, year, 1, 1, Year);
    const bool hyphens = text[4] == u'-' || text[4] == u'/';
    const qsizetype monthAt = hyphens ? 5 : 4;
    const int month = digits(text, monthAt, 2);
    if (text.size() == monthAt + 2)
        return place(date, year, month, 1, Month);
    const qsizetype dayAt = monthAt + 2 + (hyphens ? 1 : 0);
    const int day = digits(text, dayAt, 2);
    if (day < 0 || (hyphens && text[monthAt + 2] != text[4]))
        return;
    place(date, year, month, day, Day);
    const qsizetype after = dayAt + 2;
    if (!date.isKnown() || after == text.size())
        return;
    const bool separated = is(text, after, u'T') || is(text, after, u't') || is(text, after, u' ');
    PartialDate timed = date;
    if (readTime(text, separated ? after + 1 : after, timed))
        date = timed;
    else if (!separated)
        date.precision = None; // not a date followed by a time: nothing to guess
}

QString twoDigits(int number) {
    return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
}

} // namespace

PartialDate PartialDate::parse(QStringView text) {
    PartialDate date;
    date.text = text.toString();
    const QStringView trimmed = text.trimmed();
    if (trimmed.size() >= 4 && trimmed.size() <= longestDate)
        read(trimmed, date);
    return date;
}

qint64 PartialDate::sortKey() const {
    if (!isKnown())
        return std::numeric_limits<qint64>::min();
    const qint64 there = (qint64(julianDay) - julianEpoch) * millisecondsOfDay + milliseconds;
    if (hasZone)
        return there - qint64(offsetMinutes) * 60'000;
    return there - qint64(QDateTime::currentDateTime().offsetFromUtc()) * 1000;
}

QDateTime PartialDate::localDateTime() const {
    if (precision < Precision::Day)
        return {};
    const QDate day = QDate::fromJulianDay(julianDay);
    if (precision == Precision::Day || !hasZone)
        return QDateTime(day, QTime(0, 0)).addMSecs(milliseconds);
    return QDateTime::fromMSecsSinceEpoch(sortKey());
}

QDate PartialDate::localDate() const {
    if (precision < Precision::Day)
        return {};
    return precision == Precision::Day || !hasZone ? QDate::fromJulianDay(julianDay)
                                                   : localDateTime().date();
}

QString PartialDate::day() const {
    switch (precision) {
    case Precision::None:
        return text;
    case Precision::Year:
        return text.trimmed().left(4);
    case Precision::Month: {
        const QDate start = QDate::fromJulianDay(julianDay);
        return QStringLiteral("%1-%2")
            .arg(start.year(), 4, 10, QLatin1Char('0'))
            .arg(start.month(), 2, 10, QLatin1Char('0'));
    }
    case Precision::Day:
    case Precision::Time:
        return localDate().toString(Qt::ISODate);
    }
    return {};
}

QString PartialDate::timeOfDay() const {
    if (precision != Precision::Time)
        return {};
    const QTime time = localDateTime().time();
    return twoDigits(time.hour()) + say(u"\u00A0h\u00A0", u":") + twoDigits(time.minute());
}

QString PartialDate::dayAndTime() const {
    return precision == Precision::Time ? QString(day() + QStringLiteral(", ") + timeOfDay())
                                        : day();
}

int ageInYears(const PartialDate& birth, QDate on) {
    if (!birth.isKnown() || !on.isValid())
        return -1;
    const QDate start = birth.precision == PartialDate::Precision::Time
                            ? birth.localDate()
                            : QDate::fromJulianDay(birth.julianDay);
    int years = on.year() - start.year();
    bool passed = true;
    if (birth.precision == PartialDate::Precision::Year)
        passed = false;
    else if (birth.precision == PartialDate::Precision::Month)
        passed = on.month() > start.month();
    else
        passed =
            on.month() > start.month() || (on.month() == start.month() && on.day() >= start.day());
    years -= passed ? 0 : 1;
    return start > on ? -1 : std::max(years, 0);
}

QString ageInWords(const PartialDate& birth, QDate on, bool english) {
    const int years = ageInYears(birth, on);
    if (years < 0)
        return {};
    const auto words = [](int number, const QString& unit) -> QString {
        return QString::number(number) + QChar(0xA0) + unit;
    };
    if (years >= 2 || birth.precision < PartialDate::Precision::Day)
        return words(years, english     ? QStringLiteral("y")
                            : years < 2 ? QStringLiteral("an")
                                        : QStringLiteral("ans"));
    const QDate start = birth.localDate();
    const qint64 days = start.daysTo(on);
    if (days < 61)
        return words(int(days), english ? QStringLiteral("d") : QStringLiteral("j"));
    const int months = (on.year() - start.year()) * 12 + on.month() - start.month() -
                       (on.day() < start.day() ? 1 : 0);
    return words(months, english ? QStringLiteral("mo") : QStringLiteral("mois"));
}

QString longFrenchDate(QDate date) {
    static const std::array months{"janvier",   "février", "mars",     "avril",
                                   "mai",       "juin",    "juillet",  "août",
                                   "septembre", "octobre", "novembre", "décembre"};
    if (!date.isValid())
        return {};
    const QString day = date.day() == 1 ? QStringLiteral("1er") : QString::number(date.day());
    const QString month = QString::fromUtf8(months[std::size_t(date.month() - 1)]);
    return QStringList{day, month, QString::number(date.year())}.join(QChar(0xA0));
}

} // namespace chevet::record
