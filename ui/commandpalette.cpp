// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandpalette.h"

#include "theme.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>

namespace weir {

namespace {

enum Role { ActionRole = Qt::UserRole, KeysRole };

constexpr int rowPadding = 5;
constexpr int sideMargin = 10;

// The command at the left, its keys at the right.
class CommandDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = Theme::of(option.palette);
        const bool enabled = index.flags() & Qt::ItemIsEnabled;
        painter->save();
        if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
            painter->fillRect(option.rect, option.state & QStyle::State_Selected ? theme.soft : theme.panel);
        const QRect inside = option.rect.adjusted(sideMargin, 0, -sideMargin, 0);
        painter->setPen(enabled ? theme.text : theme.muted);
        painter->drawText(inside, Qt::AlignVCenter | Qt::TextSingleLine, index.data().toString());
        painter->setFont(smallFont());
        painter->setPen(theme.muted);
        painter->drawText(inside, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine,
                          index.data(KeysRole).toString());
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        return {100, option.fontMetrics.height() + 2 * rowPadding};
    }
};

// Every word of `text` occurs in `candidate`, in any order.
bool matches(const QString &candidate, const QString &text)
{
    const QStringList words = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::all_of(words.begin(), words.end(), [&candidate](const QString &word) {
        return candidate.contains(word, Qt::CaseInsensitive);
    });
}

} // namespace

CommandPalette::CommandPalette(const QList<QAction *> &actions, Offer offer, QWidget *window)
    : QFrame(window, Qt::Popup)
    , m_actions(actions)
    , m_offer(offer)
    , m_edit(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    setAccessibleName(tr("Command palette"));
    m_edit->setPlaceholderText(tr("Type a command…"));
    m_edit->setAccessibleName(tr("Command"));
    m_edit->installEventFilter(this);
    m_list->setAccessibleName(tr("Commands"));
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new CommandDelegate(m_list));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_edit);
    layout->addWidget(m_list);
    connect(m_edit, &QLineEdit::textChanged, this, &CommandPalette::narrow);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    narrow({});
}

void CommandPalette::popup()
{
    const QWidget *window = parentWidget();
    resize(qMin(560, window->width() - 40), qMin(420, window->height() - 80));
    QFrame::move(window->mapToGlobal(QPoint((window->width() - width()) / 2, 56)));
    show();
    m_edit->setFocus();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_edit || event->type() != QEvent::KeyPress)
        return QFrame::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        move(1);
        return true;
    case Qt::Key_Up:
        move(-1);
        return true;
    case Qt::Key_PageDown:
        move(10);
        return true;
    case Qt::Key_PageUp:
        move(-10);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        run();
        return true;
    default:
        return false;
    }
}

void CommandPalette::narrow(const QString &text)
{
    m_list->clear();
    for (QAction *action : std::as_const(m_actions)) {
        if ((m_offer == Offer::Enabled && !action->isEnabled()) || !matches(action->text(), text))
            continue;
        const QString keys = action->shortcut().toString(QKeySequence::NativeText);
        auto *item = new QListWidgetItem(action->text(), m_list);
        item->setData(KeysRole, keys);
        item->setData(Qt::AccessibleTextRole,
                      keys.isEmpty() ? action->text() : action->text() + QLatin1String(", ") + keys);
        if (!action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
        item->setData(ActionRole, QVariant::fromValue<QObject *>(action));
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item || !(item->flags() & Qt::ItemIsEnabled))
        return;
    auto *action = qobject_cast<QAction *>(item->data(ActionRole).value<QObject *>());
    close();
    // After the popup has given the keyboard back: the action may want it.
    QTimer::singleShot(0, action, &QAction::trigger);
}

void CommandPalette::move(int rows)
{
    m_list->setCurrentRow(qBound(0, m_list->currentRow() + rows, m_list->count() - 1));
}

} // namespace weir
