// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

#include <functional>

QT_BEGIN_NAMESPACE
class QEvent;
class QLabel;
class QPushButton;
class QTabBar;
class QToolButton;
class QWidget;
QT_END_NAMESPACE

namespace weir {

// Small makers that keep the parts of the window alike.

// "danger", "primary", "plain" or "": how a button is coloured, in the words of the style sheet.
void setTone(QWidget *button, const char *tone);
// Without an icon where `iconName` is empty.
QPushButton *makeButton(const QString &text, const char *iconName, bool checkable, QWidget *parent);
// A button that is only an icon: `name` is what a screen reader says.
QToolButton *makeIconButton(const char *iconName, const QString &name, QWidget *parent);
// Plain text that is hidden until it says something and is never read as rich text. A screen reader says the
// text, and `caption` as its description.
QLabel *makeLabel(const QString &caption, QWidget *parent);

// The tabs inside a page, by their titles.
QTabBar *makeTabs(const QString &name, const QStringList &titles, QWidget *parent);

// Ctrl+Enter, also on the keypad, for a form that sends with it: the window has the same keys for something
// else. For event(); true where that is all about it.
bool takeSendKey(QEvent *event, const std::function<void()> &send);

} // namespace weir
