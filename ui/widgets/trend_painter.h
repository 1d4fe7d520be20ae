#pragma once
// Draws a TrendData in a rectangle: one object a paint, geometry first, then layers from back to
// front.

#include "ui/widgets/trend_chart.h"
#include "ui/widgets/trend_scale.h"

class QPainter;

namespace chevet::widgets {

class TrendPainter {
public:
    TrendPainter(const TrendData& data, const QRectF& area, bool band, bool events);

    void paint(QPainter* painter, int current) const;
    [[nodiscard]] int pointAt(const QPointF& at) const; // -1: none within 14 px

private:
    [[nodiscard]] double x(const QDateTime& at) const;
    [[nodiscard]] double y(double value) const;
    void paintBand(QPainter* painter) const;
    void paintGrid(QPainter* painter) const;
    void paintLimit(QPainter* painter, double value, const QString& words, bool above) const;
    void paintEvents(QPainter* painter) const;
    void paintEvent(QPainter* painter, const TrendEvent& event, double row,
                    std::optional<double> label) const;
    [[nodiscard]] std::optional<double> labelPlace(const TrendEvent& event,
                                                   const QList<QPair<double, double>>& taken) const;
    void paintLine(QPainter* painter, bool second) const;
    void paintPoint(QPainter* painter, const TrendPoint& point) const;
    void paintLabels(QPainter* painter) const;
    void paintCurrent(QPainter* painter, int current) const;

    const TrendData& m_data;
    QRectF m_area; // of the plot, inside the axes
    QRectF m_whole;
    ValueAxis m_axis;
    bool m_band, m_events;
};

} // namespace chevet::widgets
