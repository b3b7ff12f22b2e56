// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "widgets.h"

#include "icons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QTabBar>
#include <QToolButton>

namespace weir {

namespace {

constexpr int iconSize = 14;

} // namespace

void setTone(QWidget *button, const char *tone)
{
    button->setProperty("tone", QLatin1String(tone));
    // A style sheet looks at properties only when a widget is polished.
    button->style()->unpolish(button);
    button->style()->polish(button);
}

QPushButton *makeButton(const QString &text, const char *iconName, bool checkable, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setAccessibleName(text);
    button->setCheckable(checkable);
    // A click leaves the keyboard where it was: in the table or in a field.
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    if (*iconName)
        button->setIcon(icon(QLatin1String(iconName)));
    // Wider than high: the style leaves too little between icon and text.
    button->setIconSize(QSize(iconSize + 4, iconSize));
    return button;
}

QToolButton *makeIconButton(const char *iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    button->setIcon(icon(QLatin1String(iconName)));
    button->setIconSize(QSize(iconSize, iconSize));
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    return button;
}

QLabel *makeLabel(const QString &caption, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAccessibleDescription(caption);
    label->hide();
    return label;
}

QTabBar *makeTabs(const QString &name, const QStringList &titles, QWidget *parent)
{
    auto *tabs = new QTabBar(parent);
    tabs->setProperty("tabs", QStringLiteral("detail"));
    tabs->setDrawBase(false);
    tabs->setExpanding(false);
    tabs->setAccessibleName(name);
    for (const QString &title : titles)
        tabs->addTab(title);
    return tabs;
}

bool takeSendKey(QEvent *event, const std::function<void()> &send)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return false;
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (!isEnter || (key->modifiers() & ~Qt::KeypadModifier) != Qt::ControlModifier)
        return false;
    event->accept();
    if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
        send();
    return true;
}

} // namespace weir
