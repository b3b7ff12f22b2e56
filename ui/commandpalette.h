// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QFrame>

QT_BEGIN_NAMESPACE
class QAction;
class QLineEdit;
class QListWidget;
QT_END_NAMESPACE

namespace weir {

// The Ctrl+K list: every enabled action and whatever else is offered, narrowed by typing. A popup over its
// parent window; goes away by itself.
class CommandPalette final : public QFrame
{
    Q_OBJECT

public:
    enum class Offer { Enabled, All }; // All: also what cannot be done now, to see its keys
    CommandPalette(const QList<QAction *> &actions, Offer offer, QWidget *window);
    Q_DISABLE_COPY_MOVE(CommandPalette)

    void popup();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void narrow(const QString &text);
    void run();
    void move(int rows);

    QList<QAction *> m_actions;
    Offer m_offer;
    QLineEdit *m_edit;
    QListWidget *m_list;
};

} // namespace weir
