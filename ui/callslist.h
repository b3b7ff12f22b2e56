// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include <QPersistentModelIndex>
#include <QWidget>

#include <vector>

QT_BEGIN_NAMESPACE
class QLabel;
class QMenu;
class QTableView;
QT_END_NAMESPACE

namespace weir {

class CallIndex;
class CallsModel;
class ChipBar;
class EmptyHint;
class SearchField;

// The calls of a connection, the newest on top: what was asked, what became of it, and what can be done with
// it. While the newest is chosen, newer ones are chosen as they come.
class CallsList final : public QWidget
{
    Q_OBJECT

public:
    explicit CallsList(const CallIndex &index, QWidget *parent = nullptr);
    ~CallsList() override;
    Q_DISABLE_COPY_MOVE(CallsList)

    quint64 current() const { return m_current; } // seq; 0: none
    void setCurrent(quint64 seq); // also where it is not there yet, or filtered out
    void followNewest(); // a call is on its way: it will be chosen
    void focusFilter();
    void setTitleShown(bool shown); // where a tab above has the same word, it says it twice

    enum class CopyForm { Curl, WeirCall, Request, Answer };

Q_SIGNALS:
    void currentChanged(quint64 seq);
    void sendAgainRequested(const weir::Call &call);
    void editRequested(const weir::Call &call); // and send
    void duplicateRequested(const weir::Call &call); // into the form, with an id of its own
    void saveRequested(const weir::Call &call); // under a name
    void copyRequested(const weir::Call &call, weir::CallsList::CopyForm form);
    void compareRequested(const weir::Call &older, const weir::Call &newer);
    void cancelRequested(const weir::Call &call); // of a batch, for each member that waits
    void answerRequested(const weir::Call &call); // the server asks
    void showInLogRequested(quint64 seq);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHead();
    void buildTable();
    void connectModel();
    void fitRows();
    void fitColumns();
    void filter();
    void updateChips();
    void updateHint();
    void choose(quint64 seq);
    void chooseNewest();
    void restoreCurrent();
    void holdPlace();
    void keepPlace();
    void toggle(const QModelIndex &index);
    void cancel(const Call &call);
    bool pressed(int key, Qt::KeyboardModifiers modifiers);
    void showMenu(const QPoint &at);
    void fillMenu(QMenu *menu, const Call &call);
    std::vector<const Call *> compared() const; // two, the older one first; or none
    const Call *currentCall() const;

    const CallIndex &m_index;
    CallsModel *m_model;
    QLabel *m_title;
    SearchField *m_search;
    ChipBar *m_chips;
    QTableView *m_table;
    EmptyHint *m_hint;
    QPersistentModelIndex m_top; // the first row on screen, where that is not the newest
    quint64 m_current = 0;
    bool m_isFollowing = true;
    bool m_isRestoring = false;
    bool m_areColumnsSet = false; // by a person
};

} // namespace weir
