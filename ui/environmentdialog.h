// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDialog>

QT_BEGIN_NAMESPACE
class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class EmptyHint;
class ProfileStore;
class RowTable;
class VariableScope;
struct Environment;

// The environments of the store, and the variables of the one that is chosen here. What is changed is saved
// at once, a step of the store's undo each. Not modal.
class EnvironmentDialog final : public QDialog
{
    Q_OBJECT

public:
    explicit EnvironmentDialog(ProfileStore &store, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(EnvironmentDialog)

    void choose(const QString &name);

private:
    void build();
    void refresh();
    void showVariables();
    void add(const Environment &environment);
    void duplicate();
    void remove();
    void rename(QListWidgetItem *item);
    void save();
    QString current() const; // id; empty: none
    QString freeName(const QString &wanted, const QString &except = {}) const;

    ProfileStore &m_store;
    VariableScope *m_scope;
    QListWidget *m_list;
    RowTable *m_table;
    QPushButton *m_duplicate;
    QPushButton *m_remove;
    EmptyHint *m_hint;
    QLabel *m_fault;
    QString m_shown; // id of the one whose variables stand in the table
};

} // namespace weir
