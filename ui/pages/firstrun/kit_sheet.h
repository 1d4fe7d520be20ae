#pragma once
// The recovery kit as it prints: four lines of four groups, a check a line, QR. Always dark on
// white. On screen two groups are masked, and the QR with them: they are read back from paper.

#include "ui/viewmodels/door.h"

#include <QWidget>

class QPainter;

namespace chevet::pages {

struct KitFacts {
    QString clinic;
    QString created;     // "2025-10-14"
    QString fingerprint; // "5C20 A9F4", may be empty
};

class KitSheet : public QWidget {
    Q_OBJECT
public:
    using Place = std::pair<int, int>; // line, group

    explicit KitSheet(QWidget* parent = nullptr);
    void setKit(std::shared_ptr<viewmodels::RecoverySheet> kit, const KitFacts& facts);
    void setMasked(const QList<Place>& places);
    void setSmall(bool small); // on screen only
    QSize sizeHint() const override;

    // One Letter page; false if the file cannot be written. Blocks for some milliseconds only.
    [[nodiscard]] bool writePdf(const QString& path) const;
    // The whole sheet at 520 logical pixels wide, for a printer.
    void paintWhole(QPainter& painter) const;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void paintSheet(QPainter& painter, bool masked) const;
    void paintHead(QPainter& painter, bool masked) const;
    void paintLine(QPainter& painter, int line, int top, bool masked) const;
    void paintQr(QPainter& painter, const QRectF& box) const;
    [[nodiscard]] bool isMasked(int line, int group) const;

    std::shared_ptr<viewmodels::RecoverySheet> m_kit;
    KitFacts m_facts;
    QList<Place> m_masked;
    bool m_small = false;
};

} // namespace chevet::pages
