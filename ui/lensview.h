// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "chipbar.h"
#include "eventtable.h"

#include "log/query.h"

#include <QTimer>
#include <QWidget>

#include <functional>
#include <utility>

QT_BEGIN_NAMESPACE
class QLabel;
class QPushButton;
class QSplitter;
class QVBoxLayout;
QT_END_NAMESPACE

namespace weir {

class DetailView;
class EmptyHint;
class Facets;
class SearchField;
class Settings;
class Workbench;
enum class ActionId;
enum class Setting;

// A view on the log: a lens with its chips, search, pause, follow, table and detail. Owns these; what the
// chips stand for, what else the view shows and where everything has its place is up to those that derive
// from it. While it is hidden it does not search, count or load; showing it makes up for that.
class LensView : public QWidget
{
    Q_OBJECT

public:
    ~LensView() override;
    Q_DISABLE_COPY_MOVE(LensView)

    EventTable *table() const { return m_table; }
    Lens *lens() const { return m_lens; }
    void focusTable();
    void focusSearch();
    void setPaused(bool paused);
    void setFollowing(bool following);
    bool isPaused() const;
    bool isFollowing() const;

Q_SIGNALS:
    void viewChanged(); // pause or follow
    void said(const QString &sentence); // for the line below

protected:
    LensView(Workbench &workbench, Settings &settings, QWidget *parent);

    // Every constructor makes its parts from the top of the view to its bottom, each of these once: Tab goes
    // through widgets in the order they were made in. addBody() comes last, before any attach().
    ChipBar *makeChips(const QString &accessibleName, int groups, ChipBar::AllOf all);
    SearchField *makeSearch(const QString &placeholder, const QString &accessibleName, ActionId action);
    QPushButton *makePause();
    QPushButton *makeFollow();
    QLabel *matches() const { return m_matches; } // takes no focus
    struct Body
    {
        QString tableName; // for a screen reader
        std::vector<EventColumn> columns;
        EventTable::Offers offers;
        Setting columnsSetting;
        Setting splitterSetting;
        Qt::Orientation orientation = Qt::Horizontal; // the detail beside the table, or below it
        std::pair<int, int> sizes; // of table and detail where the settings have none
        std::pair<int, int> stretch; // how they share what the view gains
        // What stands in the splitter for them, where it is more than they.
        std::function<QWidget *(EventTable *, QWidget *parent)> frameTable;
        std::function<QWidget *(DetailView *, QWidget *parent)> frameDetail;
    };
    void addBody(Body body);
    QVBoxLayout *column() const { return m_column; } // of the parts
    // From now on the view has events: of this connection, or of all with 0. Again for another connection.
    void attach(quint32 connection);

    Workbench &workbench() const { return m_workbench; }
    Settings &settings() const { return m_settings; }
    Facets *facets() const { return m_facets; } // null before attach()
    ChipBar *chips() const { return m_chips; }
    SearchField *search() const { return m_search; }
    DetailView *detail() const { return m_detail; }
    void applyQuery(); // after a change of chips or search
    void updateMatches();
    void showDetail();
    void hideDetail();
    void loadDetail(); // of what is chosen now, where the detail is visible

    void showEvent(QShowEvent *event) override;
    virtual void readerChanged() { } // the workbench's, while the view is shown
    virtual void grow(); // the log has
    virtual quint64 chosenSeq() const; // whose detail is shown
    virtual void showHint(const QString &text); // in place of rows

private:
    virtual Query wantedQuery() const = 0; // as chips and search have it
    virtual void updateChips() = 0; // the facets changed
    virtual void checkOnly(EventColumn column, const Event &event) = 0; // of the chips, the one of this event
    virtual QString matchesText() const = 0; // empty where there is nothing to say
    virtual QString emptyText() const = 0; // in place of rows

    void connectBody();
    void saveSplitter();

    Workbench &m_workbench;
    Settings &m_settings;
    Setting m_columnsSetting{};
    Setting m_splitterSetting{};
    Lens *m_lens;
    Facets *m_facets = nullptr;
    QVBoxLayout *m_column;
    QLabel *m_matches;
    ChipBar *m_chips = nullptr;
    SearchField *m_search = nullptr;
    QPushButton *m_pause = nullptr;
    QPushButton *m_follow = nullptr;
    QSplitter *m_splitter = nullptr;
    EventTable *m_table = nullptr;
    DetailView *m_detail = nullptr;
    EmptyHint *m_hint = nullptr;
    QTimer m_typing;
    quint64 m_detailSeq = 0; // what the detail shows or waits for
    bool m_isStale = false; // attached while hidden: lens and facets do not know yet
};

} // namespace weir
