// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHash>
#include <QList>
#include <QObject>

#include <span>

QT_BEGIN_NAMESPACE
class QAction;
class QMenuBar;
class QWidget;
QT_END_NAMESPACE

namespace weir {

enum class ActionId {
    NewConnection,
    OpenUrl,
    OpenCapture,
    Export,
    CloseTab,
    ReopenTab,
    Quit,
    StartDemo,
    Connect,
    Disconnect,
    ReconnectNow,
    PingNow,
    CloseWithCode,
    WriteMessage,
    ShowAsTable,
    WriteCall,
    DiscoverMethods,
    CompareConnections,
    OpenSelected,
    ConnectSelected,
    DisconnectSelected,
    RenameSelected,
    DuplicateSelected,
    NewFolder,
    SaveConnection,
    RevertConnection,
    CopyAsCurl,
    CopyAsWebsocat,
    CopyAsWeir,
    CopyAsJavaScript,
    CopyAsPython,
    ImportConnections,
    EditSecrets,
    CopyUrl,
    ShowProfileFile,
    RemoveSelected,
    UndoChange,
    RedoChange,
    EditEnvironments,
    FindConnection,
    Palette,
    NextTab,
    PreviousTab,
    ShowSidebar,
    ShowLog,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    LanguageSystem,
    LanguageEnglish,
    LanguageChinese,
    Search,
    SearchLog,
    Pause,
    Follow,
    LogTab,
    CopyRow,
    GoToRow,
    OpenCaptureFolder,
    Keys,
    About,
};

// What has to hold for an action to be enabled.
enum Condition : unsigned {
    Always = 0,
    HasPage = 1, // a feed's tab is in front
    Stopped = 2, // ... and its connection is closed
    Running = 4, // ... or not
    Waiting = 8, // ... and waits for its next attempt
    HasTab = 16, // any tab that can be closed
    HasClosedTab = 32,
    HasTable = 64, // a table of events is in front
    DemoStopped = 128,
    // What is selected in the sidebar:
    CanOpen = 256,
    CanConnect = 512,
    CanDisconnect = 1024,
    CanRename = 2048,
    CanDuplicate = 4096,
    CanRemove = 8192,
    HasUrl = 16384,
    HasFile = 32768,
    // ... and what was changed there
    CanUndo = 65536,
    CanRedo = 131072,
    HasConversation = 262144, // a WebSocket's tab is in front
    LineOpen = 524288, // ... and its line is open
    HasCalls = 1048576, // a tab of JSON-RPC is in front
};

enum class MenuId { File, Connection, View, Log, Tools, Help };

struct ActionSpec
{
    ActionId id;
    MenuId menu;
    const char *name; // stable, for settings and tests
    const char *text; // marked for translation
    const char *shortcut; // portable text or empty
    const char *icon; // file name in :/icons without its end, or empty
    unsigned needs; // Conditions
    enum Shape { Plain, Toggle, Choice } shape = Plain;
    const char *group =
        ""; // Choice: those of one group exclude each other; Plain: a line before each new group
    enum Scope { Window, Sidebar } scope = Window; // where the keyboard has to be for the shortcut
};

// Every action, declared once. Menus, tool buttons and the palette read this table.
std::span<const ActionSpec> actionTable();
QString menuText(MenuId menu);
// For tool tips: the action's text and its shortcut.
QString tipText(ActionId id);

// The table's QActions; owned by their window.
class Actions final : public QObject
{
    Q_OBJECT

public:
    explicit Actions(QWidget *window);
    Q_DISABLE_COPY_MOVE(Actions)

    QAction *operator[](ActionId id) const;
    const QList<QAction *> &all() const { return m_all; } // in the table's order
    void fill(QMenuBar *bar) const;
    void setConditions(unsigned conditions);

Q_SIGNALS:
    void triggered(weir::ActionId id, bool checked);

private:
    QHash<ActionId, QAction *> m_actions;
    QList<QAction *> m_all;
};

} // namespace weir
