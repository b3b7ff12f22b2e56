// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sendplanpanel.h"

#include "emptyhint.h"
#include "format.h"
#include "icons.h"
#include "sequencemodel.h"
#include "stepdelegate.h"
#include "theme.h"
#include "variablescope.h"
#include "widgets.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {
constexpr int longestTime = int(SequenceModel::longestTime);
constexpr int mostTimes = 1'000'000'000;
constexpr int cellHeight = 26;

QLabel *makeTitle(const QString &text, QWidget *parent)
{
    auto *title = new QLabel(text, parent);
    QFont font = title->font();
    font.setBold(true);
    title->setFont(font);
    return title;
}
}

SendPlanPanel::SendPlanPanel(QWidget *parent)
    : QWidget(parent)
    , m_repeat(new SendPlan(this))
    , m_sequence(new SendPlan(this))
    , m_scope(new VariableScope(this))
    , m_model(new SequenceModel(this))
    , m_interval(new QSpinBox(this))
    , m_times(new QSpinBox(this))
    , m_repeatButton(makeButton({}, "", false, this))
    , m_repeatProgress(makeLabel(tr("Progress of the repetition"), this))
    , m_table(new QTableView(this))
    , m_hint(new EmptyHint(m_table->viewport()))
    , m_add(makeIconButton("plus", tr("Add a step"), this))
    , m_remove(makeIconButton("trash", tr("Remove the step"), this))
    , m_sequenceButton(makeButton({}, "", false, this))
    , m_sequenceProgress(makeLabel(tr("Progress of the sequence"), this))
{
    setObjectName(QStringLiteral("sendPlans"));
    setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 10, 10, 10);
    layout->setSpacing(8);
    buildRepeat(layout);
    layout->addSpacing(8);
    buildSequence(layout);
    follow(m_repeat, m_repeatProgress, [](quint64 step, quint64 of) {
        return of > 0 ? tr("%1 of %2").arg(countText(step), countText(of))
                      : tr("%1 sent").arg(countText(step));
    });
    follow(m_sequence, m_sequenceProgress,
           [](quint64 step, quint64 of) { return tr("Step %1 of %2").arg(countText(step), countText(of)); });
    connect(m_sequence, &SendPlan::progressed, this,
            [this](quint64 step) { m_model->setRunning(int(step) - 1); });
    refresh();
}

SendPlanPanel::~SendPlanPanel()
{
    // A cell that is being written is given up by the table while that is destroyed.
    m_model->disconnect(this);
    m_table->selectionModel()->disconnect(this);
}

void SendPlanPanel::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
    m_repeat->setVariables(variables);
    m_sequence->setVariables(variables);
}

void SendPlanPanel::messageReceived(QByteArrayView payload)
{
    m_sequence->messageReceived(payload);
}

void SendPlanPanel::stop()
{
    m_repeat->stop();
    m_sequence->stop();
}

const QList<SendStep> &SendPlanPanel::steps() const
{
    return m_model->steps();
}

void SendPlanPanel::setSteps(const QList<SendStep> &steps)
{
    m_sequence->stop();
    m_model->setSteps(steps);
    refresh();
}

bool SendPlanPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_table || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool alt = key->modifiers() & Qt::AltModifier;
    if (alt && (key->key() == Qt::Key_Up || key->key() == Qt::Key_Down))
        moveBy(key->key() == Qt::Key_Up ? -1 : 1);
    else if (key->key() == Qt::Key_Delete)
        removeCurrent();
    else if (key->key() == Qt::Key_Insert)
        addStep({});
    else if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)
        m_table->edit(m_table->currentIndex());
    else
        return QWidget::eventFilter(watched, event);
    return true;
}

