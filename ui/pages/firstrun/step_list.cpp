#include "ui/pages/firstrun/step_list.h"

#include "ui/widgets/icons.h"

#include <QAbstractButton>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

namespace {

// Another way in: icon, two lines, chevron.
class OtherWay : public QAbstractButton {
public:
    OtherWay(const QString& glyph, const QString& title, const QString& words)
        : m_glyph(glyph)
        , m_words(words) {
        setText(title);
        setAccessibleDescription(words);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QSize sizeHint() const override { return {px(280), px(62)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect(), color(Tone::BannerLine));
        painter.fillRect(0, height() - 1, width(), 1, color(Tone::BannerLine));
        const int icon = px(18), middle = height() / 2;
        paintIcon(&painter, QRectF(0, middle - icon / 2.0, icon, icon), m_glyph,
                  color(Tone::BannerIcon));
        painter.setFont(face(14, Weight::Semi));
        painter.setPen(color(Tone::BannerInk));
        painter.drawText(QRect(px(32), middle - px(19), width(), px(19)), Qt::AlignVCenter, text());
        painter.setFont(face(12));
        painter.setPen(color(Tone::BannerInk2));
        painter.drawText(QRect(px(32), middle + px(1), width(), px(16)), Qt::AlignVCenter, m_words);
        const int cross = px(14);
        paintIcon(&painter, QRectF(width() - cross - 2, middle - cross / 2.0, cross, cross),
                  QStringLiteral("chevron-right"), color(Tone::BannerIcon));
    }

private:
    QString m_glyph, m_words;
};

} // namespace

StepList::StepList(bool demoPossible, QWidget* parent)
    : Ground(Tone::Banner, parent) {
    setProperty("darkGround", true);
    m_lines = {{tr("Créer une clinique"), tr("Son nom")},
               {tr("Ce poste"), tr("Son nom, le chiffrement mesuré")},
               {tr("Premier professionnel"), tr("Responsable du coffre")},
               {tr("Trousse de récupération"), tr("Imprimer, ranger, vérifier")},
               {tr("Vérifier et ouvrir"), tr("Ajouter des dossiers ou un autre poste")}};
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(32), px(32), px(32), px(24));
    column->setSpacing(0);
    auto* brand = new QHBoxLayout;
    brand->setSpacing(px(12));
    brand->addWidget(new Glyph(QStringLiteral("logo"), Tone::BannerInk, 28));
    brand->addWidget(new Text(QStringLiteral("Chevet"), {20, Weight::Bold, Tone::BannerInk}));
    brand->addStretch(1);
    column->addLayout(brand);
    column->addSpacing(px(38));
    for (Line& line : m_lines) {
        line.head = new Text(line.title, {15, Weight::Medium, Tone::BannerInk, 26});
        line.body = new Text(line.detail, {13, Weight::Regular, Tone::BannerInk2, 18});
        line.body->setWrapped(true);
        for (Text* text : {line.head, line.body}) {
            auto* row = new QHBoxLayout;
            row->addSpacing(px(39));
            row->addWidget(text, 1);
            column->addLayout(row);
        }
        column->addSpacing(px(21));
    }
    column->addStretch(1);
    column->addWidget(new Text(tr("Ou plutôt"), {12, Weight::Regular, Tone::BannerInk2}));
    column->addSpacing(px(8));
    column->addWidget(new Rule(Qt::Horizontal, Tone::BannerLine));
    auto* join = new OtherWay(QStringLiteral("link"), tr("Rejoindre une clinique"),
                              tr("Avec le code d’un poste déjà inscrit"));
    auto* demo = new OtherWay(QStringLiteral("users"), tr("Clinique de démonstration"),
                              tr("Douze patients fictifs, effaçable"));
    demo->setVisible(demoPossible);
    column->addWidget(join);
    column->addWidget(demo);
    connect(join, &QAbstractButton::clicked, this, &StepList::joinRequested);
    connect(demo, &QAbstractButton::clicked, this, &StepList::demoRequested);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

QSize StepList::sizeHint() const {
    return {px(344), px(600)};
}

void StepList::setCurrent(int step) {
    m_current = step;
    for (int i = 0; i < m_lines.size(); ++i) {
        m_lines[i].head->setLook(
            {15, i == step ? Weight::Bold : Weight::Medium, Tone::BannerInk, 26});
        m_lines[i].head->setAccessibleDescription(i < step    ? tr("fait")
                                                  : i == step ? tr("étape en cours")
                                                              : tr("à venir"));
    }
    update();
}

void StepList::setDetail(int step, const QString& detail) {
    m_lines[step].body->setText(detail);
}

void StepList::paintEvent(QPaintEvent* event) {
    Ground::paintEvent(event);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int side = px(26), left = px(32);
    for (int i = 0; i < m_lines.size(); ++i) {
        const QPoint top = m_lines[i].head->mapTo(this, QPoint(0, 0));
        const QRectF circle(left + 0.5, top.y() + (m_lines[i].head->height() - side) / 2.0, side,
                            side);
        if (i + 1 < m_lines.size()) {
            const int below = m_lines[i + 1].head->mapTo(this, QPoint(0, 0)).y();
            painter.fillRect(
                QRectF(circle.center().x(), circle.bottom(), 1, below - circle.bottom()),
                QColor(0x5C, 0x80, 0x90));
        }
        const bool done = i < m_current, on = i == m_current;
        painter.setPen(QPen(done ? color(Tone::BannerIcon)
                            : on ? color(Tone::BannerInk)
                                 : color(Tone::BannerCtl),
                            1.5));
        painter.setBrush(done ? color(Tone::BannerIcon)
                         : on ? color(Tone::BannerInk)
                              : color(Tone::Banner));
        painter.drawEllipse(circle);
        if (on) {
            painter.setBrush(Qt::NoBrush);
            painter.setPen(QPen(color(Tone::BannerInk), 2));
            painter.drawEllipse(circle.adjusted(-px(4), -px(4), px(4), px(4)));
        }
        if (done) {
            paintIcon(&painter, circle.adjusted(6, 6, -6, -6), QStringLiteral("check"),
                      color(Tone::Banner));
            continue;
        }
        painter.setFont(face(13, Weight::Semi));
        painter.setPen(on ? color(Tone::Banner) : color(Tone::BannerIcon));
        painter.drawText(circle, Qt::AlignCenter, QString::number(i + 1));
    }
}

} // namespace chevet::pages
