#pragma once
// Draws a TimelineChart: overview, axis, lanes. Remembers where the marks went.

#include "ui/widgets/timeline_chart.h"

class QPainter;

namespace chevet::widgets {

class TimelinePainter {
public:
    explicit TimelinePainter(TimelineChart& chart);

    void paint(QPainter* painter);
    // The height everything needs at the current scale.
    [[nodiscard]] static double heightOf(const TimelineData& data, qint64 from, qint64 to);
    [[nodiscard]] static double overviewHeight();
    [[nodiscard]] static double leftEdge();
    [[nodiscard]] static double rightEdge();

    // Marks of a lane as they stand on screen: those that would overlap are merged.
    struct Shown {
        LaneMark mark;
        double x = 0, x2 = 0;
    };
    [[nodiscard]] QList<Shown> merged(const Lane& lane) const;

private:
    [[nodiscard]] double x(qint64 at) const;
    void paintOverview(QPainter* painter);
    void paintAxis(QPainter* painter);
    double paintLane(QPainter* painter, const Lane& lane, double y);
    double paintTreatments(QPainter* painter, const Lane& lane, double y);
    void paintTreatment(QPainter* painter, const LaneTreatment& treatment, double y);
    void paintMark(QPainter* painter, const Shown& shown, double centre, double nextX, bool tall);
    void paintShape(QPainter* painter, const LaneMark& mark, const QPointF& at);

    TimelineChart& m_chart;
    double m_width, m_left, m_right;
};

} // namespace chevet::widgets