void SendPlanPanel::buildRepeat(QVBoxLayout *layout)
{
    m_interval->setRange(1, longestTime);
    m_interval->setValue(1000);
    m_interval->setSuffix(tr(" ms"));
    m_interval->setAccessibleName(tr("Time between two messages"));
    m_times->setRange(0, mostTimes);
    m_times->setValue(10);
    m_times->setSuffix(tr(" times"));
    m_times->setSpecialValueText(tr("until stopped"));
    m_times->setAccessibleName(tr("How many messages"));
    m_times->setToolTip(tr("0: until it is stopped"));
    m_repeatButton->setToolTip(tr("Send what stands in the editor again and again"));
    auto *numbers = new QHBoxLayout;
    numbers->setSpacing(6);
    numbers->addWidget(new QLabel(tr("every"), this));
    numbers->addWidget(m_interval, 1);
    numbers->addWidget(m_times, 1);
    auto *run = new QHBoxLayout;
    run->setSpacing(8);
    run->addWidget(m_repeatButton, 0, Qt::AlignTop);
    run->addWidget(m_repeatProgress, 1);
    run->addStretch();
    layout->addWidget(makeTitle(tr("Repeat"), this));
    layout->addLayout(numbers);
    layout->addLayout(run);
    connect(m_repeatButton, &QPushButton::clicked, this,
            [this] { m_repeat->isRunning() ? m_repeat->stop() : startRepeat(); });
}

void SendPlanPanel::buildSequence(QVBoxLayout *layout)
{
    buildTable();
    auto *menu = new QMenu(m_add);
    menu->addAction(tr("Send what stands in the editor"), this, &SendPlanPanel::addFromEditor);
    menu->addAction(tr("Send"), this, [this] { addStep({}); });
    menu->addAction(tr("Wait for a message"), this, [this] {
        addStep({.action = SendStep::Action::WaitFor, .time = SequenceModel::usualWait});
    });
    menu->addAction(tr("Pause"), this, [this] {
        addStep({.action = SendStep::Action::Pause, .time = SequenceModel::usualPause});
    });
    m_add->setMenu(menu);
    m_add->setPopupMode(QToolButton::InstantPopup);
    setTone(m_add, "plain");
    setTone(m_remove, "plain");
    auto *run = new QHBoxLayout;
    run->setSpacing(2);
    run->addWidget(m_sequenceButton, 0, Qt::AlignTop);
    run->addSpacing(6);
    run->addWidget(m_sequenceProgress, 1);
    run->addStretch();
    run->addWidget(m_add, 0, Qt::AlignTop);
    run->addWidget(m_remove, 0, Qt::AlignTop);
    layout->addWidget(makeTitle(tr("Sequence"), this));
    layout->addWidget(m_table, 1);
    layout->addLayout(run);
    connect(m_remove, &QToolButton::clicked, this, &SendPlanPanel::removeCurrent);
    connect(m_sequenceButton, &QPushButton::clicked, this,
            [this] { m_sequence->isRunning() ? m_sequence->stop() : startSequence(); });
    connect(m_model, &SequenceModel::edited, this, &SendPlanPanel::refresh);
}

void SendPlanPanel::buildTable()
{
    m_table->setModel(m_model);
    m_table->setItemDelegate(new StepDelegate(m_scope, m_table));
    m_table->setObjectName(QStringLiteral("steps"));
    m_table->setAccessibleName(tr("Steps of the sequence"));
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                             | QAbstractItemView::EditKeyPressed);
    m_table->setTabKeyNavigation(false);
    m_table->setCornerButtonEnabled(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setMinimumSectionSize(cellHeight);
    m_table->verticalHeader()->setDefaultSectionSize(cellHeight);
    QHeaderView *header = m_table->horizontalHeader();
    header->setFont(smallFont());
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setMinimumSectionSize(26);
    header->setSectionResizeMode(QHeaderView::Interactive);
    header->setSectionResizeMode(SequenceModel::Value, QHeaderView::Stretch);
    header->resizeSection(SequenceModel::Number, 28);
    header->resizeSection(SequenceModel::Action, 88);
    header->resizeSection(SequenceModel::Time, 70);
    m_table->installEventFilter(this);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &SendPlanPanel::refresh);
}

void SendPlanPanel::startRepeat()
{
    const MessageTemplate message = m_source ? m_source() : MessageTemplate();
    if (message.body.isEmpty())
        return say(m_repeatProgress, tr("Write the message first: what stands in the editor is repeated."),
                   "error");
    say(m_repeatProgress, {});
    m_repeat->start(RepeatPlan{message.body, message.format, m_interval->value(), quint64(m_times->value())});
    refresh();
    Q_EMIT runningChanged();
}

