// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QListWidget;
class QListWidgetItem;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class EmptyHint;
class ProfileDraft;

// The calls that a profile keeps by name. Enter or a double click puts one into the form; they are renamed in
// place, and moved by dragging or by Alt+Up and Alt+Down. All of it edits the draft: Save keeps it, Revert
// undoes it.
class SavedCallsPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SavedCallsPanel(ProfileDraft *draft, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SavedCallsPanel)

    void add(const SavedCall &call); // and lets its name be typed

Q_SIGNALS:
    void chosen(const weir::SavedCall &call); // for the form

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void load();
    void keep(const QList<SavedCall> &calls);
    void keepOrder();
    void renamed(QListWidgetItem *item);
    void choose();
    void rename();
    void remove();
    void moveBy(int by);
    void refresh();

    ProfileDraft *m_draft;
    QListWidget *m_list;
    EmptyHint *m_hint;
    QPushButton *m_open;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QList<SavedCall> m_calls; // as they are listed
    bool m_isLoading = false;
};

} // namespace weir
