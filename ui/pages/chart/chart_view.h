#pragma once
// ChartView: what the shell knows of a chart on screen. The page behind it is ui/pages/chart.

#include "ui/viewmodels/door.h"

#include <QStringList>
#include <QWidget>

namespace chevet::pages {

class ChartView : public QWidget {
    Q_OBJECT
public:
    explicit ChartView(QWidget* parent = nullptr)
        : QWidget(parent) {}

    [[nodiscard]] virtual session::PatientKey patient() const = 0;
    [[nodiscard]] virtual QString patientName() const = 0; // "TREMBLAY, Émilie"; empty until read
    // The sections in the order of the keys Alt+1 … Alt+9, Alt+0, then the others.
    [[nodiscard]] virtual QStringList sections() const = 0;
    [[nodiscard]] virtual int currentSection() const = 0;
    virtual void openSection(int index) = 0;
    // What has keys of its own: Ctrl+H, Ctrl+R, Ctrl+N, Ctrl+Maj+N, Ctrl+Maj+I.
    enum class Place { Timeline, Access, NewNote, NewEntry, Particulars };
    virtual void go(Place place) { Q_UNUSED(place) }
    // False: something is not signed, and the chart asks what becomes of it.
    [[nodiscard]] virtual bool mayClose() { return true; }
    // Below 1400 wide or 800 high: bars shrink, the navigation becomes a rail (screen 11).
    virtual void setCompact(bool compact) = 0;
    virtual void setDigitsShown(bool shown) { Q_UNUSED(shown) } // while Alt is held

Q_SIGNALS:
    void patientNameChanged();
    void closeRequested();
};

} // namespace chevet::pages
