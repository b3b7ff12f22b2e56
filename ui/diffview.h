// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QLabel;
class QTableView;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class Delivery;
class DiffModel;
class ElidedLabel;
class EmptyHint;
struct JsonDiff;

// What differs between two JSON values, line by line; found off the GUI thread. In one column or beside each
// other: by the room there is, until a person chooses.
class DiffView final : public QWidget
{
    Q_OBJECT

public:
    explicit DiffView(QWidget *parent = nullptr);
    ~DiffView() override;
    Q_DISABLE_COPY_MOVE(DiffView)

    void compare(const QByteArray &left, const QByteArray &right, const QString &leftName,
                 const QString &rightName);
    void clear(const QString &hint); // what to do, for there is nothing to compare
    void setSideBySide(bool sideBySide);
    bool isSideBySide() const;
    QString summary() const;
    QString text() const; // all of it, unified

Q_SIGNALS:
    void compared();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildBar();
    void buildTable();
    void showDiff(const JsonDiff &diff);
    void layOut(bool sideBySide);
    void fitColumns();
    void step(int by);
    void copy();

    DiffModel *m_model;
    QTableView *m_table;
    ElidedLabel *m_summary;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_beside;
    QWidget *m_names; // of the columns
    ElidedLabel *m_leftName;
    ElidedLabel *m_rightName;
    EmptyHint *m_hint;
    std::shared_ptr<Delivery> m_delivery;
    bool m_isChosen = false; // by a person: beside each other or not
};

} // namespace weir
