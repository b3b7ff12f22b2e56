// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QSet>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QMenu;
class QModelIndex;
class QPushButton;
class QToolButton;
class QTreeView;
QT_END_NAMESPACE

namespace weir {

class EmptyHint;
class ProfileDraft;
class TemplateModel;

// The messages that a profile keeps, in folders. Enter or a double click puts one into the editor, Ctrl+Enter
// sends it; they are renamed in place, and moved by dragging or by Alt+Up and Alt+Down. All of it edits the
// draft: Save keeps it, Revert undoes it.
class TemplatesPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TemplatesPanel(ProfileDraft *draft, QWidget *parent = nullptr);
    ~TemplatesPanel() override;
    Q_DISABLE_COPY_MOVE(TemplatesPanel)

    // Keeps it, beside the current one, and lets its name be typed.
    void add(const MessageTemplate &message);

Q_SIGNALS:
    void chosen(const MessageTemplate &message); // for the editor
    void sendRequested(const MessageTemplate &message);
    void newRequested(); // of what stands in the editor: answered with add()

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildTree();
    void buildBar();
    QAction *addAction(const QString &text, const QKeySequence &keys, void (TemplatesPanel::*act)());
    void load();
    void keep();
    void openFolders();
    void refresh();
    void showMenu(const QPoint &at);
    void fillFolders();
    void choose();
    void sendCurrent();
    void rename();
    void duplicate();
    void remove();
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void moveBy(int by);
    void moveToFolder(const QString &folder);
    void moveToNewFolder();
    void select(int number);
    const MessageTemplate *current() const;

    ProfileDraft *m_draft;
    TemplateModel *m_model;
    QTreeView *m_tree;
    EmptyHint *m_hint;
    QToolButton *m_new;
    QPushButton *m_send;
    QToolButton *m_more;
    QMenu *m_menu;
    QMenu *m_folderMenu;
    QAction *m_newAction = nullptr;
    QList<QAction *> m_templateActions; // that need one
    QSet<QString> m_closed;
};

} // namespace weir
