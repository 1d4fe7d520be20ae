#include "ui/pages/firstrun/kit_step.h"

#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/field.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPrintDialog>
#include <QPrinter>
#include <QRandomGenerator>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

KitStep::KitStep(QWidget* parent)
    : QWidget(parent)
    , m_sheet(new KitSheet) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_top = new QHBoxLayout;
    m_top->setSpacing(px(36));
    m_top->addWidget(m_sheet, 0, Qt::AlignTop);
    m_top->addWidget(buildReasons(), 1, Qt::AlignTop);
    column->addLayout(m_top);
    column->addSpacing(px(28));
    column->addWidget(buildAsk());
    column->addStretch(1);
}

QWidget* KitStep::buildReasons() {
    auto* box = new QWidget;
    auto* column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    const auto add = [&](const char* glyph, const QString& title, const QString& words) {
        column->addWidget(new Rule(Qt::Horizontal, Tone::Line));
        auto* row = new QHBoxLayout;
        row->setContentsMargins(0, px(9), 0, px(10));
        row->setSpacing(px(11));
        row->addWidget(new Glyph(QString::fromLatin1(glyph), Tone::Accent, 18), 0, Qt::AlignTop);
        auto* texts = new QVBoxLayout;
        texts->setSpacing(0);
        texts->addWidget(new Text(title, {14, Weight::Semi, Tone::Ink, 20}));
        auto* body = new Text(words, {13, Weight::Regular, Tone::Ink2, 19});
        body->setWrapped(true);
        texts->addWidget(body);
        row->addLayout(texts, 1);
        column->addLayout(row);
    };
    add("key", tr("Elle remplace toutes les phrases de passe"),
        tr("Sur ce poste ou sur un poste neuf, elle rouvre le coffre de la clinique, même si "
           "chacun "
           "a oublié la sienne."));
    add("lock", tr("Deux exemplaires, deux endroits"),
        tr("Un coffre à la clinique, un autre ailleurs. Ni photo, ni courriel, ni nuage."));
    add("calendar", tr("Une vérification par an"),
        tr("Elle n’est montrée qu’une fois\u202f; une nouvelle trousse remplace l’ancienne, jamais "
           "une copie."));
    column->addWidget(new Rule(Qt::Horizontal, Tone::Line));
    column->addSpacing(px(13));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(8));
    m_print = new Button(tr("Imprimer"));
    m_print->setGlyph(QStringLiteral("print"));
    auto* pdf = new Button(tr("PDF sur une clé"));
    pdf->setGlyph(QStringLiteral("download"));
    pdf->setToolTip(
        tr("Plus faible qu’une feuille\u00a0: un fichier se copie sans laisser de trace"));
    row->addWidget(m_print);
    row->addWidget(pdf);
    row->addStretch(1);
    column->addLayout(row);
    m_made = new Fact(QStringLiteral("circle-check"), {}, Tone::Ok);
    m_made->hide();
    column->addSpacing(px(8));
    column->addWidget(m_made);
    setFocusProxy(m_print);
    connect(m_print, &QAbstractButton::clicked, this, &KitStep::print);
    connect(pdf, &QAbstractButton::clicked, this, &KitStep::savePdf);
    return box;
}

QWidget* KitStep::buildAsk() {
    auto* card = new Card;
    auto* grid = new QGridLayout(card);
    grid->setContentsMargins(px(20), px(18), px(20), px(20));
    grid->setHorizontalSpacing(px(32));
    grid->setVerticalSpacing(px(4));
    grid->addWidget(new Text(tr("Recopier deux groupes"), {16, Weight::Bold, Tone::Ink, 22}), 0, 0);
    auto* words =
        new Text(tr("Lus sur la feuille imprimée, pas à l’écran\u00a0: ils y sont masqués."),
                 {13, Weight::Regular, Tone::Ink2, 19});
    words->setWrapped(true);
    grid->addWidget(words, 1, 0, Qt::AlignTop);
    for (int i = 0; i < 2; ++i) {
        m_fields[i] = new Field;
        m_fields[i]->setHeight(42);
        m_fields[i]->setTextLook(19, Weight::Semi, 0.12);
        m_fields[i]->edit()->setMaxLength(6);
        m_labels[i] = fieldLabel({}, m_fields[i]);
        m_notes[i] = new Fact({}, {}, Tone::Ink3, Weight::Regular);
        m_fields[i]->addTrailing(m_notes[i]);
        grid->addWidget(m_labels[i], 0, i + 1, Qt::AlignBottom);
        grid->addWidget(m_fields[i], 1, i + 1, Qt::AlignTop);
        connect(m_fields[i]->edit(), &QLineEdit::textChanged, this, [this, i] { checkGroup(i); });
    }
    m_wrong = new Text({}, {13, Weight::Medium, Tone::Crit});
    m_wrong->hide();
    grid->addWidget(m_wrong, 2, 1, 1, 2);
    grid->setColumnMinimumWidth(0, px(304));
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    return card;
}

// Two different groups, on different lines; which ones is no secret, only what they hold.
void KitStep::chooseGroups() {
    auto* random = QRandomGenerator::system();
    m_places[0] = {int(random->bounded(4)), int(random->bounded(4))};
    m_places[1] = {(m_places[0].first + 1 + int(random->bounded(3))) % 4, int(random->bounded(4))};
    if (m_places[0].first > m_places[1].first)
        std::swap(m_places[0], m_places[1]);
    showAsked();
}

