// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSet>
#include <QTreeView>

namespace weir {

class SidebarModel;

// The view of a SidebarModel. Folders open and close by a click and stay as they were; some actions have keys
// that are theirs only while the keyboard is here.
class SidebarTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit SidebarTree(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(SidebarTree)

    void setRows(SidebarModel &rows);
    void setKeys(const QList<QAction *> &actions) { m_keys = actions; }
    QStringList closedFolders() const;
    void setClosedFolders(const QStringList &paths);
    void find(const QString &text); // all that is found is open

Q_SIGNALS:
    void enterPressed(const QModelIndex &row);
    void foldersChanged(); // one was opened or closed

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QAction *actionOf(const QKeyEvent &event) const;
    void openFolders(const QModelIndex &parent, int first, int last);
    void note(const QModelIndex &folder, bool closed);
    void toggle(const QModelIndex &row);

    SidebarModel *m_rows = nullptr;
    QList<QAction *> m_keys;
    QSet<QString> m_closed;
};

} // namespace weir
