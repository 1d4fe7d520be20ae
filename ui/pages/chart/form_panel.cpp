#include "ui/pages/chart/form_panel.h"

#include "ui/pages/chart/form_field.h"
#include "ui/widgets/buttons.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/panel.h"
#include "ui/widgets/text.h"

#include <QBoxLayout>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace chevet::pages {

using viewmodels::FormField;
using viewmodels::FormModel;
using widgets::Button;
using widgets::px;
using widgets::Text;
using widgets::Tone;
using widgets::Weight;
using State = FormModel::State;

FormPanel::FormPanel(FormModel* model, QWidget* parent)
    : QWidget(parent)
    , m_model(model)
    , m_scroll(new QScrollArea) {
    model->setParent(this);
    setAccessibleName(model->spec().subject.isEmpty()
                          ? model->spec().title
                          : QString(model->spec().title + u", " + model->spec().subject));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeBody(), 1);
    m_foot = makeFoot();
    m_question = makeQuestion();
    column->addWidget(m_question);
    column->addWidget(m_foot);
    m_question->hide();
    connect(model, &FormModel::changed, this, &FormPanel::showState);
    connect(model, &FormModel::refused, this, &FormPanel::goTo);
    connect(model, &FormModel::signedAs, this, &FormPanel::signedAs);
    connect(model, &FormModel::valueUndone, this, [this](const QString& key) {
        for (FormEditor* editor : std::as_const(m_editors))
            if (editor->key() == key) {
                editor->setValue(m_model->form().find(key)->value);
                editor->control()->setFocus();
                m_scroll->ensureWidgetVisible(editor);
            }
    });
    showState();
}

QWidget* FormPanel::makeHead() {
    auto* head = new widgets::Ground(Tone::Surface);
    head->setRules(Qt::BottomEdge);
    head->setFixedHeight(px(46));
    auto* row = new QHBoxLayout(head);
    row->setContentsMargins(px(16), 0, px(10), 0);
    row->setSpacing(px(10));
    row->addWidget(new Text(m_model->spec().title, {16, Weight::Bold}));
    auto* subject = new Text(m_model->spec().subject, {13, Weight::Medium, Tone::Ink2});
    subject->setElided(true);
    row->addWidget(subject, 1);
    auto* close = new widgets::IconButton(QStringLiteral("close"), tr("Fermer le formulaire"));
    close->setFocusPolicy(Qt::ClickFocus); // Esc does it: Tab goes from field to field
    connect(close, &QAbstractButton::clicked, this, &FormPanel::leave);
    row->addWidget(close);
    return head;
}

QWidget* FormPanel::makeBody() {
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* sheet = new widgets::Ground(Tone::Surface);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(px(16), px(12), px(16), px(14));
    column->setSpacing(px(10));
    m_failed = new widgets::Card(widgets::Card::Look::Alarm);
    auto* inside = new QVBoxLayout(m_failed);
    inside->setContentsMargins(px(20), px(10), px(14), px(10));
    m_failure = new Text({}, {13, Weight::Medium});
    m_failure->setWrapped(true);
    inside->addWidget(m_failure);
    column->addWidget(m_failed);
    m_failed->hide();
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(px(14));
    grid->setVerticalSpacing(px(10));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    int line = 0, place = 0;
    for (const FormField& field : m_model->form().fields)
        addEditor(field, grid, line, place);
    column->addLayout(grid);
    column->addStretch(1);
    m_scroll->setWidget(sheet);
    return m_scroll;
}

// Two fields a line, in reading order; Tab follows them, since they are made in that order.
void FormPanel::addEditor(const FormField& field, QGridLayout* grid, int& line, int& column) {
    if (!field.group.isEmpty()) {
        line += column > 0 ? 1 : 0;
        column = 0;
        auto* heading = new Text(field.group, {14, Weight::Semi});
        heading->setContentsMargins(0, px(6), 0, 0);
        grid->addWidget(heading, line++, 0, 1, 2);
    }
    if (field.whole && column > 0) {
        ++line;
        column = 0;
    }
    auto* editor = new FormEditor(field);
    m_editors << editor;
    grid->addWidget(editor, line, column, 1, field.whole ? 2 : 1);
    editor->control()->installEventFilter(this);
    connect(editor, &FormEditor::edited, m_model, &FormModel::setValue);
    column = field.whole ? 2 : column + 1;
    if (column > 1) {
        ++line;
        column = 0;
    }
}

QWidget* FormPanel::makeFoot() {
    auto* foot = new widgets::Ground(Tone::Sunken);
    foot->setRules(Qt::TopEdge);
    auto* column = new QVBoxLayout(foot);
    column->setContentsMargins(px(16), px(8), px(16), px(6));
    column->setSpacing(px(8));
    m_covers = new Text({}, {13, Weight::Semi});
    m_covers->setWrapped(true);
    column->addWidget(m_covers);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(10));
    m_cancel = new Button(tr("Annuler"));
    m_sign = new Button(m_model->spec().sign, Button::Kind::Primary);
    m_sign->setGlyph(QStringLiteral("pencil"));
    row->addStretch(1);
    row->addWidget(m_cancel);
    row->addWidget(m_sign);
    column->addLayout(row);
    auto* hints = new QHBoxLayout;
    hints->setSpacing(px(18));
    hints->addWidget(new widgets::KeyHint({QStringLiteral("Ctrl+Z")}, tr("annuler")));
    hints->addWidget(new widgets::KeyHint({tr("Échap")}, tr("fermer")));
    hints->addStretch(1);
    hints->addWidget(new widgets::KeyHint({tr("Ctrl+Entrée")}, tr("signer")));
    column->addLayout(hints);
    connect(m_cancel, &QAbstractButton::clicked, this, &FormPanel::leave);
    connect(m_sign, &QAbstractButton::clicked, m_model, &FormModel::sign);
    return foot;
}

