// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QWidget>

#include <array>

class QLabel;
class QStackedWidget;
class QTabBar;

namespace weir {

class HexView;
class PayloadView;

// One event: a line that says which, and its payload pretty, raw or in hexadecimal. A view is made when its
// tab is first opened, and filled only while it is shown.
class DetailView final : public QWidget
{
    Q_OBJECT

public:
    enum Tab { Pretty, Raw, Hex };
    explicit DetailView(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(DetailView)

    void setEvent(const Event &event);
    void clear();
    quint64 seq() const { return m_event.seq; } // 0: none
    Tab tab() const;
    void setTab(Tab tab);
    QString summary() const; // "event tick · id 48199 · 118 B · 10:42:07.266"

private:
    void showTab();
    void fill();
    void updateSummary();

    Event m_event;
    QTabBar *m_tabs;
    QWidget *m_head;
    std::array<QLabel *, 5> m_words; // kind, name, "· id", id, the rest
    QStackedWidget *m_stack;
    QLabel *m_empty;
    PayloadView *m_pretty = nullptr; // made lazily
    PayloadView *m_raw = nullptr;
    HexView *m_hex = nullptr;
    std::array<quint64, 3> m_filled{}; // the seq that each view shows
};

} // namespace weir
