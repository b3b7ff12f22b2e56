// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QWidget>

#include <optional>

QT_BEGIN_NAMESPACE
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace weir {

// Tabs over pages, with a badge for the protocol and a button that opens another; the welcome page while
// there is none. Owns its pages.
class TabArea final : public QWidget
{
    Q_OBJECT

public:
    explicit TabArea(QWidget *empty, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(TabArea)

    // Without a protocol the tab carries the log's sign.
    void addPage(QWidget *page, const QString &title, std::optional<Protocol> protocol);
    void setTitle(const QWidget *page, const QString &title);
    void setCurrent(QWidget *page);
    QWidget *current() const; // null: none
    QList<QWidget *> pages() const; // in the order of the tabs
    void closePage(QWidget *page); // deletes it
    void step(int tabs); // round and round

Q_SIGNALS:
    void currentChanged();
    void closeRequested(QWidget *page);
    void newRequested();

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *pageAt(int tab) const;
    int tabOf(const QWidget *page) const;
    void show(int tab);
    void paintIcons();

    QWidget *m_strip; // tabs and the button behind them; hidden while there is no tab
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QWidget *m_empty;
};

} // namespace weir
