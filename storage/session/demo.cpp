#include "session/demo.h"

#include <QDir>
#include <QFile>
#include <QTimeZone>

// In a static library nobody refers to the resources' own initialiser: it must be called by name,
// and from outside a namespace.
static void initialiseDemoResources() {
    Q_INIT_RESOURCE(demo);
}

namespace chevet::session {
namespace {

constexpr int recentYears = 2;
const QDate& documentsToday() {
    static const QDate day(2025, 10, 14);
    return day;
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// YYYY-MM-DD at `at`, standing alone: not inside a longer number, identifier or word.
bool isDateAt(const QByteArray& json, qsizetype at) {
    static constexpr char shape[] = "dddd-dd-dd";
    if (at + 10 > json.size() || (at > 0 && (isDigit(json[at - 1]) || json[at - 1] == '-')))
        return false;
    for (int i = 0; i < 10; ++i)
        if (shape[i] == 'd' ? !isDigit(json[at + i]) : json[at + i] != '-')
            return false;
    return at + 10 == json.size() || (!isDigit(json[at + 10]) && json[at + 10] != '-');
}

// "T09:30:00-04:00" after a date: the time of day stays, the offset is that of Québec on the new
// day. Returns how many characters it took, 0 if there is no time.
qsizetype appendTime(QByteArray& out, const QByteArray& json, qsizetype at, const QDate& day) {
    constexpr qsizetype length = 15;
    if (at + length > json.size() || json[at] != 'T' || json[at + 9] != '-')
        return 0;
    const QTime time =
        QTime::fromString(QString::fromLatin1(json.mid(at + 1, 8)), QStringLiteral("HH:mm:ss"));
    if (!time.isValid())
        return 0;
    const QTimeZone zone("America/Toronto");
    const int offset = zone.isValid() ? QDateTime(day, time, zone).offsetFromUtc() / 3600 : -5;
    out += json.mid(at, 9) + (offset == -4 ? "-04:00" : "-05:00");
    return length;
}

} // namespace

QByteArray moveRecentDates(const QByteArray& json, const QDate& from, const QDate& today) {
    const QDate threshold = from.addYears(-recentYears);
    const qint64 days = from.daysTo(today);
    QByteArray out;
    out.reserve(json.size());
    qsizetype copied = 0;
    for (qsizetype at = json.indexOf('-'); at >= 0; at = json.indexOf('-', at + 1)) {
        if (at < copied + 4 || !isDateAt(json, at - 4))
            continue;
        const QDate date =
            QDate::fromString(QString::fromLatin1(json.mid(at - 4, 10)), Qt::ISODate);
        if (!date.isValid() || date < threshold)
            continue;
        const QDate moved = date.addDays(days);
        out += json.mid(copied, at - 4 - copied) + moved.toString(Qt::ISODate).toLatin1();
        copied = at + 6;
        copied += appendTime(out, json, copied, moved);
    }
    return out + json.mid(copied);
}

QList<DemoFile> demoFiles(const QDate& today) {
    initialiseDemoResources();
    QList<DemoFile> files;
    const QDir folder(QStringLiteral(":/demo"));
    for (const QString& name :
         folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            files.append({name, moveRecentDates(file.readAll(), documentsToday(), today)});
    }
    return files;
}

} // namespace chevet::session
