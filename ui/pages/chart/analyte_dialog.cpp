#include "ui/pages/chart/analyte_dialog.h"

#include "ui/widgets/buttons.h"
#include "ui/widgets/focus_ring.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QComboBox>

namespace chevet::pages {

using viewmodels::AnalyteCode;
using viewmodels::AnalyteView;
using widgets::Button;
using widgets::px;
using widgets::Text;
using widgets::Tone;
using widgets::Weight;

AnalyteDialog::AnalyteDialog(viewmodels::ChartModel& model, const AnalyteView& row,
                             const QList<AnalyteView>& others, QWidget* parent)
    : QDialog(parent)
    , m_model(model)
    , m_row(row)
    , m_failure(new Text({}, {13, Weight::Semi, Tone::Crit})) {
    setWindowTitle(QStringLiteral("Chevet"));
    setModal(true);
    setAccessibleName(tr("Codes de la ligne %1").arg(row.name));
    QPalette sheet = palette();
    sheet.setColor(QPalette::Window, widgets::color(Tone::Surface));
    setPalette(sheet);
    setMinimumWidth(px(560));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(24), px(20), px(24), px(20));
    column->setSpacing(px(10));
    column->addWidget(new Text(accessibleName(), {20, Weight::Bold, Tone::Ink, 28}));
    auto* scope =
        new Text(tr("Ce choix vaut pour tous les dossiers de la clinique. Il est signé et "
                    "inscrit au journal ; aucun résultat n’est modifié."),
                 {13, Weight::Regular, Tone::Ink2});
    scope->setWrapped(true);
    column->addWidget(scope);
    addCodes(column);
    addJoin(column, others);
    column->addWidget(m_failure);
    m_failure->hide();
    addFoot(column);
    connect(&m_model, &viewmodels::ChartModel::mapFailed, this, [this] {
        m_failure->setText(tr("Le choix n’a pas pu être inscrit. Rien n’a changé."));
        m_failure->show();
    });
    new widgets::FocusRing(this);
}

void AnalyteDialog::addCodes(QVBoxLayout* column) {
    for (const AnalyteCode& code : std::as_const(m_row.codes)) {
        column->addWidget(new widgets::Rule(Qt::Horizontal, Tone::Line));
        auto* line = new QHBoxLayout;
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        auto* name = new Text(code.name, {14, Weight::Medium});
        name->setElided(true);
        QStringList detail{
            code.system, code.code,
            viewmodels::plural(tr("%n résultat(s)", nullptr, code.results), code.results)};
        detail.removeAll(QString());
        words->addWidget(name);
        words->addWidget(
            new Text(detail.join(QStringLiteral(" · ")), {12, Weight::Regular, Tone::Ink3}));
        line->addLayout(words, 1);
        if (m_row.codes.size() > 1) {
            auto* apart = new Button(tr("Séparer"));
            apart->setSize(Button::Size::Small);
            apart->setAccessibleName(tr("Séparer %1 de la ligne").arg(code.name));
            connect(apart, &QAbstractButton::clicked, this,
                    [this, key = code.key] { map({key}, key); });
            line->addWidget(apart);
        }
        column->addLayout(line);
    }
}

void AnalyteDialog::addJoin(QVBoxLayout* column, const QList<AnalyteView>& others) {
    column->addWidget(new widgets::Rule(Qt::Horizontal, Tone::Line));
    auto* line = new QHBoxLayout;
    m_others = new QComboBox;
    m_others->setAccessibleName(tr("Ligne à laquelle réunir ces codes"));
    m_others->setFont(widgets::face(13));
    for (const AnalyteView& other : others) {
        if (other.key != m_row.key)
            m_others->addItem(QString(other.name + QStringLiteral(" · ") + other.group), other.key);
    }
    auto* join = new Button(tr("Réunir"));
    if (m_others->count() == 0)
        join->setReason(tr("Il n’y a pas d’autre ligne dans ce dossier"));
    connect(join, &QAbstractButton::clicked, this, [this] {
        QStringList codes;
        for (const AnalyteCode& code : std::as_const(m_row.codes))
            codes << code.key;
        map(codes, m_others->currentData().toString());
    });
    line->addWidget(new Text(tr("Réunir avec"), {13, Weight::Regular, Tone::Ink2}));
    line->addWidget(m_others, 1);
    line->addWidget(join);
    column->addLayout(line);
}

void AnalyteDialog::addFoot(QVBoxLayout* column) {
    auto* foot = new QHBoxLayout;
    auto* back = new Button(tr("Revenir à la table de Chevet"));
    connect(back, &QAbstractButton::clicked, this, [this] {
        QStringList codes;
        for (const AnalyteCode& code : std::as_const(m_row.codes))
            codes << code.key;
        map(codes, {});
    });
    auto* close = new Button(tr("Fermer"));
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    foot->addWidget(back);
    foot->addStretch();
    foot->addWidget(close);
    column->addLayout(foot);
    close->setFocus();
}

// The dialog goes once the chart was read again.
void AnalyteDialog::map(const QStringList& codes, const QString& row) {
    connect(&m_model, &viewmodels::ChartModel::stateChanged, this, [this] {
        if (m_model.state() == viewmodels::ChartModel::State::Ready)
            accept();
    });
    m_model.mapAnalyte(codes, row);
}

} // namespace chevet::pages
