#pragma once
// TrendChart: one analyte over time. Reference band with dashed limits, critical limit, flags as
// point shapes, comparators as arrows, medication changes as diamonds on dashed verticals,
// treatment intervals as bars. A change of laboratory or unit breaks the line; only one unit is
// ever drawn, the others are counted in words. The page offers its table twin.
//
// Keyboard: Left and Right walk the points; the walked point is read out. GUI thread.

#include "ui/widgets/run.h"

#include <QDateTime>
#include <QWidget>

namespace chevet::widgets {

struct TrendPoint {
    QDateTime at;
    double value = 0;
    std::optional<double> second; // drawn as a line of its own: diastolic under systolic
    QString label;                // as received: « 3,4 », « < 10 »
    int comparator = 0;           // -1: the value is below what is drawn, +1: above
    Flag flag = Flag::None;
    bool breakBefore = false; // another laboratory, or a gap nobody should draw across
    QString words;            // read out: value, unit, flag, date
};

struct TrendEvent {
    enum class Kind { Change, Interval };
    Kind kind = Kind::Change;
    QDateTime from, to;
    QString title, detail; // « Warfarine 6 → 5 mg », « 2025-09-02 »
};

struct TrendData {
    QString name; // accessible: « RNI, 17 résultats, dernier 3,4 »
    QString unit;
    QList<TrendPoint> points; // oldest first, one unit
    QList<TrendEvent> events;
    std::optional<double> low, high, critLow, critHigh;
    QString bandWords; // « référence 50–90 » or « cible 2,0–3,0 »
    QString critHighWords, critLowWords;
    QString apart; // « 4 résultats en mg/dL sont dans le tableau »
    QString emptyWords;
    QDateTime from, to; // what the axis shows
};

class TrendChart : public QWidget {
    Q_OBJECT
public:
    explicit TrendChart(QWidget* parent = nullptr);

    void setData(TrendData data);
    void setBandShown(bool shown);
    void setEventsShown(bool shown);
    [[nodiscard]] const TrendData& data() const noexcept { return m_data; }
    [[nodiscard]] int currentPoint() const noexcept { return m_current; }
    [[nodiscard]] QString spoken() const; // accessible value: the walked point

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void walked(int point);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    TrendData m_data;
    int m_current = -1;
    bool m_band = true;
    bool m_events = true;
};

} // namespace chevet::widgets
