// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "conversationaccessible.h"

#include "conversationview.h"

#include "log/lens.h"

#include <QAccessibleWidget>
#include <QHash>
#include <QPointer>
#include <QWindow>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype mostItems = 1024; // interfaces that are kept; the rest of the world is made again

const ConversationView::Shown *shownOf(const ConversationView &view, quint64 seq)
{
    const auto &rows = view.shown();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [seq](const auto &shown) { return shown.seq == seq; });
    return found == rows.end() ? nullptr : &*found;
}

class Item final : public QAccessibleInterface
{
public:
    Item(ConversationView *view, quint64 seq)
        : m_view(view)
        , m_seq(seq)
    {
    }

    bool isValid() const override { return m_view && m_view->lens()->rowCount() > 0; }
    QObject *object() const override { return nullptr; }
    QWindow *window() const override { return m_view ? m_view->window()->windowHandle() : nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_view); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    void setText(QAccessible::Text, const QString &) override { }
    QAccessible::Role role() const override { return QAccessible::ListItem; }

    QString text(QAccessible::Text kind) const override
    {
        const ConversationView::Shown *shown = isValid() ? shownOf(*m_view, m_seq) : nullptr;
        const BubbleLayout *layout = shown ? m_view->bubble(shown->row) : nullptr;
        return layout && kind == QAccessible::Name ? layout->content().spoken() : QString();
    }

    QRect rect() const override
    {
        const ConversationView::Shown *shown = isValid() ? shownOf(*m_view, m_seq) : nullptr;
        if (!shown)
            return {};
        const QWidget *port = m_view->viewport();
        return {port->mapToGlobal(QPoint(0, shown->y)), QSize(port->width(), shown->height)};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        state.invisible = rect().isNull();
        state.selectable = true;
        state.focusable = true;
        state.readOnly = true;
        state.selected = m_view->selection().contains(m_seq);
        state.focused = m_view->hasFocus() && m_seq == m_view->currentSeq();
        return state;
    }

private:
    QPointer<ConversationView> m_view;
    quint64 m_seq;
};

class List final : public QAccessibleWidget
{
public:
    explicit List(ConversationView *view)
        : QAccessibleWidget(view, QAccessible::List)
    {
    }
    ~List() override { forget(); }

    ConversationView *view() const { return static_cast<ConversationView *>(object()); }

    int childCount() const override { return int(view()->shown().size()); }
    QAccessibleInterface *child(int index) const override
    {
        return index < 0 || index >= childCount() ? nullptr : item(view()->shown()[size_t(index)].seq);
    }
    int indexOfChild(const QAccessibleInterface *child) const override
    {
        for (auto it = m_items.begin(); it != m_items.end(); ++it) {
            if (QAccessible::accessibleInterface(it.value()) == child)
                return conversationChild(*view(), it.key());
        }
        return -1;
    }
    QAccessibleInterface *childAt(int x, int y) const override
    {
        const QPoint place = view()->viewport()->mapFromGlobal(QPoint(x, y));
        if (!view()->viewport()->rect().contains(place))
            return nullptr;
        for (const ConversationView::Shown &shown : view()->shown()) {
            if (place.y() >= shown.y && place.y() < shown.y + shown.height)
                return item(shown.seq);
        }
        return nullptr;
    }
    QAccessibleInterface *focusChild() const override
    {
        const quint64 seq = view()->currentSeq();
        return seq == 0 ? nullptr : item(seq);
    }

private:
    QAccessibleInterface *item(quint64 seq) const
    {
        if (m_items.size() >= mostItems)
            forget();
        QAccessible::Id &id = m_items[seq];
        if (id == 0)
            id = QAccessible::registerAccessibleInterface(new Item(view(), seq));
        return QAccessible::accessibleInterface(id);
    }
    void forget() const
    {
        for (const QAccessible::Id id : std::as_const(m_items))
            QAccessible::deleteAccessibleInterface(id);
        m_items.clear();
    }

    mutable QHash<quint64, QAccessible::Id> m_items;
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<ConversationView *>(object);
    return view ? new List(view) : nullptr;
}
} // namespace

void installConversationAccessible()
{
    QAccessible::installFactory(makeInterface);
}

int conversationChild(const ConversationView &view, quint64 seq)
{
    const ConversationView::Shown *shown = shownOf(view, seq);
    return shown ? int(shown - view.shown().data()) : -1;
}

} // namespace weir
