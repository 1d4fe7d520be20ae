#pragma once
// AnalyteDialog: which codes stand in one row of results, for the whole clinic. Setting a code
// apart, joining a row to another, or going back to Chevet's own table; each is written and signed
// at once, and the chart is read again.

#include "ui/viewmodels/chart_model.h"

#include <QDialog>

class QComboBox;
class QVBoxLayout;

namespace chevet::widgets {
class Text;
} // namespace chevet::widgets

namespace chevet::pages {

class AnalyteDialog : public QDialog {
    Q_OBJECT
public:
    AnalyteDialog(viewmodels::ChartModel& model, const viewmodels::AnalyteView& row,
                  const QList<viewmodels::AnalyteView>& others, QWidget* parent = nullptr);

private:
    void addCodes(QVBoxLayout* column);
    void addJoin(QVBoxLayout* column, const QList<viewmodels::AnalyteView>& others);
    void addFoot(QVBoxLayout* column);
    void map(const QStringList& codes, const QString& row);

    viewmodels::ChartModel& m_model;
    viewmodels::AnalyteView m_row;
    QComboBox* m_others = nullptr;
    widgets::Text* m_failure;
};

} // namespace chevet::pages
