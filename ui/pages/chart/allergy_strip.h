#pragma once
// AllergyStrip: the allergies of the summary, by kind, always in sight. Each kind shows its cards,
// or which kind of empty it is (I12): « Aucune connue » stated by someone, or « Non documenté »,
// hatched; « Aucune connue » in the colour of a warning where listed allergies contradict it.

#include "ui/viewmodels/chart_data.h"

#include <QWidget>

class QBoxLayout;

namespace chevet::pages {

class AllergyStrip : public QWidget {
    Q_OBJECT
public:
    explicit AllergyStrip(QWidget* parent = nullptr);

    void setChart(const viewmodels::ChartData& data);
    void setCompact(bool compact);
    void setNarrow(bool narrow); // kinds one under the other

Q_SIGNALS:
    void opened(const QString& reference); // "" for the section itself

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void addHead(const viewmodels::ChartData& data);
    void addKind(const QString& title, const QList<const viewmodels::AllergyView*>& items,
                 const viewmodels::Lacking& lack);

    QBoxLayout* m_row;
    bool m_compact = false;
    bool m_narrow = false;
    bool m_allergic = false;
};

// One allergy, or one statement of their absence. A button: it opens the section.
class AllergyCard : public QWidget {
    Q_OBJECT
public:
    enum class Look { High, Some, NoneKnown, Contradicted, Unknown, More };
    AllergyCard(Look look, const QString& title, const QString& detail, const QString& strong,
                QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void pressed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    Look m_look;
    QString m_title, m_detail, m_strong;
};

} // namespace chevet::pages
