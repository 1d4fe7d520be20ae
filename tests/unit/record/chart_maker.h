#pragma once
// Test support: a chart made of JSON written in the test, on a fixed day.

#include "record/chart.h"
#include "unit/record/bundle_file.h"

class ChartMaker {
public:
    // One resource; quotes may be written ' for legibility.
    ChartMaker& add(QByteArray json) {
        m_file.add(json.replace('\'', '"'));
        return *this;
    }
    [[nodiscard]] std::span<const chevet::record::StoredResource> resources() const {
        return m_file.resources();
    }
    [[nodiscard]] chevet::record::Chart chart() const { return m_file.chart(QDate(2025, 10, 9)); }

private:
    BundleFile m_file;
};