QWidget* FormPanel::makeQuestion() {
    auto* question = new widgets::Ground(Tone::WarnSoft);
    question->setRules(Qt::TopEdge, Tone::WarnLine);
    auto* column = new QVBoxLayout(question);
    column->setContentsMargins(px(16), px(10), px(16), px(10));
    column->setSpacing(px(8));
    auto* words = new Text(tr("Ce formulaire n’est pas signé. L’abandonner efface ce que vous y "
                              "avez écrit."),
                           {13, Weight::Medium});
    words->setWrapped(true);
    column->addWidget(words);
    auto* row = new QHBoxLayout;
    row->setSpacing(px(10));
    m_stay = new Button(tr("Continuer"));
    auto* drop = new Button(tr("Abandonner le formulaire"), Button::Kind::Danger);
    row->addStretch(1);
    row->addWidget(m_stay);
    row->addWidget(drop);
    column->addLayout(row);
    connect(m_stay, &QAbstractButton::clicked, this, [this] { ask(false); });
    connect(drop, &QAbstractButton::clicked, this, &FormPanel::left);
    return question;
}

void FormPanel::focusFirst() {
    if (m_editors.isEmpty())
        return;
    // Where something is to be typed: a field that is needed and empty, else the first.
    const auto first =
        std::find_if(m_editors.cbegin(), m_editors.cend(), [this](const FormEditor* editor) {
            const QString& focus = m_model->spec().focus;
            return focus.isEmpty() ? m_model->form().find(editor->key())->missing
                                   : editor->key() == focus;
        });
    (first == m_editors.cend() ? m_editors.first() : *first)
        ->control()
        ->setFocus(Qt::ShortcutFocusReason);
}

bool FormPanel::isAsking() const {
    return !m_question->isHidden();
}

void FormPanel::ask(bool asking) {
    m_question->setVisible(asking);
    m_foot->setVisible(!asking);
    if (asking)
        m_stay->setFocus(Qt::ShortcutFocusReason);
    else
        focusFirst();
}

bool FormPanel::leave() {
    if (m_model->state() == State::Signing)
        return false;
    if (m_model->isDirty() && m_model->state() != State::Signed) {
        ask(true);
        return false;
    }
    Q_EMIT left();
    return true;
}

void FormPanel::goTo(const QString& key) {
    if (key.isEmpty()) { // the warnings are on screen: the button says what it does now
        m_sign->setFocus(Qt::OtherFocusReason);
        return;
    }
    for (FormEditor* editor : std::as_const(m_editors))
        if (editor->key() == key) {
            editor->control()->setFocus(Qt::OtherFocusReason);
            m_scroll->ensureWidgetVisible(editor);
        }
}

void FormPanel::showState() {
    for (FormEditor* editor : std::as_const(m_editors)) {
        if (const FormField* field = m_model->form().find(editor->key()))
            editor->say(*field, m_model->wasTried());
        editor->setReadOnly(m_model->state() == State::Signing ||
                            m_model->state() == State::Signed);
    }
    const bool failed = m_model->state() == State::Failed;
    m_failed->setVisible(failed);
    m_failure->setText(m_model->failure());
    if (failed)
        m_scroll->ensureVisible(0, 0);
    const bool confirming = m_model->isConfirming();
    const QString covers = m_model->summary();
    m_covers->setTone(confirming ? Tone::Warn : Tone::Ink);
    m_covers->setText(confirming         ? tr("Relisez les avis en orangé, puis confirmez.")
                      : covers.isEmpty() ? tr("Rien n’est encore écrit")
                                         : tr("La signature couvrira : %1").arg(covers));
    m_sign->setText(confirming ? tr("Confirmer et signer") : m_model->spec().sign);
    m_sign->setReason(m_model->idleReason());
    m_cancel->setEnabled(m_model->state() != State::Signing);
}

void FormPanel::keyPressEvent(QKeyEvent* event) {
    const bool control = event->modifiers() & Qt::ControlModifier;
    if (event->key() == Qt::Key_Escape) {
        if (isAsking())
            ask(false);
        else
            leave();
    } else if (control && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        if (!isAsking())
            m_model->sign();
    } else {
        QWidget::keyPressEvent(event);
    }
}

// A line of text would undo its own keys only; here the whole form goes back.
bool FormPanel::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
        auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo)) {
            event->accept();
            if (event->type() == QEvent::KeyPress)
                m_model->undo();
            return true;
        }
        const bool sign = (key->modifiers() & Qt::ControlModifier) != 0 &&
                          (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter);
        if (sign && event->type() == QEvent::KeyPress) {
            m_model->sign();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace chevet::pages
