// Panels, navigation, states and the focus ring: keyboard, words for screen readers, and what does
// not happen (no network, no markup from a record).

#include "ui/widgets/banner.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/field.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/safe_reader.h"
#include "ui/widgets/side_nav.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QClipboard>
#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace chevet::widgets;

namespace {

QStringList buttonNames(const QWidget& widget) {
    QStringList names;
    const auto buttons = widget.findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons)
        names << (button->accessibleName().isEmpty() ? button->text() : button->accessibleName());
    return names;
}

QAbstractButton* buttonNamed(const QWidget& widget, const QString& name) {
    const auto buttons = widget.findChildren<QAbstractButton*>();
    for (QAbstractButton* button : buttons) {
        if (button->text() == name || button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

// Whether any pixel of the picture has that colour.
bool shows(const QImage& image, const QColor& colour) {
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == colour)
                return true;
        }
    }
    return false;
}

} // namespace

class TestControls : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { Theme::instance().install(); }
    void cleanup() {
        Theme::instance().setMode(Theme::Mode::Light);
        Theme::instance().setScalePercent(100);
    }

    void theBannerSaysEverythingAloud() {
        IdentityBanner banner;
        IdentityBanner::Identity who;
        who.name = QStringLiteral("TREMBLAY, Émilie");
        who.cells = {{QStringLiteral("Âge"), QStringLiteral("20 ans")},
                     {QStringLiteral("NAM"), QStringLiteral("TREE 0462 1918")}};
        who.allergies = QStringLiteral("2 allergies");
        banner.setIdentity(who);
        // Also when the window is too narrow to paint the cells.
        banner.resize(420, banner.sizeHint().height());
        for (const char* part :
             {"TREMBLAY, Émilie", "Âge 20 ans", "NAM TREE 0462 1918", "2 allergies"})
            QVERIFY2(banner.accessibleName().contains(QString::fromUtf8(part)), part);
        const int full = banner.sizeHint().height();
        banner.setCompact(true);
        QVERIFY(banner.sizeHint().height() < full);
        QVERIFY(shows(banner.grab().toImage(), color(Tone::Banner)));
    }

    void unknownAllergiesNeverLookLikeNone() {
        IdentityBanner banner;
        banner.resize(1000, banner.sizeHint().height());
        IdentityBanner::Identity who;
        who.name = QStringLiteral("ROY, Paul");
        who.allergies = QStringLiteral("Aucune allergie connue");
        who.allergiesNone = true;
        banner.setIdentity(who);
        const QImage none = banner.grab().toImage();
        who.allergies = QStringLiteral("Allergies : non documenté");
        who.allergiesNone = false;
        who.allergiesUnknown = true;
        banner.setIdentity(who);
        QVERIFY(banner.accessibleName().contains(u"non documenté"));
        QVERIFY(banner.grab().toImage() != none);
    }

    void theStripTurnsRedForAnAlarm() {
        FreshnessStrip strip;
        strip.resize(900, 34);
        strip.setSegments(
            {{QStringLiteral("clock"), QStringLiteral("À jour"), {}, Tone::Ink, false}});
        QVERIFY(!shows(strip.grab().toImage(), color(Tone::CritSoft)));
        strip.setSegments(
            {{QStringLiteral("octagon-cross"),
              QStringLiteral("1 version refusée"),
              {},
              Tone::Crit,
              true},
             {QStringLiteral("clock"), QStringLiteral("À jour"), {}, Tone::Ink, false}},
            true);
        QVERIFY(shows(strip.grab().toImage(), color(Tone::CritSoft)));
        QCOMPARE(strip.findChildren<Fact*>().size(), 2);
    }

    void aSegmentIsChosenByKeyboardAndSaidOnce() {
        Segmented segments(QStringLiteral("Liste montrée"));
        segments.addSegment(QStringLiteral("Tous"));
        segments.addSegment(QStringLiteral("Récents"));
        QCOMPARE(segments.current(), 0);
        QSignalSpy changed(&segments, &Segmented::currentChanged);
        segments.show();
        segments.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&segments));
        segments.setCount(1, QStringLiteral("17"));
        QVERIFY(buttonNames(segments).contains(QStringLiteral("Récents 17")));
        // Arrows move from the button that has the keyboard.
        buttonNamed(segments, QStringLiteral("Tous"))->setFocus();
        QTest::keyClick(buttonNamed(segments, QStringLiteral("Tous")), Qt::Key_Right);
        QCOMPARE(segments.current(), 1);
        QCOMPARE(changed.count(), 1);
        segments.setCurrent(1);
        QCOMPARE(changed.count(), 1);
        auto* reader =
            QAccessible::queryAccessibleInterface(buttonNamed(segments, QStringLiteral("Tous")));
        QVERIFY(reader);
        QVERIFY(reader->state().checkable);
    }

    void tabsSwitch() {
        TabStrip tabs(QStringLiteral("Listes"));
        QCOMPARE(tabs.addTab(QStringLiteral("Refusés")), 0);
        QCOMPARE(tabs.addTab(QStringLiteral("Doublons")), 1);
        QSignalSpy changed(&tabs, &TabStrip::currentChanged);
        buttonNamed(tabs, QStringLiteral("Doublons"))->click();
        QCOMPARE(tabs.current(), 1);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.value(0).value(0).toInt(), 1);
    }

    void aPanelTitleOpensItsSectionWithEnter() {
        PanelHeader header(QStringLiteral("Médicaments actifs"));
        QSignalSpy pressed(&header, &PanelHeader::pressed);
        QTest::keyClick(&header, Qt::Key_Return);
        QCOMPARE(pressed.count(), 0); // only a title one can press
        header.setPressable(true);
        QCOMPARE(header.focusPolicy(), Qt::StrongFocus);
        QTest::keyClick(&header, Qt::Key_Return);
        QTest::mouseClick(&header, Qt::LeftButton);
        QCOMPARE(pressed.count(), 2);
        header.setTitle(QStringLiteral("Allergies"));
        header.setMeta(QStringLiteral("2"));
        QCOMPARE(header.accessibleName(), QStringLiteral("Allergies"));
    }

    void anAlarmCardHasAnEdgeNotOnlyAColour() {
        Card card(Card::Look::Alarm);
        card.resize(200, 80);
        const QImage alarm = card.grab().toImage();
        QCOMPARE(alarm.pixelColor(3, 40), color(Tone::CritSolid));
        QCOMPARE(alarm.pixelColor(100, 40), color(Tone::CritSoft));
        card.setLook(Card::Look::Plain);
        QVERIFY(card.grab().toImage().pixelColor(3, 40) != color(Tone::CritSolid));
    }

    void theNavigationIsWalkedAndNamed() {
        SideNav nav(QStringLiteral("Sections du dossier"));
        nav.addItem(QStringLiteral("summary"), QStringLiteral("Sommaire"));
        nav.addItem(QStringLiteral("flask"), QStringLiteral("Laboratoires"));
        nav.addSeparator();
        nav.addItem(QStringLiteral("info"), QStringLiteral("Autres"));
        nav.setCount(1, QStringLiteral("10"), Tone::Crit, Flag::High);
        nav.show();
        nav.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&nav));
        QSignalSpy chosen(&nav, &SideNav::chosen);
        nav.setCurrent(0);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(nav.current(), 0);
        QVERIFY(buttonNames(nav).contains(QStringLiteral("Laboratoires, 10")));
        auto* first = buttonNamed(nav, QStringLiteral("Sommaire"));
        first->setFocus();
        QTest::keyClick(first, Qt::Key_Down);
        auto* second = buttonNamed(nav, QStringLiteral("Laboratoires, 10"));
        QTRY_COMPARE(nav.focusWidget(), second);
        QTest::keyClick(second, Qt::Key_Space);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(nav.current(), 1);
        QVERIFY(second->isChecked() && !first->isChecked());
        const int wide = nav.sizeHint().width();
        nav.setRail(true);
        QVERIFY(nav.sizeHint().width() < wide / 3);
        QCOMPARE(second->toolTip(), QStringLiteral("Laboratoires")); // the rail has no words
        const QImage plain = nav.grab().toImage();
        nav.setDigitsShown(true);
        QVERIFY(nav.grab().toImage() != plain);
    }

    void emptySaysWhatAndWhatToDo() {
        EmptyState state(QStringLiteral("Aucun document reçu"), QStringLiteral("au 2025-10-14"),
                         QStringLiteral("Importer"));
        QSignalSpy acted(&state, &EmptyState::acted);
        buttonNamed(state, QStringLiteral("Importer"))->click();
        QCOMPARE(acted.count(), 1);
        state.set(QStringLiteral("Rien"), {});
        const auto texts = state.findChildren<Text*>();
        QCOMPARE(texts.value(0)->text(), QStringLiteral("Rien"));
        QVERIFY(texts.value(1)->isHidden());
    }

    void unknownIsHatchedAndNamed() {
        UnknownField unknown(QStringLiteral("Non documenté"), QStringLiteral("Documenter"));
        QSignalSpy acted(&unknown, &UnknownField::acted);
        QCOMPARE(unknown.accessibleName(), QStringLiteral("Non documenté"));
        buttonNamed(unknown, QStringLiteral("Documenter"))->click();
        QCOMPARE(acted.count(), 1);
        unknown.resize(unknown.sizeHint());
        QVERIFY(shows(unknown.grab().toImage(), color(Tone::Ctl)));
    }

    void anErrorGivesItsReportWithoutClinicalData() {
        ErrorState error(QStringLiteral("Ce dossier n’a pas pu être lu."),
                         QStringLiteral("Rien n’a été effacé."),
                         QStringLiteral("L’ouvrir de nouveau."));
        QVERIFY(!buttonNamed(error, QStringLiteral("Copier le rapport")));
        error.setReport(QStringLiteral("RootMismatch"));
        error.setReport(QStringLiteral("RootMismatch: view"));
        QCOMPARE(buttonNames(error).count(QStringLiteral("Copier le rapport")), 1);
        buttonNamed(error, QStringLiteral("Copier le rapport"))->click();
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("RootMismatch: view"));
        Button* again = error.addAction(QStringLiteral("Rouvrir"), true);
        QVERIFY(again->parentWidget());
        QCOMPARE(error.accessibleName(), QStringLiteral("Ce dossier n’a pas pu être lu."));
    }

    void progressIsSaidInWords() {
        ProgressBar bar(QStringLiteral("Importation"));
        bar.resize(200, 12);
        bar.setFraction(-1);
        QVERIFY(bar.accessibleDescription().isEmpty());
        QVERIFY(!shows(bar.grab().toImage(), color(Tone::Accent)));
        bar.setFraction(0.579);
        QCOMPARE(bar.accessibleDescription(), QStringLiteral("57\u00a0%"));
        const QImage half = bar.grab().toImage();
        QCOMPARE(half.pixelColor(60, 6), color(Tone::Accent));
        QCOMPARE(half.pixelColor(180, 6), color(Tone::Line));
        bar.setFraction(1.4); // never wider than itself
        QCOMPARE(bar.grab().toImage().pixelColor(195, 6), color(Tone::Accent));
    }

    void aReaderFetchesNothing() {
        SafeReader reader(QStringLiteral("Note"));
        reader.showHtml(
            QStringLiteral("<p>Éruption <b>étendue</b></p><img src=\"file:///etc/hostname\">"
                           "<a href=\"https://exemple.example\">lien</a>"));
        QVERIFY(reader.toPlainText().contains(u"Éruption étendue"));
        QVERIFY(!reader
                     .loadResource(QTextDocument::ImageResource,
                                   QUrl(QStringLiteral("file:///etc/hostname")))
                     .isValid());
        QVERIFY(!reader.openLinks() && !reader.openExternalLinks());
        reader.showPlain(QStringLiteral("<b>texte</b> reçu"));
        QCOMPARE(reader.toPlainText(), QStringLiteral("<b>texte</b> reçu")); // not markup
    }

    void passagesAreFoundAndWalked() {
        SafeReader reader(QStringLiteral("Note"));
        reader.resize(300, 60);
        QString text;
        for (int i = 0; i < 60; ++i)
            text += i % 20 == 0 ? QStringLiteral("RNI à répéter\n") : QStringLiteral("ligne\n");
        reader.showPlain(text);
        QCOMPARE(reader.markAll(QStringLiteral("rni")), 3);
        reader.goToMark(2);
        QCOMPARE(reader.textCursor().block().blockNumber(), 40);
        reader.goToMark(7); // out of range: stays
        QCOMPARE(reader.textCursor().block().blockNumber(), 40);
        Theme::instance().setMode(Theme::Mode::Dark); // marks survive a change of colours
        QCOMPARE(reader.extraSelections().size(), 3);
        QCOMPARE(reader.markAll({}), 0);
        QVERIFY(reader.extraSelections().isEmpty());
    }

    void theRingFollowsTheFocus() {
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* first = new Button(QStringLiteral("Un"));
        auto* field = new Field;
        column->addWidget(first);
        column->addWidget(field);
        auto* ring = new FocusRing(&window);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        first->setFocus();
        QTRY_VERIFY(ring->isVisible());
        QTRY_VERIFY(ring->geometry().contains(first->geometry()));
        field->edit()->setFocus(); // the whole field, not its inner line
        QTRY_VERIFY(ring->geometry().contains(field->geometry()));
        QTRY_VERIFY(!ring->geometry().intersects(first->geometry()));
        QVERIFY(ring->testAttribute(Qt::WA_TransparentForMouseEvents));
        QTest::mousePress(&window, Qt::LeftButton, {}, QPoint(1, 1));
        QVERIFY(ring->isVisible()); // a field shows where one types
        first->setFocus();
        QTRY_VERIFY(!ring->isVisible()); // after a click there is no ring around the rest
        QTest::keyClick(&window, Qt::Key_Shift);
        QTRY_VERIFY(ring->isVisible());
        field->hide();
        first->clearFocus();
        QTRY_VERIFY(!ring->isVisible());
    }

    void marksDifferInGreyscale() {
        QList<QImage> seen;
        for (const Flag flag : {Flag::High, Flag::Low, Flag::CriticalHigh, Flag::CriticalLow,
                                Flag::NotMeasured, Flag::Unknown}) {
            QImage image(24, 24, QImage::Format_ARGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            paintFlag(&painter, QRectF(2, 2, 20, 20), flag);
            painter.end();
            const QImage grey = image.convertToFormat(QImage::Format_Grayscale8);
            for (const QImage& other : std::as_const(seen))
                QVERIFY2(grey != other, qPrintable(flagWords(flag)));
            seen << grey;
            QVERIFY(!flagWords(flag).isEmpty());
        }
        QStringList words, glyphs;
        for (const Signature state :
             {Signature::Verified, Signature::Pending, Signature::UnknownKey, Signature::Invalid}) {
            words << signatureWords(state);
            glyphs << signatureGlyph(state);
        }
        QCOMPARE(QSet<QString>(words.begin(), words.end()).size(), 4);
        QCOMPARE(QSet<QString>(glyphs.begin(), glyphs.end()).size(), 4);
    }

    void textIsNeverMarkup() {
        Text text(QStringLiteral("<b>Roy</b> & fils"), {13, Weight::Regular, Tone::Ink});
        QCOMPARE(text.text(), QStringLiteral("<b>Roy</b> & fils"));
        QCOMPARE(text.textFormat(), Qt::PlainText);
        QCOMPARE(text.accessibleName(), QStringLiteral("<b>Roy</b> & fils"));
        text.setElided(true);
        text.resize(30, 20);
        QVERIFY(text.minimumSizeHint().width() <= 24);
        text.show();
        QTRY_COMPARE(text.toolTip(), QStringLiteral("<b>Roy</b> & fils"));
    }
};

QTEST_MAIN(TestControls)
#include "controls_test.moc"
