#include "ui/pages/import/import_page.h"

#include "ui/pages/import/table_look.h"
#include "ui/viewmodels/failure.h"
#include "ui/viewmodels/words.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/states.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMimeData>
#include <QTreeWidget>
#include <QUrl>
#include <QVBoxLayout>

namespace chevet::pages {

using namespace widgets;

namespace {

constexpr int mostLines = 2000; // of a list on screen; the count says how many there are

} // namespace

ImportPage::ImportPage(viewmodels::AsyncDoor& door, viewmodels::ImportRun& run, QWidget* parent)
    : QWidget(parent)
    , m_door(door)
    , m_run(run) {
    setAcceptDrops(true);
    auto* ground = new Ground(Tone::Surface);
    auto* outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(ground);
    auto* column = new QVBoxLayout(ground);
    column->setContentsMargins(px(44), px(28), px(44), 0);
    column->setSpacing(px(14));
    column->addWidget(buildHead());
    column->addWidget(buildProgress());
    column->addWidget(buildLists(), 1);
    connect(&m_run, &viewmodels::ImportRun::changed, this, &ImportPage::showRun);
    connect(&m_run, &viewmodels::ImportRun::progressed, this, &ImportPage::showProgress);
    showRun();
    askDuplicates();
}

QWidget* ImportPage::buildHead() {
    auto* head = new QWidget;
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    auto* words = new QVBoxLayout;
    words->setSpacing(px(2));
    words->addWidget(new Text(tr("Importer des dossiers"), {20, Weight::Bold, Tone::Ink, 28}));
    auto* detail = new Text(tr("FHIR R4 en JSON ou NDJSON, seuls, en dossier, .gz ou .zip. Le même "
                               "fichier deux fois ne change rien."),
                            {13, Weight::Regular, Tone::Ink2});
    detail->setElided(true);
    words->addWidget(detail);
    row->addLayout(words, 1);
    m_files = new Button(tr("Choisir des fichiers"), Button::Kind::Primary);
    m_files->setGlyph(QStringLiteral("import"));
    m_folder = new Button(tr("Choisir un dossier"));
    m_folder->setGlyph(QStringLiteral("folder"));
    auto* close = new IconButton(QStringLiteral("close"), tr("Fermer"));
    row->addWidget(m_files);
    row->addWidget(m_folder);
    row->addWidget(close);
    connect(m_files, &QAbstractButton::clicked, this, &ImportPage::chooseFiles);
    connect(m_folder, &QAbstractButton::clicked, this, &ImportPage::chooseFolder);
    connect(close, &QAbstractButton::clicked, this, &ImportPage::closeRequested);
    setFocusProxy(m_files);
    return head;
}

QWidget* ImportPage::buildProgress() {
    auto* card = new Card;
    m_progress = card;
    auto* column = new QVBoxLayout(card);
    column->setContentsMargins(px(20), px(14), px(20), px(16));
    column->setSpacing(px(8));
    auto* row = new QHBoxLayout;
    row->setSpacing(px(16));
    m_percent = new Text({}, {28, Weight::Bold, Tone::Ink, 34});
    row->addWidget(m_percent);
    auto* words = new QVBoxLayout;
    words->setSpacing(0);
    m_words = new Text({}, {14, Weight::Medium, Tone::Ink});
    m_file = new Text({}, {12, Weight::Regular, Tone::Ink3});
    m_file->setElided(true);
    words->addWidget(m_words);
    words->addWidget(m_file);
    row->addLayout(words, 1);
    m_stop = new Button(tr("Arrêter"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setToolTip(tr("Les fichiers déjà entrés restent\u202f; aucun n’entre à moitié"));
    row->addWidget(m_stop);
    column->addLayout(row);
    m_bar = new ProgressBar(tr("Importation"));
    column->addWidget(m_bar);
    m_outcome = new Fact(QStringLiteral("circle-check"), {}, Tone::Ok);
    m_outcome->hide();
    column->addWidget(m_outcome);
    connect(m_stop, &QAbstractButton::clicked, &m_run, &viewmodels::ImportRun::cancel);
    return card;
}

QWidget* ImportPage::buildLists() {
    auto* lists = new QWidget;
    auto* column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, px(12));
    column->setSpacing(px(6));
    m_tabs = new TabStrip(tr("Listes"));
    m_tabs->addTab(tr("Refusés et remarques"));
    m_tabs->addTab(tr("Doublons probables"));
    m_refused = makeTable({tr("Fichier"), tr("Endroit"), tr("État"), tr("Raison")}, {250, 230, 120},
                          tr("Refusés et remarques"));
    m_duplicates =
        makeTable({tr("Premier dossier"), tr("Second dossier"), tr("Ce qui se ressemble")},
                  {400, 400}, tr("Doublons probables"));
    m_none = new Text({}, {14, Weight::Regular, Tone::Ink2});
    column->addWidget(m_tabs);
    column->addWidget(m_none);
    column->addWidget(m_refused, 1);
    column->addWidget(m_duplicates, 1);
    column->addStretch(0);
    connect(m_tabs, &TabStrip::currentChanged, this, &ImportPage::showList);
    connect(m_duplicates, &QTreeWidget::itemActivated, this, &ImportPage::openPair);
    showList(0);
    return lists;
}

// Both, so that they can be compared with Ctrl+Tab; the first is on screen.
void ImportPage::openPair() {
    const QTreeWidgetItem* item = m_duplicates->currentItem();
    if (!item)
        return;
    for (const int side : {1, 0}) {
        if (const auto key = base::Uuid::fromString(item->data(side, Qt::UserRole).toString()))
            Q_EMIT openRequested(*key);
    }
}

void ImportPage::showList(int which) {
    QTreeWidget* shown = which == 0 ? m_refused : m_duplicates;
    const bool empty = shown->topLevelItemCount() == 0;
    m_refused->setVisible(which == 0 && !empty);
    m_duplicates->setVisible(which == 1 && !empty);
    m_none->setVisible(empty);
    m_none->setText(which == 0
                        ? tr("Rien n’a été refusé.")
                        : tr("Aucun doublon probable. Deux dossiers ne sont jamais réunis par "
                             "leur seul nom."));
}

void ImportPage::chooseFiles() {
    auto* dialog = new QFileDialog(this, tr("Choisir des fichiers"), {},
                                   tr("FHIR (*.json *.ndjson *.jsonl *.gz *.zip);;Tous (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportPage::start);
    dialog->open();
}

void ImportPage::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Choisir un dossier"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &ImportPage::start);
    dialog->open();
}

void ImportPage::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls() && !m_run.isRunning())
        event->acceptProposedAction();
}

void ImportPage::dropEvent(QDropEvent* event) {
    QStringList paths;
    const auto urls = event->mimeData()->urls();
    for (const QUrl& url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    if (!paths.isEmpty())
        start(paths);
}

void ImportPage::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QWidget::keyPressEvent(event);
}

void ImportPage::start(const QStringList& paths) {
    m_run.start(paths);
}

void ImportPage::showRun() {
    const bool running = m_run.isRunning();
    m_files->setReason(running ? tr("Une importation est en cours") : QString());
    m_folder->setReason(running ? tr("Une importation est en cours") : QString());
    m_stop->setVisible(running);
    m_stop->setReason(m_run.isCancelling() ? tr("Le fichier en cours s’achève") : QString());
    m_progress->setVisible(running || m_run.outcome());
    m_outcome->setVisible(!running);
    if (running) {
        m_refused->clear();
        showList(m_tabs->current());
        showProgress();
    } else if (m_run.outcome()) {
        showOutcome(*m_run.outcome());
    }
}

void ImportPage::showProgress() {
    const session::ImportProgress& progress = m_run.progress();
    const double fraction = m_run.fraction();
    m_bar->setFraction(fraction);
    m_percent->setText(fraction >= 0 ? tr("%1\u00a0%").arg(int(fraction * 100))
                                     : viewmodels::count(progress.filesDone));
    QStringList words{fraction >= 0 ? tr("%1 sur %2")
                                          .arg(viewmodels::bytesWords(progress.bytesDone),
                                               viewmodels::bytesWords(progress.bytesTotal))
                                    : tr("fichiers lus")};
    words << tr("%1 patients, %2 ressources")
                 .arg(viewmodels::count(progress.patients), viewmodels::count(progress.resources));
    if (progress.bytesPerSecond > 0)
        words << tr("%1/s").arg(viewmodels::bytesWords(qint64(progress.bytesPerSecond)));
    words << (progress.secondsLeft < 0
                  ? tr("temps restant\u00a0: calcul en cours")
                  : tr("encore %1").arg(viewmodels::duration(progress.secondsLeft)));
    m_words->setText(words.join(QStringLiteral(" · ")));
    m_file->setText(QFileInfo(progress.file).fileName());
}

void ImportPage::showOutcome(const base::Result<session::ImportSummary>& outcome) {
    if (outcome) {
        showSummary(*outcome);
    } else {
        const viewmodels::Failure failure = viewmodels::describeFailure(outcome.error());
        m_outcome->set(QStringLiteral("octagon-cross"), failure.what, Tone::Crit);
        m_words->setText(failure.rest());
    }
    askDuplicates();
}

void ImportPage::showSummary(const session::ImportSummary& summary) {
    m_bar->setFraction(1);
    m_percent->setText(viewmodels::count(summary.resources));
    m_words->setText(tr("ressources nouvelles ou changées, %1 patients, %2 identiques, %3 fichiers")
                         .arg(viewmodels::count(summary.patients),
                              viewmodels::count(summary.unchanged),
                              viewmodels::count(summary.files)));
    m_file->setText(
        tr("%1 en %2")
            .arg(viewmodels::bytesWords(summary.bytes), viewmodels::duration(summary.seconds)));
    const auto seen = summary.refused.size();
    if (summary.cancelled)
        m_outcome->set(QStringLiteral("pause"),
                       tr("Arrêtée\u00a0: les fichiers déjà entrés restent, aucun n’est à moitié"),
                       Tone::Warn);
    else if (seen == 0)
        m_outcome->set(QStringLiteral("circle-check"), tr("Tout est entré"), Tone::Ok);
    else
        m_outcome->set(QStringLiteral("triangle-alert"),
                       seen == 1 ? tr("Le reste est entré\u202f; 1 élément refusé")
                                 : tr("Le reste est entré\u202f; %1 éléments refusés").arg(seen),
                       Tone::Warn);
    showRefusals(summary);
}

// What was refused, then what came in and deserves a look.
void ImportPage::showRefusals(const session::ImportSummary& summary) {
    m_refused->clear();
    const auto add = [this](const session::Refusal& line, const QString& state) {
        if (m_refused->topLevelItemCount() >= mostLines)
            return;
        auto* item =
            new QTreeWidgetItem(m_refused, {QFileInfo(line.file).fileName(), line.where, state,
                                            viewmodels::refusalSentence(line.reason)});
        item->setToolTip(0, line.file);
        item->setToolTip(3, line.detail);
    };
    for (const session::Refusal& refusal : summary.refused)
        add(refusal, tr("refusé"));
    for (const session::Refusal& remark : summary.remarks)
        add(remark, tr("entré, à voir"));
    m_tabs->setCurrent(0);
    showList(0);
}

void ImportPage::askDuplicates() {
    m_door.read(
        this, [](viewmodels::VaultDoor& open) { return open.likelyDuplicates(); },
        [this](const base::Result<QList<session::LikelyDuplicate>>& pairs) {
            if (pairs)
                showDuplicates(*pairs);
        });
}

void ImportPage::showDuplicates(const QList<session::LikelyDuplicate>& pairs) {
    m_duplicates->clear();
    const auto words = [](const session::PatientRow& row) {
        return QString(viewmodels::listName(row.family, row.given) + QLatin1String(", ") +
                       row.birthDate + QLatin1String(", ") +
                       (row.nam.isEmpty() ? tr("sans NAM") : viewmodels::namWords(row.nam)));
    };
    for (const session::LikelyDuplicate& pair : pairs) {
        auto* item = new QTreeWidgetItem(
            m_duplicates, {words(pair.first), words(pair.second), duplicateWords(pair.reason)});
        item->setData(0, Qt::UserRole, pair.first.key.toString());
        item->setData(1, Qt::UserRole, pair.second.key.toString());
    }
    showList(m_tabs->current());
}

} // namespace chevet::pages
