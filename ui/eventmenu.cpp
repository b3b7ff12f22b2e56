// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The menu of a row of the table.
#include "eventtable.h"
#include "icons.h"
#include "visibletext.h"

#include "log/lens.h"

#include "base/utf8.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype longestShown = 40; // characters of a value in an entry
constexpr qsizetype longestSearched = 200; // bytes

QString shortened(const QString &text)
{
    QString shown = text.size() > longestShown ? text.left(longestShown - 1) + u'…' : text;
    return shown.replace(u'&', QLatin1String("&&"));
}

// What is searched for: text as it came and not as it is shown. Of a long payload its first line's beginning
// would find it alone.
QString searchable(EventColumn column, const Event &event)
{
    QByteArray value;
    if (column == EventColumn::EventName)
        value = event.name;
    else if (column == EventColumn::Id)
        value = event.id;
    else if (column == EventColumn::Data && event.payload.size() <= longestSearched)
        value = event.payload;
    return value.contains('\n') ? QString() : textFromUtf8(value);
}
} // namespace

void EventTable::popUpMenu(quint64 row, int index, const QPoint &place)
{
    const Lens::Row *found = m_lens->row(row);
    if (!found)
        return;
    const Event event = found->event;
    const EventColumn column = columns()[size_t(index)];
    const QString value = text(row, index);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &label, auto run, const QKeySequence &keys = {}) {
        QAction *action = menu->addAction(label);
        action->setShortcut(keys); // shown; the table itself listens
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    if (column != EventColumn::Data && !value.isEmpty())
        add(tr("Copy “%1”").arg(shortened(value)), [value] { QGuiApplication::clipboard()->setText(value); });
    add(tr("Copy payload"), [this] { copy(CopyJob::Form::Payloads); })->setIcon(icon(QLatin1String("copy")));
    add(
        tr("Copy as text"), [this] { copy(CopyJob::Form::Text); }, QKeySequence::Copy);
    add(
        tr("Copy as NDJSON"), [this] { copy(CopyJob::Form::Ndjson); },
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    menu->addSeparator();
    const auto &filters = m_offers.filters;
    // Only events of a feed are told apart by their name.
    const bool isNamed = column != EventColumn::EventName || event.kind == Kind::SseEvent;
    if (isNamed && !value.isEmpty() && std::find(filters.begin(), filters.end(), column) != filters.end())
        add(tr("Show only “%1”").arg(shortened(value)), [this, column, event] {
            Q_EMIT filterRequested(column, event);
        })->setIcon(icon(QLatin1String("filter")));
    if (const QString wanted = searchable(column, event); m_offers.search && !wanted.isEmpty())
        add(tr("Search for “%1”").arg(shortened(visibleText(wanted))), [this, wanted] {
            Q_EMIT searchRequested(wanted);
        })->setIcon(icon(QLatin1String("search")));
    if (m_offers.showInLog)
        add(tr("Show in the event log"), [this, seq = event.seq] {
            Q_EMIT showInLogRequested(seq);
        })->setIcon(icon(QLatin1String("log")));
    menu->addSeparator();
    add(tr("Select all"), &EventTable::selectAll, QKeySequence::SelectAll);
    add(tr("Go to row…"), &EventTable::askWhereToGo, QKeySequence(Qt::CTRL | Qt::Key_G));
    menu->popup(place);
}

} // namespace weir
