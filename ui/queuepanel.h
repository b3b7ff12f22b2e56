// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QWidget>

#include <optional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPoint;
class QLabel;
class QPushButton;
class QTableView;
QT_END_NAMESPACE

namespace weir {

class QueueModel;

// A message that waits for the line.
struct QueueItem
{
    quint64 id = 0;
    Kind kind = Kind::WsText;
    qint64 size = 0; // bytes
    QString preview; // secrets masked

    bool operator==(const QueueItem &) const = default;
};

// The messages that wait for the line, in the order in which they will be sent: each can be taken back, for
// good or into the editor. Hidden while there are none.
class QueuePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit QueuePanel(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(QueuePanel)

    void setItems(std::vector<QueueItem> items);

Q_SIGNALS:
    void withdrawRequested(quint64 id);
    void withdrawAllRequested();
    void editRequested(quint64 id); // withdraw it, and put it into the editor

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTable();
    void fitHeight();
    void refresh();
    void showMenu(const QPoint &at);
    void withdraw();
    void edit();
    std::optional<quint64> current() const;

    QueueModel *m_model;
    QTableView *m_table;
    QLabel *m_count;
    QPushButton *m_edit;
    QPushButton *m_withdraw;
    QPushButton *m_withdrawAll;
};

} // namespace weir