void SendPlanPanel::startSequence()
{
    say(m_sequenceProgress, {});
    m_sequence->start(m_model->steps());
    refresh();
    Q_EMIT runningChanged();
}

void SendPlanPanel::addStep(const SendStep &step)
{
    const int row =
        m_table->currentIndex().isValid() ? m_table->currentIndex().row() + 1 : int(m_model->steps().size());
    m_model->insert(row, step);
    m_table->setFocus(Qt::OtherFocusReason);
    const auto column = step.action == SendStep::Action::Pause ? SequenceModel::Time : SequenceModel::Value;
    m_table->setCurrentIndex(m_model->index(row, column));
    if (step.text.isEmpty())
        m_table->edit(m_table->currentIndex());
}

void SendPlanPanel::addFromEditor()
{
    const MessageTemplate message = m_source ? m_source() : MessageTemplate();
    addStep({.text = message.body, .format = message.format});
}

void SendPlanPanel::moveBy(int by)
{
    if (m_table->isEnabled() && !m_sequence->isRunning())
        m_model->move(m_table->currentIndex().row(), by);
}

void SendPlanPanel::removeCurrent()
{
    if (m_table->currentIndex().isValid() && !m_sequence->isRunning())
        m_model->remove(m_table->currentIndex().row());
}

void SendPlanPanel::refresh()
{
    const auto show = [](QPushButton *button, bool isRunning) {
        button->setText(isRunning ? tr("Stop") : tr("Start"));
        button->setAccessibleName(button->text());
        button->setIcon(isRunning ? icon(QLatin1String("stop"), Tint::Error) : icon(QLatin1String("play")));
        setTone(button, isRunning ? "danger" : "");
    };
    const bool isSequenceRunning = m_sequence->isRunning();
    show(m_repeatButton, m_repeat->isRunning());
    show(m_sequenceButton, isSequenceRunning);
    m_interval->setEnabled(!m_repeat->isRunning());
    m_times->setEnabled(!m_repeat->isRunning());
    m_sequenceButton->setEnabled(!m_model->steps().isEmpty());
    m_table->setEditTriggers(isSequenceRunning
                                 ? QAbstractItemView::NoEditTriggers
                                 : QAbstractItemView::DoubleClicked | QAbstractItemView::SelectedClicked
                                     | QAbstractItemView::EditKeyPressed);
    m_add->setEnabled(!isSequenceRunning);
    m_remove->setEnabled(!isSequenceRunning && m_table->currentIndex().isValid());
    m_hint->say(m_model->steps().isEmpty()
                    ? tr("Steps to send, to wait for a message and to pause. Press + for the first.")
                    : QString());
}

void SendPlanPanel::follow(SendPlan *plan, QLabel *progress,
                           const std::function<QString(quint64, quint64)> &words)
{
    progress->setWordWrap(true);
    connect(plan, &SendPlan::sendRequested, this, &SendPlanPanel::sendRequested);
    connect(plan, &SendPlan::progressed, this,
            [progress, words](quint64 step, quint64 of) { say(progress, words(step, of)); });
    const auto end = [this, plan] {
        if (plan == m_sequence)
            m_model->setRunning(-1);
        refresh();
        Q_EMIT runningChanged();
    };
    connect(plan, &SendPlan::finished, this, [progress, end] {
        say(progress, tr("Done: %1").arg(progress->text()));
        end();
    });
    connect(plan, &SendPlan::stopped, this, [progress, end] {
        say(progress, progress->text().isEmpty() ? tr("Stopped") : tr("Stopped: %1").arg(progress->text()));
        end();
    });
    connect(plan, &SendPlan::failed, this, [progress, end](const QString &sentence) {
        say(progress, sentence, "error");
        end();
    });
}

void SendPlanPanel::say(QLabel *label, const QString &text, const char *tone)
{
    label->setText(text);
    label->setVisible(!text.isEmpty());
    if (label->property("tone").toString() != QLatin1String(tone))
        setTone(label, tone);
}

} // namespace weir
