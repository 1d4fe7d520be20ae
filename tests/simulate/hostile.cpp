// A hostile exchange folder: everything somebody who holds it, and no key, can do to its files.

#include "simulate/world.h"

#include <QDirIterator>
#include <QtEndian>

namespace chevet::simulate {

namespace {

QStringList filesUnder(const QString& folder) {
    QStringList all;
    QDirIterator files(folder, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        all += files.next();
    all.sort(); // the same order on every disk
    return all;
}

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void put(const QString& path, const QByteArray& bytes) {
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(path));
}

QString flip(Dice& dice, const QString& file) {
    QByteArray bytes = bytesOf(file);
    if (bytes.isEmpty())
        return QStringLiteral("nothing");
    const int bit = dice.below(static_cast<int>(bytes.size()) * 8);
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ (1 << (bit % 8)));
    put(file, bytes);
    return QStringLiteral("bit %1 flipped").arg(bit);
}

// Whole records in another order, once or twice: as a segment, each with its length before it.
QString reorder(Dice& dice, const QString& file) {
    const QByteArray bytes = bytesOf(file);
    std::vector<QByteArray> records;
    for (qsizetype at = 0; at + 4 <= bytes.size();) {
        const qint64 length = qFromLittleEndian<quint32>(bytes.constData() + at) + 4 + 32;
        if (at + length > bytes.size())
            break;
        records.push_back(bytes.mid(at, length));
        at += length;
    }
    if (records.empty())
        return QStringLiteral("nothing");
    QByteArray mixed;
    for (std::size_t i = 0; i < records.size(); ++i)
        mixed += dice.oneOf(records);
    put(file, mixed.left(bytes.size()));
    return QStringLiteral("records mixed");
}

QString swapTwo(const QString& one, const QString& other) {
    const QByteArray a = bytesOf(one), b = bytesOf(other);
    put(one, b);
    put(other, a);
    return QStringLiteral("two files swapped");
}

// Under a name that says what the file now holds, so that its size does not give it away.
QString moveToStream(Dice& dice, const QString& file, const QStringList& all) {
    const QString other = QFileInfo(dice.oneOf(all)).path();
    put(other + QLatin1Char('/') + QFileInfo(file).fileName(), bytesOf(file));
    return QStringLiteral("a file in another stream");
}

QString rename(Dice& dice, const QString& file) {
    QString name = QFileInfo(file).fileName();
    const int at = dice.below(static_cast<int>(name.size()));
    name[at] = QLatin1Char("0123456789abcdef-.x"[dice.below(19)]);
    QFile::rename(file, QFileInfo(file).path() + QLatin1Char('/') + name);
    return QStringLiteral("a file renamed");
}

QString plantForeign(Dice& dice, const QString& file, const QString& foreign) {
    const QStringList theirs = filesUnder(foreign);
    if (theirs.isEmpty())
        return QStringLiteral("nothing");
    const QString from = dice.oneOf(theirs);
    put(QFileInfo(file).path() + QLatin1Char('/') + QFileInfo(from).fileName(), bytesOf(from));
    return QStringLiteral("another clinic's file");
}

} // namespace

QString spoil(Dice& dice, const QString& folder, const QString& foreign) {
    const QStringList all = filesUnder(folder);
    if (all.isEmpty())
        return QStringLiteral("nothing");
    const QString file = dice.oneOf(all);
    switch (dice.below(9)) {
    case 0:
    case 1:
        return flip(dice, file);
    case 2:
        put(file, bytesOf(file).left(dice.below(static_cast<int>(QFileInfo(file).size()) + 1)));
        return QStringLiteral("a file cut");
    case 3:
        QFile::remove(file);
        return QStringLiteral("a file withheld");
    case 4:
        return reorder(dice, file);
    case 5:
        return swapTwo(file, dice.oneOf(all));
    case 6:
        return moveToStream(dice, file, all);
    case 7:
        return rename(dice, file);
    default:
        return plantForeign(dice, file, foreign);
    }
}

void makeForeignClinic(const QString& folder) {
    Dice dice(1);
    const qint64 ticks = 0;
    QDir().mkpath(folder + QStringLiteral("/exchange"));
    Station other(0, folder + QStringLiteral("-vault"), ticks, dice);
    auto made =
        session::Session::create(other.environment, other.folder, tests::TestClinic::newClinic());
    if (!made || !made->session->importGenerated(2) ||
        !made->session->exchange(folder + QStringLiteral("/exchange")))
        qFatal("no foreign clinic");
}

} // namespace chevet::simulate
