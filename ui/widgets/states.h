#pragma once
// What stands where content would be: known empty, unknown, error, loading (DESIGN.md §5, I12), and
// progress. No illustration, no apology: a fact, its date, one action.

#include "ui/widgets/theme.h"

#include <QWidget>

class QHBoxLayout;

namespace chevet::widgets {

class Button;
class LinkButton;
class Text;

class EmptyState : public QWidget {
    Q_OBJECT
public:
    // "Aucun document reçu", and when it was last looked at; the action may be empty.
    EmptyState(const QString& fact, const QString& detail = {}, const QString& action = {},
               QWidget* parent = nullptr);
    void set(const QString& fact, const QString& detail);

Q_SIGNALS:
    void acted();

private:
    Text* m_fact;
    Text* m_detail;
};

// Nobody asked: dashed border, hatched edge, question mark, link to document it.
class UnknownField : public QWidget {
    Q_OBJECT
public:
    UnknownField(const QString& words, const QString& action = {}, QWidget* parent = nullptr);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void acted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_words;
    LinkButton* m_action = nullptr;
};

// Octagon, what happened, what still holds, what to do. The details go to the clipboard on demand
// and hold no clinical data.
class ErrorState : public QWidget {
    Q_OBJECT
public:
    ErrorState(const QString& happened, const QString& holds, const QString& todo,
               QWidget* parent = nullptr);
    // For a technician: codes only. Offers "Copier le rapport".
    void setReport(const QString& report);
    Button* addAction(const QString& words, bool primary = false);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QHBoxLayout* m_actions;
    QString m_report;
};

// Rows that are still being read, as bars in the line colour. Does not move.
class LoadingRows : public QWidget {
    Q_OBJECT
public:
    explicit LoadingRows(int rows, QWidget* parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    int m_rows;
};

// 12 px bar. Unknown total: the bar stays empty and the words count; nothing moves by itself.
class ProgressBar : public QWidget {
    Q_OBJECT
public:
    explicit ProgressBar(const QString& name, QWidget* parent = nullptr);
    void setFraction(double fraction); // 0 … 1, negative: unknown
    [[nodiscard]] double fraction() const noexcept { return m_fraction; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_fraction = -1;
};

} // namespace chevet::widgets
