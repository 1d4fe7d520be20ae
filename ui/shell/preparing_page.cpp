#include "ui/shell/preparing_page.h"

#include "ui/widgets/states.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace chevet::shell {

using namespace widgets;

PreparingPage::PreparingPage(QWidget* parent)
    : Ground(Tone::Surface, parent)
    , m_words(new Text({}, {14, Weight::Regular, Tone::Ink2, 20}))
    , m_bar(new ProgressBar(tr("Préparation"))) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(24), px(24), px(24));
    column->addStretch(2);
    auto* brand = new QHBoxLayout;
    brand->setSpacing(px(12));
    brand->addStretch(1);
    brand->addWidget(new Glyph(QStringLiteral("logo"), Tone::Accent, 28));
    brand->addWidget(new Text(QStringLiteral("Chevet"), {20, Weight::Bold, Tone::Ink}));
    brand->addStretch(1);
    column->addLayout(brand);
    column->addSpacing(px(20));
    m_words->setAlignment(Qt::AlignCenter);
    column->addWidget(m_words);
    column->addSpacing(px(10));
    m_bar->setFixedWidth(px(320));
    column->addWidget(m_bar, 0, Qt::AlignHCenter);
    column->addStretch(3);
}

void PreparingPage::show(const QString& what, double fraction) {
    m_words->setText(what);
    m_bar->setFraction(fraction);
    QWidget::show();
}

} // namespace chevet::shell
