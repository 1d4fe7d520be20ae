#include "ui/widgets/icons.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPixmap>
#include <QSvgRenderer>

#include <cmath>
#include <memory>

namespace chevet::widgets {

namespace {

const QString folder = QStringLiteral(":/chevet/icons/");

QByteArray drawing(const QString& name) {
    static QHash<QString, QByteArray> cache;
    const auto found = cache.constFind(name);
    if (found != cache.constEnd())
        return *found;
    QFile file(folder + name + QStringLiteral(".svg"));
    QByteArray svg;
    if (file.open(QIODevice::ReadOnly))
        svg = file.readAll();
    else
        qWarning("no icon named %s", qPrintable(name));
    return *cache.insert(name, svg);
}

QByteArray tinted(const QString& name, const QColor& ink, double stroke) {
    QByteArray svg = drawing(name);
    svg.replace("currentColor", ink.name().toLatin1());
    if (stroke > 0) {
        const qsizetype at = svg.indexOf("stroke-width=\"") + 14;
        svg.replace(at, svg.indexOf('"', at) - at, QByteArray::number(stroke));
    }
    return svg;
}

QPixmap rendered(const QString& name, int side, const QColor& ink, double stroke) {
    static QHash<QString, QPixmap> cache;
    const QString key =
        QStringLiteral("%1|%2|%3|%4").arg(name).arg(side).arg(ink.rgba()).arg(stroke);
    const auto found = cache.constFind(key);
    if (found != cache.constEnd())
        return *found;
    QPixmap pixmap(side, side);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(tinted(name, ink, stroke));
    QPainter painter(&pixmap);
    if (renderer.isValid())
        renderer.render(&painter, QRectF(0, 0, side, side));
    if (cache.size() > 600)
        cache.clear();
    return *cache.insert(key, pixmap);
}

class TintEngine : public QIconEngine {
public:
    TintEngine(QString name, Tone tone)
        : m_name(std::move(name))
        , m_tone(tone) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State) override {
        paintIcon(painter, rect, m_name, color(mode == QIcon::Disabled ? Tone::Ink3 : m_tone));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        QPixmap result(size);
        result.fill(Qt::transparent);
        QPainter painter(&result);
        paint(&painter, QRect(QPoint(), size), mode, state);
        return result;
    }
    QIconEngine* clone() const override { return new TintEngine(m_name, m_tone); }
    QString key() const override { return QStringLiteral("chevet"); }

private:
    QString m_name;
    Tone m_tone;
};

} // namespace

QIcon icon(const QString& name, Tone tone) {
    return QIcon(new TintEngine(name, tone));
}

void paintIcon(QPainter* painter, const QRectF& rect, const QString& name, const QColor& ink,
               double stroke) {
    const double ratio = painter->device() ? painter->device()->devicePixelRatioF() : 1.0;
    const double side = std::min(rect.width(), rect.height());
    QPixmap pixmap = rendered(name, std::max(1, int(std::lround(side * ratio))), ink, stroke);
    pixmap.setDevicePixelRatio(ratio);
    const QPointF at(rect.center().x() - side / 2, rect.center().y() - side / 2);
    // On whole device pixels, so that hairlines stay sharp.
    painter->drawPixmap(
        QPointF(std::round(at.x() * ratio) / ratio, std::round(at.y() * ratio) / ratio), pixmap);
}

QStringList iconNames() {
    QStringList names;
    const auto files = QDir(folder).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        names << file.chopped(4);
    return names;
}

} // namespace chevet::widgets
