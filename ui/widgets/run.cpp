#include "ui/widgets/run.h"

#include <algorithm>

namespace chevet::widgets {
Run Run::words(QString text, double size, Tone tone, Weight weight) {
    Run run;
    run.text = std::move(text);
    run.size = size;
    run.tone = tone;
    run.weight = weight;
    return run;
}

Run Run::kept(QString text, double size, Weight weight, Tone tone) {
    Run run = words(std::move(text), size, tone, weight);
    run.keep = true;
    return run;
}

Run Run::icon(QString name, double size, Tone tone) {
    Run run = words(std::move(name), size, tone);
    run.kind = Kind::Icon;
    return run;
}

Run Run::mark(Flag flag, double size) {
    Run run;
    run.kind = Kind::FlagMark;
    run.flag = flag;
    run.size = size;
    return run;
}

Run Run::sparkline(std::shared_ptr<const SparkData> data) {
    Run run;
    run.kind = Kind::Spark;
    run.spark = std::move(data);
    return run;
}

Run Run::chip(QString text, Tone tone) {
    Run run = words(std::move(text), 12, tone, Weight::Medium);
    run.kind = Kind::Chip;
    return run;
}

Run Run::linkTo(QString text, double size) {
    Run run = words(std::move(text), size, Tone::Accent, Weight::Medium);
    run.link = true;
    return run;
}

Run Run::bar(double fraction, double width) {
    Run run;
    run.kind = Kind::Bar;
    run.size = width;
    run.fraction = std::clamp(fraction, 0.0, 1.0);
    return run;
}

Run Run::keyCap(QString text) {
    Run run = words(std::move(text), 12, Tone::Ink2, Weight::Medium);
    run.kind = Kind::Key;
    return run;
}

Run Run::right(Run run) {
    run.pushRight = true;
    return run;
}

QList<QPair<double, double>> Columns::layout(double total) const {
    double fixed = px(left) + px(right) + px(gap) * static_cast<double>(columns.size() - 1);
    double weights = 0;
    for (const Column& column : columns) {
        fixed += px(column.width);
        weights += column.width > 0 ? 0 : column.weight;
    }
    const double rest = std::max(0.0, total - fixed);
    QList<QPair<double, double>> places;
    double x = px(left);
    for (const Column& column : columns) {
        const double width =
            column.width > 0 ? px(column.width) : rest * column.weight / std::max(weights, 1e-9);
        places.append({x, width});
        x += width + px(gap);
    }
    return places;
}

} // namespace chevet::widgets
