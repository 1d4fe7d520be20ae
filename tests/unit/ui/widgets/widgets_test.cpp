// The controls keep the promises of DESIGN.md: contrast, names for screen readers, secrets handed
// over once.

#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/icons.h"

#include <QTest>

#include <cmath>

using namespace chevet::widgets;

namespace {

double luminance(const QColor& colour) {
    const auto part = [](double value) {
        return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) +
           0.0722 * part(colour.blueF());
}

double contrast(Tone one, Tone other) {
    const double a = luminance(color(one)), b = luminance(color(other));
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }

    void everyTextIsReadableOnItsGround() {
        const std::pair<Tone, Tone> pairs[] = {
            {Tone::Ink, Tone::Sel},           {Tone::Ink2, Tone::Sel},
            {Tone::Ink3, Tone::Sel},          {Tone::Ink3, Tone::Bg},
            {Tone::Accent, Tone::Sel},        {Tone::Crit, Tone::CritSoft},
            {Tone::Warn, Tone::WarnSoft},     {Tone::Ok, Tone::OkSoft},
            {Tone::Low, Tone::LowSoft},       {Tone::OnAccent, Tone::Accent},
            {Tone::BannerInk2, Tone::Banner}, {Tone::AllergyChipInk, Tone::AllergyChip},
            {Tone::MarkInk, Tone::Mark}};
        for (const auto mode : {Theme::Mode::Light, Theme::Mode::Dark}) {
            Theme::instance().setMode(mode);
            for (const auto& [ink, ground] : pairs)
                QVERIFY2(contrast(ink, ground) >= 4.5,
                         qPrintable(QStringLiteral("%1 on %2").arg(int(ink)).arg(int(ground))));
            QVERIFY(contrast(Tone::Ctl, Tone::Surface) >= 3.0);
        }
    }

    void everyIconPaintsSomething() {
        const QStringList names = iconNames();
        QVERIFY(names.size() > 60);
        for (const QString& name : names) {
            const QImage image = icon(name, Tone::Ink).pixmap(24, 24).toImage();
            bool painted = false;
            for (int i = 0; i < 24 * 24 && !painted; ++i)
                painted = qAlpha(image.pixel(i % 24, i / 24)) > 0;
            QVERIFY2(painted, qPrintable(name));
        }
    }

    void aPassphraseIsHandedOverOnce() {
        PassphraseField field;
        QTest::keyClicks(field.edit(), QStringLiteral("quatre mots"));
        QCOMPARE(field.takeUtf8(), QByteArray("quatre mots"));
        QVERIFY(field.isEmpty());
        QCOMPARE(field.takeUtf8(), QByteArray());
    }

    void aDisabledButtonSaysWhy() {
        Button button(QStringLiteral("Ajouter"));
        button.setReason(QStringLiteral("parce que"));
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), QStringLiteral("parce que"));
        button.setReason({});
        QVERIFY(button.isEnabled());
    }

    void initialsLeaveTheTitleOut() {
        QCOMPARE(initialsOf(QStringLiteral("Dre Maude Lachance")), QStringLiteral("ML"));
        QCOMPARE(initialsOf(QStringLiteral("Nadia Fortin")), QStringLiteral("NF"));
        QCOMPARE(initialsOf({}), QString());
    }

    void sizesFollowTheScale() {
        Theme::instance().setScalePercent(200);
        QCOMPARE(px(32), 64);
        QCOMPARE(Button(QStringLiteral("a")).sizeHint().height(), 64);
        Theme::instance().setScalePercent(500);
        QCOMPARE(Theme::instance().scalePercent(), 200);
        Theme::instance().setScalePercent(100);
    }
};

QTEST_MAIN(TestWidgets)
#include "widgets_test.moc"
