#pragma once
// What is written reads back: a chart made of what the writers composed.

#include "record/written.h"
#include "unit/record/chart_maker.h"

#include <QTimeZone>

namespace writer {

inline chevet::record::Writing writing(const char* id = "w1") {
    chevet::record::Writing out;
    out.id = QLatin1String(id);
    out.patientId = QStringLiteral("p1");
    out.authorId = QStringLiteral("00000000-0000-4000-8000-000000000001");
    out.authorName = QStringLiteral("Dre Maude Lachance");
    out.at = QDateTime({2025, 10, 9}, {9, 5}, QTimeZone("America/Toronto"));
    return out;
}

inline chevet::record::Chart read(std::initializer_list<QByteArray> resources) {
    ChartMaker maker;
    maker.add("{'resourceType':'Patient','id':'p1','birthDate':'1950-01-02','gender':'female'}");
    for (const QByteArray& json : resources)
        maker.add(QByteArray(json).replace('\'', "\\u0027"));
    return maker.chart();
}

// The tokens of one that the other has not, in their order: what a correction took away.
inline bool keeps(const QByteArray& after, std::initializer_list<const char*> parts) {
    return std::all_of(parts.begin(), parts.end(),
                       [&](const char* part) { return after.contains(part); });
}

} // namespace writer
