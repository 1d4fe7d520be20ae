#include "ui/widgets/trend_scale.h"

#include <QLocale>

#include <algorithm>
#include <array>
#include <cmath>

namespace chevet::widgets {
namespace {

double roundStep(double span, double count) {
    const double raw = span / count;
    const double magnitude = std::pow(10.0, std::floor(std::log10(raw)));
    const double lead = raw / magnitude;
    const double nice = lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 2.5 ? 2.5 : lead <= 5 ? 5 : 10;
    return nice * magnitude;
}

// A limit far outside the values would flatten the line: it is left out of the scale.
void widen(double& bottom, double& top, std::optional<double> limit) {
    if (!limit)
        return;
    const double span = std::max(top - bottom, std::abs(top) * 0.1);
    if (*limit < bottom && bottom - *limit <= span * 1.5)
        bottom = *limit;
    if (*limit > top && *limit - top <= span * 1.5)
        top = *limit;
}

enum class Unit { Day, Month };
struct Step {
    Unit unit;
    int count;
    double days;
};
constexpr std::array<Step, 13> steps{{{Unit::Day, 1, 1},
                                      {Unit::Day, 2, 2},
                                      {Unit::Day, 7, 7},
                                      {Unit::Day, 14, 14},
                                      {Unit::Month, 1, 30},
                                      {Unit::Month, 2, 61},
                                      {Unit::Month, 3, 91},
                                      {Unit::Month, 6, 183},
                                      {Unit::Month, 12, 365},
                                      {Unit::Month, 24, 730},
                                      {Unit::Month, 60, 1826},
                                      {Unit::Month, 120, 3652},
                                      {Unit::Month, 240, 7305}}};

QDate firstTick(const QDate& from, const Step& step) {
    if (step.unit == Unit::Day)
        return from;
    if (step.count < 12) {
        const int month = ((from.month() - 1) / step.count) * step.count + 1;
        const QDate start(from.year(), month, 1);
        return start < from ? start.addMonths(step.count) : start;
    }
    const int years = step.count / 12;
    const QDate start((from.year() / years) * years, 1, 1);
    return start < from ? start.addYears(years) : start;
}

QString tickLabel(const QDate& date, const Step& step) {
    if (step.unit == Unit::Day)
        return date.toString(QStringLiteral("yyyy-MM-dd"));
    return date.toString(step.count >= 12 ? QStringLiteral("yyyy") : QStringLiteral("yyyy-MM"));
}

} // namespace

QString ValueAxis::label(double value) const {
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    const double shown = std::abs(value) < step / 1e6 ? 0 : value;
    QString text = locale.toString(shown, 'f', decimals);
    return text.replace(QLatin1Char('-'), QChar(0x2212));
}

ValueAxis valueAxis(const QList<double>& values, std::optional<double> low,
                    std::optional<double> high) {
    ValueAxis axis;
    if (values.isEmpty())
        return axis;
    const auto [least, most] = std::minmax_element(values.cbegin(), values.cend());
    double bottom = *least;
    double top = *most;
    widen(bottom, top, low);
    widen(bottom, top, high);
    double span = top - bottom;
    if (!(span > 0) || !std::isfinite(span))
        span = std::abs(top) > 0 ? std::abs(top) * 0.2 : 1;
    axis.step = roundStep(span * 1.12, 5);
    axis.bottom = std::floor((bottom - span * 0.06) / axis.step) * axis.step;
    if (bottom >= 0 && axis.bottom < 0)
        axis.bottom = 0;
    axis.top = std::ceil((top + span * 0.06) / axis.step) * axis.step;
    const double lead = axis.step / std::pow(10.0, std::floor(std::log10(axis.step)));
    const int extra = std::abs(lead - 2.5) < 1e-6 ? 1 : 0;
    axis.decimals = std::clamp(static_cast<int>(-std::floor(std::log10(axis.step))) + extra, 0, 9);
    return axis;
}

QList<TimeTick> timeTicks(const QDateTime& from, const QDateTime& to, int most) {
    QList<TimeTick> ticks;
    if (!from.isValid() || !to.isValid() || from >= to || most < 1)
        return ticks;
    const double days = static_cast<double>(from.secsTo(to)) / 86400.0;
    const Step* chosen = &steps.back();
    for (const Step& step : steps) {
        if (days / step.days <= most) {
            chosen = &step;
            break;
        }
    }
    QDate at = firstTick(from.date(), *chosen);
    while (at <= to.date() && ticks.size() <= most + 1) {
        ticks.append({at.startOfDay(), tickLabel(at, *chosen)});
        at = chosen->unit == Unit::Day ? at.addDays(chosen->count) : at.addMonths(chosen->count);
    }
    return ticks;
}

} // namespace chevet::widgets
