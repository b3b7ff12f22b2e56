// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profiledraft.h"

#include <QFrame>

#include <functional>
#include <vector>

QT_BEGIN_NAMESPACE
class QPlainTextEdit;
class QStackedWidget;
class QTabBar;
QT_END_NAMESPACE

namespace weir {

class RowTable;
class VariableScope;

// Everything of a profile beyond method and URL, in tabs; those that its protocol has no use for are not
// there. A tab says how much is set in it, and wears a dot where that differs from what is saved.
class ProfileEditor final : public QFrame
{
    Q_OBJECT

public:
    enum class Tab { Params, Headers, Body, Auth, Transport, Line, Answers, Variables, Notes, Preview };

    // Both must outlive it.
    ProfileEditor(ProfileDraft *draft, const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ProfileEditor)

    void setPreview(const std::function<QString(const Profile &)> &preview); // the resolved request
    void showTab(Tab tab);
    QString pendingSentence() const; // a literal stands in a field of secrets; otherwise empty
    void showPending(); // the tab with it

Q_SIGNALS:
    void closeRequested(); // Escape

protected:
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Page
    {
        Tab tab;
        QString title;
        QWidget *widget;
        bool isCounted; // otherwise only whether anything is set
        int (*count)(const Profile &);
        bool (*same)(const Profile &, const Profile &);
    };
    void fit();
    void addPages();
    void addPage(const Page &page, bool scrolls);
    RowTable *makeRows(const Member<QList<ProfileRow>> &member, const QString &name, const QString &value);
    QWidget *makeBody();
    QWidget *makePreview();
    void refresh();
    void refreshTab(int index);
    void updatePreview();

    ProfileDraft *m_draft;
    const VariableScope *m_scope;
    QTabBar *m_tabs;
    QStackedWidget *m_stack;
    std::vector<Page> m_pages;
    QPlainTextEdit *m_previewText = nullptr;
    std::function<QString(const Profile &)> m_preview;
};

} // namespace weir