void KitStep::showAsked() {
    for (int i = 0; i < 2; ++i) {
        const QString name =
            tr("Ligne %1, groupe %2").arg(m_places[i].first + 1).arg(m_places[i].second + 1);
        m_labels[i]->setText(name);
        m_fields[i]->setName(name);
    }
    m_sheet->setMasked({m_places[0], m_places[1]});
}

void KitStep::setKit(std::shared_ptr<viewmodels::RecoverySheet> kit, const KitFacts& facts) {
    clear();
    m_kit = std::move(kit);
    m_facts = facts;
    m_sheet->setKit(m_kit, facts);
    chooseGroups();
    checkGroup(0);
    checkGroup(1);
}

bool KitStep::takeOver(KitStep& former) {
    if (!former.m_kit)
        return false;
    setKit(former.m_kit, former.m_facts);
    for (int i = 0; i < 2; ++i)
        m_places[i] = former.m_places[i];
    showAsked();
    for (int i = 0; i < 2; ++i)
        m_fields[i]->setText(former.m_fields[i]->text());
    if (former.m_wasMade)
        noteMade(former.m_made->text());
    return true;
}

void KitStep::setRoom(bool small, bool narrow) {
    m_sheet->setSmall(small);
    m_top->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_top->setSpacing(px(narrow ? 20 : 36));
}

void KitStep::clear() {
    m_kit.reset();
    m_sheet->setKit(nullptr, {});
    m_wasMade = false;
    m_made->hide();
    for (int i = 0; i < 2; ++i) {
        m_exact[i] = false;
        m_fields[i]->edit()->clear();
    }
}

void KitStep::checkGroup(int which) {
    if (!m_kit)
        return;
    const auto [line, group] = m_places[which];
    QString typed = m_fields[which]->text();
    typed.remove(u' ');
    const int left = 4 - int(typed.size());
    m_exact[which] = left == 0 && m_kit->groupIs(line, group, typed);
    m_wrong->hide();
    if (left > 0) {
        m_fields[which]->setState(Field::State::Plain);
        m_notes[which]->set({},
                            typed.isEmpty() ? QString()
                            : left == 1     ? tr("1 signe de plus")
                                            : tr("%1 signes de plus").arg(left),
                            Tone::Ink3);
    } else if (m_exact[which]) {
        m_fields[which]->setState(Field::State::Good);
        m_notes[which]->set(QStringLiteral("circle-check"), tr("exact"), Tone::Ok);
    } else {
        m_fields[which]->setState(Field::State::Wrong);
        m_notes[which]->set(QStringLiteral("close"), tr("à revoir"), Tone::Crit);
        m_wrong->setText(tr("Le groupe %1 de la ligne %2 ne correspond pas à la feuille")
                             .arg(group + 1)
                             .arg(line + 1));
        m_wrong->show();
    }
    Q_EMIT changed();
}

QString KitStep::reasonToWait() const {
    if (!m_kit)
        return tr("La trousse se prépare");
    if (!m_wasMade)
        return tr("Imprimer d’abord la trousse, ou l’enregistrer en PDF");
    if (!m_exact[0] || !m_exact[1])
        return tr("Recopier les deux groupes masqués");
    return {};
}

void KitStep::noteMade(const QString& words) {
    m_wasMade = true;
    m_print->setText(tr("Imprimer de nouveau"));
    m_made->set(QStringLiteral("circle-check"), words, Tone::Ok);
    m_made->show();
    Q_EMIT changed();
}

void KitStep::print() {
    if (!m_kit)
        return;
    auto* printer = new QPrinter(QPrinter::HighResolution);
    printer->setPageSize(QPageSize(QPageSize::Letter));
    auto* dialog = new QPrintDialog(printer, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QObject::destroyed, this, [printer] { delete printer; });
    connect(dialog, &QDialog::accepted, this, [this, printer] {
        QPainter painter;
        if (!painter.begin(printer))
            return;
        painter.scale(printer->logicalDpiX() / 96.0, printer->logicalDpiY() / 96.0);
        m_sheet->paintWhole(painter);
        painter.end();
        noteMade(tr("imprimée à %1").arg(viewmodels::clockTime(QDateTime::currentDateTime())));
    });
    dialog->open();
}

void KitStep::savePdf() {
    if (!m_kit)
        return;
    auto* dialog = new QFileDialog(this, tr("Enregistrer la trousse"), QStringLiteral("/media"),
                                   QStringLiteral("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("pdf"));
    dialog->selectFile(tr("trousse-de-recuperation.pdf"));
    connect(dialog, &QFileDialog::fileSelected, this, &KitStep::saveTo);
    dialog->open();
}

bool KitStep::saveTo(const QString& path) {
    const bool written = m_kit && m_sheet->writePdf(path);
    if (written)
        noteMade(
            tr("enregistrée en PDF à %1").arg(viewmodels::clockTime(QDateTime::currentDateTime())));
    else
        m_made->set(QStringLiteral("octagon-cross"), tr("Le fichier n’a pas pu être écrit"),
                    Tone::Crit);
    m_made->show();
    return written;
}

} // namespace chevet::pages
