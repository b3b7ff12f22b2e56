// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be done with a call.
#include "callsdelegate.h"
#include "callslist.h"
#include "icons.h"
#include "resulttext.h"

#include "session/callindex.h"
#include "session/callmembers.h"
#include "session/callsmodel.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QTableView>

#include <algorithm>

namespace weir {

namespace {
bool isWaiting(const Call &call)
{
    return call.state == Call::State::Waiting;
}
bool isOurs(const Call &call)
{
    return call.type != Call::Type::Asked;
}
}

bool CallsList::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        const QModelIndex at = m_table->indexAt(mouse->pos());
        if (mouse->button() == Qt::LeftButton && at.isValid()
            && CallsDelegate::isOnMark(at, mouse->pos().x() - m_table->visualRect(at).x())) {
            toggle(at);
            return true;
        }
    }
    if (watched == m_table->viewport() && event->type() == QEvent::MouseButtonDblClick)
        return pressed(Qt::Key_Return, Qt::NoModifier);
    if (watched != m_table
        || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    // Keys that the window has for something else are those of the list while it has the keyboard.
    if (event->type() == QEvent::ShortcutOverride) {
        if (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter || key->matches(QKeySequence::Copy))
            event->accept();
        return QWidget::eventFilter(watched, event);
    }
    return pressed(key->key(), modifiers) || QWidget::eventFilter(watched, event);
}

bool CallsList::pressed(int key, Qt::KeyboardModifiers modifiers)
{
    const Call *call = currentCall();
    const QModelIndex at = m_table->currentIndex();
    if (!call || !at.isValid())
        return false;
    const bool isEnter = key == Qt::Key_Return || key == Qt::Key_Enter;
    const Qt::Key turn = at.data(CallsModel::IsOpenRole).toBool() ? Qt::Key_Left : Qt::Key_Right;
    const bool isPlain = modifiers == Qt::NoModifier;
    const bool isControl = modifiers == Qt::ControlModifier;
    if (isControl && key == Qt::Key_C && hasAnswer(*call))
        Q_EMIT copyRequested(*call, CopyForm::Answer);
    else if (isControl && isEnter && isOurs(*call))
        Q_EMIT sendAgainRequested(*call);
    else if (isPlain && isEnter && isOurs(*call))
        Q_EMIT editRequested(*call);
    else if (isPlain && isEnter && isWaiting(*call))
        Q_EMIT answerRequested(*call);
    else if (isPlain && key == Qt::Key_Delete && isWaiting(*call) && isOurs(*call))
        cancel(*call);
    else if (isPlain && key == turn && call->type == Call::Type::Batch)
        toggle(at);
    else
        return false;
    return true;
}

void CallsList::toggle(const QModelIndex &index)
{
    const QVariant isOpen = index.data(CallsModel::IsOpenRole);
    if (isOpen.isValid())
        m_model->setOpen(index.data(CallsModel::SeqRole).value<quint64>(), !isOpen.toBool());
    restoreCurrent();
}

void CallsList::cancel(const Call &call)
{
    for (const Call &one : waitingCalls(m_index, call))
        Q_EMIT cancelRequested(one);
}

void CallsList::showMenu(const QPoint &at)
{
    const Call *call = currentCall();
    if (!call || !m_table->indexAt(at).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(menu, *call);
    menu->popup(m_table->viewport()->mapToGlobal(at));
}

void CallsList::fillMenu(QMenu *menu, const Call &chosen)
{
    const auto add = [&](QMenu *to, const QString &label, bool enabled, auto run,
                         const QKeySequence &keys = {}) {
        QAction *action = to->addAction(label);
        action->setEnabled(enabled);
        action->setShortcut(keys); // shown; the table itself listens
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, call = chosen, run] { run(this, call); });
        return action;
    };
    using List = CallsList;
    const bool isAsked = !isOurs(chosen);
    if (isAsked) {
        add(
            menu, tr("Reply…"), isWaiting(chosen),
            [](List *list, const Call &call) { Q_EMIT list->answerRequested(call); }, Qt::Key_Return);
    } else {
        add(
            menu, tr("Edit and send"), true,
            [](List *list, const Call &call) { Q_EMIT list->editRequested(call); }, Qt::Key_Return);
        add(
            menu, tr("Send again"), true,
            [](List *list, const Call &call) { Q_EMIT list->sendAgainRequested(call); },
            Qt::CTRL | Qt::Key_Return)
            ->setIcon(icon(QLatin1String("reconnect")));
        add(menu, tr("Duplicate into the form"), true,
            [](List *list, const Call &call) { Q_EMIT list->duplicateRequested(call); });
        add(menu, tr("Save as named call…"), true, [](List *list, const Call &call) {
            Q_EMIT list->saveRequested(call);
        })->setIcon(icon(QLatin1String("star")));
        add(
            menu, tr("Stop waiting"), isWaiting(chosen),
            [](List *list, const Call &call) { list->cancel(call); }, Qt::Key_Delete);
    }
    menu->addSeparator();
    QMenu *copy = menu->addMenu(icon(QLatin1String("copy")), tr("Copy as"));
    const auto addCopy = [&](const QString &label, bool enabled, CopyForm form,
                             const QKeySequence &keys = {}) {
        add(
            copy, label, enabled,
            [form](List *list, const Call &call) { Q_EMIT list->copyRequested(call, form); }, keys);
    };
    addCopy(tr("cURL"), !isAsked, CopyForm::Curl);
    addCopy(tr("weir call"), !isAsked, CopyForm::WeirCall);
    addCopy(tr("JSON of the request"), true, CopyForm::Request);
    addCopy(tr("JSON of the answer"), hasAnswer(chosen), CopyForm::Answer, QKeySequence::Copy);
    const auto two = compared();
    QAction *compare = menu->addAction(tr("Compare the two results"));
    compare->setEnabled(!two.empty());
    if (!two.empty())
        connect(compare, &QAction::triggered, this,
                [this, older = *two[0], newer = *two[1]] { Q_EMIT compareRequested(older, newer); });
    menu->addSeparator();
    add(menu, tr("Show in the event log"), true, [](List *list, const Call &call) {
        Q_EMIT list->showInLogRequested(call.seq);
    })->setIcon(icon(QLatin1String("log")));
}

std::vector<const Call *> CallsList::compared() const
{
    std::vector<const Call *> calls;
    for (const QModelIndex &row : m_table->selectionModel()->selectedRows()) {
        const Call &call = m_model->call(row.row());
        if (!hasAnswer(call) || calls.size() == 2)
            return {};
        calls.push_back(&call);
    }
    if (calls.size() != 2)
        return {};
    std::sort(calls.begin(), calls.end(), [](const Call *a, const Call *b) { return a->seq < b->seq; });
    return calls;
}

} // namespace weir
