// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/sendplan.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QGridLayout;
class QLabel;
class QPushButton;
class QSpinBox;
class QTableView;
class QToolButton;
class QVBoxLayout;
QT_END_NAMESPACE

namespace weir {

class EmptyHint;
class SequenceModel;
class VariableScope;

// Sends without a hand: what stands in the editor again and again, or a sequence of steps that sends, waits
// for what comes and pauses. Whoever owns it sends what it asks for and tells it what is received.
class SendPlanPanel final : public QWidget
{
    Q_OBJECT

public:
    // What stands in the editor when it is asked.
    using Source = std::function<MessageTemplate()>;

    explicit SendPlanPanel(QWidget *parent = nullptr);
    ~SendPlanPanel() override;
    Q_DISABLE_COPY_MOVE(SendPlanPanel)

    void setSource(const Source &source) { m_source = source; }
    void setVariables(const Variables &variables); // with the values of secrets
    void messageReceived(QByteArrayView payload);
    void stop(); // both
    bool isRunning() const { return m_repeat->isRunning() || m_sequence->isRunning(); }

    const QList<SendStep> &steps() const;
    void setSteps(const QList<SendStep> &steps);

Q_SIGNALS:
    void sendRequested(Kind kind, const QByteArray &payload, const Secrets &secrets);
    void runningChanged();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildRepeat(QVBoxLayout *layout);
    void buildSequence(QVBoxLayout *layout);
    void buildTable();
    void startRepeat();
    void startSequence();
    void addStep(const SendStep &step);
    void addFromEditor();
    void moveBy(int by);
    void removeCurrent();
    void refresh();
    void follow(SendPlan *plan, QLabel *progress, const std::function<QString(quint64, quint64)> &words);
    static void say(QLabel *label, const QString &text, const char *tone = "");

    Source m_source;
    SendPlan *m_repeat;
    SendPlan *m_sequence;
    VariableScope *m_scope;
    SequenceModel *m_model;
    QSpinBox *m_interval;
    QSpinBox *m_times;
    QPushButton *m_repeatButton;
    QLabel *m_repeatProgress;
    QTableView *m_table;
    EmptyHint *m_hint;
    QToolButton *m_add;
    QToolButton *m_remove;
    QPushButton *m_sequenceButton;
    QLabel *m_sequenceProgress;
};

} // namespace weir
