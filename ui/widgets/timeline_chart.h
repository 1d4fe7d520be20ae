#pragma once
// TimelineChart: several lanes on one time axis, so that a result and the dose change that explains
// it fall on one vertical. Above the lanes a strip of all years moves the window. Shapes as
// everywhere: flags for results, diamonds for dose changes, bars for treatments and for dates known
// only to the year or month; hollow or dashed is remote or planned.
//
// Keyboard: Left/Right the events of the lane, Up/Down the lane, + and − the scale (the chosen
// event stays in place). Marks that would overlap become one with a count. GUI thread.

#include "ui/widgets/marks.h"

#include <QList>
#include <QWidget>

namespace chevet::widgets {

struct LaneMark {
    enum class Shape { Dot, Ring, Square, Flagged, Circle, Sheet, Picture, Planned };
    Shape shape = Shape::Dot;
    Flag flag = Flag::None;
    qint64 from = 0, to = 0; // milliseconds since 1970; to > from: a bar
    int count = 1;
    bool counted = false; // the count always stands under the mark
    QString label;        // beside the mark when there is room
    QString words;        // read out
    int key = -1;         // the page's
};

struct LaneBar {
    qint64 from = 0, to = 0; // to 0: goes on
    QString words;
    bool ended = false;
};

struct LaneTreatment {
    QString name;
    QList<LaneBar> bars;
};

struct Lane {
    QString icon, title;
    double height = 32;
    bool shown = true;
    QList<LaneMark> marks;           // oldest first
    QList<LaneTreatment> treatments; // the lane of medications only
    bool isTreatments = false;
};

struct TimelineData {
    QList<Lane> lanes;
    qint64 first = 0, last = 0, today = 0;
    QList<QPair<int, int>> years;  // year, number of events
    QString spanWords, spanDetail; // « 2011 à 2025 », « 169 jours de suivi »
    QString unchangedWords;        // « inchangés sur la période : %1 »
};

class TimelineChart : public QWidget {
    Q_OBJECT
public:
    explicit TimelineChart(QWidget* parent = nullptr);

    void setData(TimelineData data);
    void setLaneShown(int lane, bool shown);
    void setWindow(qint64 from, qint64 to);
    [[nodiscard]] qint64 from() const noexcept { return m_from; }
    [[nodiscard]] qint64 to() const noexcept { return m_to; }
    void zoom(double factor); // about the chosen event, else the newest edge
    void select(int key);     // moves the window if needed; -1 clears
    [[nodiscard]] int selected() const noexcept { return m_selected; }
    [[nodiscard]] QString spoken() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void windowChanged(qint64 from, qint64 to);
    void markSelected(int key);
    void opened(int key);
    void dateAsked(); // A: go to a date

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;

private:
    struct Placed { // what was painted, for the mouse
        QRectF box;
        int key;
    };
    [[nodiscard]] const LaneMark* find(int key, int* lane = nullptr) const;
    void step(int by);
    void changeLane(int by);
    void centreYear(double x);

    TimelineData m_data;
    qint64 m_from = 0, m_to = 1;
    int m_selected = -1;
    QList<Placed> m_placed;
    friend class TimelinePainter;
};

} // namespace chevet::widgets
