// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"

#include "icons.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>
#include <QWidget>

#include <algorithm>
#include <array>

namespace weir {

namespace {

using A = ActionId;
using M = MenuId;

constexpr ActionSpec table[] = {
    {A::NewConnection, M::File, "new-connection", QT_TRANSLATE_NOOP("Actions", "New connection"), "Ctrl+N",
     "plus", Always},
    {A::OpenUrl, M::File, "open-url", QT_TRANSLATE_NOOP("Actions", "Open URL…"), "Ctrl+L", "connect", Always},
    {A::OpenCapture, M::File, "open-capture", QT_TRANSLATE_NOOP("Actions", "Open capture…"), "Ctrl+O", "open",
     Always},
    {A::ImportConnections, M::File, "import-connections", QT_TRANSLATE_NOOP("Actions", "Import connections…"),
     "Ctrl+I", "", Always},
    {A::Export, M::File, "export", QT_TRANSLATE_NOOP("Actions", "Export as NDJSON…"), "Ctrl+E", "export",
     Always, ActionSpec::Plain, "export"},
    {A::OpenCaptureFolder, M::File, "capture-folder", QT_TRANSLATE_NOOP("Actions", "Show capture in folder"),
     "", "open", Always, ActionSpec::Plain, "export"},
    {A::CloseTab, M::File, "close-tab", QT_TRANSLATE_NOOP("Actions", "Close tab"), "Ctrl+W", "close", HasTab,
     ActionSpec::Plain, "tabs"},
    {A::ReopenTab, M::File, "reopen-tab", QT_TRANSLATE_NOOP("Actions", "Reopen closed tab"), "Ctrl+Shift+T",
     "", HasClosedTab, ActionSpec::Plain, "tabs"},
    {A::Quit, M::File, "quit", QT_TRANSLATE_NOOP("Actions", "Quit"), "Ctrl+Q", "quit", Always,
     ActionSpec::Plain, "quit"},

    {A::Connect, M::Connection, "connect", QT_TRANSLATE_NOOP("Actions", "Connect"), "Ctrl+Return", "play",
     HasPage | Stopped},
    {A::Disconnect, M::Connection, "disconnect", QT_TRANSLATE_NOOP("Actions", "Disconnect"), "Ctrl+D", "stop",
     HasPage | Running},
    {A::ReconnectNow, M::Connection, "reconnect-now", QT_TRANSLATE_NOOP("Actions", "Reconnect now"), "Ctrl+R",
     "reconnect", HasPage | Waiting},
    {A::PingNow, M::Connection, "ping-now", QT_TRANSLATE_NOOP("Actions", "Send a ping"), "Ctrl+Shift+P", "",
     HasConversation | LineOpen, ActionSpec::Plain, "socket"},
    {A::CloseWithCode, M::Connection, "close-with-code",
     QT_TRANSLATE_NOOP("Actions", "Close with code and reason…"), "", "", HasConversation | LineOpen,
     ActionSpec::Plain, "socket"},
    {A::WriteMessage, M::Connection, "write-message", QT_TRANSLATE_NOOP("Actions", "Write a message"),
     "Ctrl+M", "", HasConversation, ActionSpec::Plain, "socket"},
    {A::WriteCall, M::Connection, "write-call", QT_TRANSLATE_NOOP("Actions", "Write a call"), "Ctrl+Shift+M",
     "", HasCalls, ActionSpec::Plain, "calls"},
    {A::DiscoverMethods, M::Connection, "discover-methods", QT_TRANSLATE_NOOP("Actions", "Discover methods"),
     "", "", HasCalls, ActionSpec::Plain, "calls"},
    {A::CompareConnections, M::Connection, "compare-connections",
     QT_TRANSLATE_NOOP("Actions", "Make the call to two connections…"), "", "", HasCalls, ActionSpec::Plain,
     "calls"},
    {A::SaveConnection, M::Connection, "save-connection", QT_TRANSLATE_NOOP("Actions", "Save connection"),
     "Ctrl+S", "", HasPage, ActionSpec::Plain, "keep"},
    {A::RevertConnection, M::Connection, "revert-connection",
     QT_TRANSLATE_NOOP("Actions", "Revert to what is saved"), "", "", HasPage, ActionSpec::Plain, "keep"},
    {A::CopyAsCurl, M::Connection, "copy-as-curl", QT_TRANSLATE_NOOP("Actions", "Copy as curl"), "", "copy",
     HasPage, ActionSpec::Plain, "copy-as"},
    {A::CopyAsWebsocat, M::Connection, "copy-as-websocat", QT_TRANSLATE_NOOP("Actions", "Copy as websocat"),
     "", "copy", HasPage, ActionSpec::Plain, "copy-as"},
    {A::CopyAsWeir, M::Connection, "copy-as-weir", QT_TRANSLATE_NOOP("Actions", "Copy as weir listen"), "",
     "copy", HasPage, ActionSpec::Plain, "copy-as"},
    {A::CopyAsJavaScript, M::Connection, "copy-as-javascript",
     QT_TRANSLATE_NOOP("Actions", "Copy as JavaScript"), "", "copy", HasPage, ActionSpec::Plain, "copy-as"},
    {A::CopyAsPython, M::Connection, "copy-as-python", QT_TRANSLATE_NOOP("Actions", "Copy as Python"), "",
     "copy", HasPage, ActionSpec::Plain, "copy-as"},
    {A::OpenSelected, M::Connection, "open-selected", QT_TRANSLATE_NOOP("Actions", "Open selected"), "",
     "open", CanOpen, ActionSpec::Plain, "selected"},
    {A::ConnectSelected, M::Connection, "connect-selected", QT_TRANSLATE_NOOP("Actions", "Connect selected"),
     "", "play", CanConnect, ActionSpec::Plain, "selected"},
    {A::DisconnectSelected, M::Connection, "disconnect-selected",
     QT_TRANSLATE_NOOP("Actions", "Disconnect selected"), "", "stop", CanDisconnect, ActionSpec::Plain,
     "selected"},
    {A::RenameSelected, M::Connection, "rename-selected", QT_TRANSLATE_NOOP("Actions", "Rename"), "F2", "",
     CanRename, ActionSpec::Plain, "change", ActionSpec::Sidebar},
    {A::DuplicateSelected, M::Connection, "duplicate-selected", QT_TRANSLATE_NOOP("Actions", "Duplicate"),
     "Ctrl+D", "", CanDuplicate, ActionSpec::Plain, "change", ActionSpec::Sidebar},
    {A::NewFolder, M::Connection, "new-folder", QT_TRANSLATE_NOOP("Actions", "New folder"), "", "", Always,
     ActionSpec::Plain, "change"},
    {A::CopyUrl, M::Connection, "copy-url", QT_TRANSLATE_NOOP("Actions", "Copy URL"), "Ctrl+C", "copy",
     HasUrl, ActionSpec::Plain, "take", ActionSpec::Sidebar},
    {A::ShowProfileFile, M::Connection, "show-profile-file", QT_TRANSLATE_NOOP("Actions", "Show file"), "",
     "", HasFile, ActionSpec::Plain, "take"},
    {A::RemoveSelected, M::Connection, "remove-selected", QT_TRANSLATE_NOOP("Actions", "Remove"), "Del",
     "trash", CanRemove, ActionSpec::Plain, "remove", ActionSpec::Sidebar},
    {A::UndoChange, M::Connection, "undo-change",
     QT_TRANSLATE_NOOP("Actions", "Undo the last change of connections"), "Ctrl+Z", "", CanUndo,
     ActionSpec::Plain, "undo"},
    {A::RedoChange, M::Connection, "redo-change",
     QT_TRANSLATE_NOOP("Actions", "Redo the change of connections"), "Ctrl+Shift+Z", "", CanRedo,
     ActionSpec::Plain, "undo"},

    {A::Palette, M::View, "palette", QT_TRANSLATE_NOOP("Actions", "Command palette…"), "Ctrl+K", "search",
     Always},
    {A::FindConnection, M::View, "find-connection", QT_TRANSLATE_NOOP("Actions", "Find a connection"),
     "Ctrl+P", "search", Always},
    {A::NextTab, M::View, "next-tab", QT_TRANSLATE_NOOP("Actions", "Next tab"), "Ctrl+PgDown", "", Always,
     ActionSpec::Plain, "tabs"},
    {A::PreviousTab, M::View, "previous-tab", QT_TRANSLATE_NOOP("Actions", "Previous tab"), "Ctrl+PgUp", "",
     Always, ActionSpec::Plain, "tabs"},
    {A::ShowSidebar, M::View, "show-sidebar", QT_TRANSLATE_NOOP("Actions", "Sidebar"), "Ctrl+B", "", Always,
     ActionSpec::Toggle, "parts"},
    {A::ShowLog, M::View, "show-log", QT_TRANSLATE_NOOP("Actions", "Event log panel"), "Ctrl+J", "", Always,
     ActionSpec::Toggle, "parts"},
    {A::ThemeSystem, M::View, "theme-system", QT_TRANSLATE_NOOP("Actions", "Theme: as the system"), "", "",
     Always, ActionSpec::Choice, "theme"},
    {A::ThemeLight, M::View, "theme-light", QT_TRANSLATE_NOOP("Actions", "Theme: light"), "", "", Always,
     ActionSpec::Choice, "theme"},
    {A::ThemeDark, M::View, "theme-dark", QT_TRANSLATE_NOOP("Actions", "Theme: dark"), "", "", Always,
     ActionSpec::Choice, "theme"},
    {A::LanguageSystem, M::View, "language-system", QT_TRANSLATE_NOOP("Actions", "Language: as the system"),
     "", "", Always, ActionSpec::Choice, "language"},
    {A::LanguageEnglish, M::View, "language-en", QT_TRANSLATE_NOOP("Actions", "Language: English"), "", "",
     Always, ActionSpec::Choice, "language"},
    {A::LanguageChinese, M::View, "language-zh", QT_TRANSLATE_NOOP("Actions", "Language: 简体中文"), "", "",
     Always, ActionSpec::Choice, "language"},

    {A::Search, M::Log, "search", QT_TRANSLATE_NOOP("Actions", "Search in data"), "Ctrl+F", "search",
     HasTable},
    {A::SearchLog, M::Log, "search-log", QT_TRANSLATE_NOOP("Actions", "Search in the event log"),
     "Ctrl+Shift+F", "search", Always},
    {A::Pause, M::Log, "pause", QT_TRANSLATE_NOOP("Actions", "Pause the view"), "Ctrl+Space", "pause",
     HasTable, ActionSpec::Toggle, "view"},
    {A::Follow, M::Log, "follow", QT_TRANSLATE_NOOP("Actions", "Follow the newest"), "Ctrl+Shift+E", "follow",
     HasTable, ActionSpec::Toggle, "view"},
    {A::ShowAsTable, M::Log, "show-as-table", QT_TRANSLATE_NOOP("Actions", "Messages as a table"), "Ctrl+T",
     "", HasConversation, ActionSpec::Toggle, "view"},
    {A::LogTab, M::Log, "log-tab", QT_TRANSLATE_NOOP("Actions", "Event log in a tab"), "Ctrl+Shift+L", "log",
     Always, ActionSpec::Plain, "tab"},
    {A::CopyRow, M::Log, "copy-row", QT_TRANSLATE_NOOP("Actions", "Copy selected rows as NDJSON"),
     "Ctrl+Shift+C", "copy", HasTable, ActionSpec::Plain, "tab"},
    {A::GoToRow, M::Log, "go-to-row", QT_TRANSLATE_NOOP("Actions", "Go to row…"), "Ctrl+G", "", HasTable,
     ActionSpec::Plain, "tab"},

    {A::StartDemo, M::Tools, "start-demo", QT_TRANSLATE_NOOP("Actions", "Start the demo"), "Ctrl+Shift+D",
     "demo", Always},
    {A::EditEnvironments, M::Tools, "edit-environments", QT_TRANSLATE_NOOP("Actions", "Edit environments…"),
     "", "", Always, ActionSpec::Plain, "environments"},
    {A::EditSecrets, M::Tools, "edit-secrets", QT_TRANSLATE_NOOP("Actions", "Secrets…"), "", "", Always},

    {A::Keys, M::Help, "keys", QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts"), "F1", "help", Always},
    {A::About, M::Help, "about", QT_TRANSLATE_NOOP("Actions", "About Weir"), "", "", Always},
};

} // namespace

std::span<const ActionSpec> actionTable()
{
    return table;
}

QString menuText(MenuId menu)
{
    static constexpr std::array texts{
        QT_TRANSLATE_NOOP("Actions", "&File"),  QT_TRANSLATE_NOOP("Actions", "&Connection"),
        QT_TRANSLATE_NOOP("Actions", "&View"),  QT_TRANSLATE_NOOP("Actions", "&Log"),
        QT_TRANSLATE_NOOP("Actions", "&Tools"), QT_TRANSLATE_NOOP("Actions", "&Help")};
    return QCoreApplication::translate("Actions", texts[size_t(menu)]);
}

QString tipText(ActionId id)
{
    const auto spec = std::find_if(std::begin(table), std::end(table),
                                   [id](const ActionSpec &one) { return one.id == id; });
    QString text = QCoreApplication::translate("Actions", spec->text);
    if (text.endsWith(QChar(u'…')))
        text.chop(1);
    const QKeySequence keys(QLatin1String(spec->shortcut), QKeySequence::PortableText);
    return keys.isEmpty() ? text
                          : QStringLiteral("%1 (%2)").arg(text, keys.toString(QKeySequence::NativeText));
}

Actions::Actions(QWidget *window)
    : QObject(window)
{
    QHash<QLatin1String, QActionGroup *> groups;
    for (const ActionSpec &spec : table) {
        auto *action = new QAction(QCoreApplication::translate("Actions", spec.text), this);
        action->setObjectName(QLatin1String(spec.name));
        if (*spec.shortcut)
            action->setShortcut(
                QKeySequence::fromString(QLatin1String(spec.shortcut), QKeySequence::PortableText));
        // Where there is a check mark, an icon would stand in its place.
        if (*spec.icon && spec.shape == ActionSpec::Plain)
            action->setIcon(icon(QLatin1String(spec.icon)));
        action->setCheckable(spec.shape != ActionSpec::Plain);
        if (spec.shape == ActionSpec::Choice) {
            QActionGroup *&group = groups[QLatin1String(spec.group)];
            if (!group)
                group = new QActionGroup(this);
            group->addAction(action);
        }
        connect(action, &QAction::triggered, this,
                [this, id = spec.id](bool checked) { Q_EMIT triggered(id, checked); });
        // Shown in menus; the sidebar itself looks at its keys, which may be others' elsewhere.
        if (spec.scope == ActionSpec::Sidebar)
            action->setShortcutContext(Qt::WidgetShortcut);
        else
            window->addAction(action);
        m_actions.insert(spec.id, action);
        m_all.append(action);
    }
}

QAction *Actions::operator[](ActionId id) const
{
    return m_actions.value(id);
}

void Actions::fill(QMenuBar *bar) const
{
    QHash<int, QMenu *> menus;
    QHash<int, QLatin1String> lastGroups;
    for (const ActionSpec &spec : table) {
        QMenu *&menu = menus[int(spec.menu)];
        if (!menu)
            menu = bar->addMenu(menuText(spec.menu));
        QLatin1String &last = lastGroups[int(spec.menu)];
        if (last != QLatin1String(spec.group))
            menu->addSeparator();
        last = QLatin1String(spec.group);
        menu->addAction(m_actions.value(spec.id));
    }
}

void Actions::setConditions(unsigned conditions)
{
    for (const ActionSpec &spec : table)
        m_actions.value(spec.id)->setEnabled((spec.needs & ~conditions) == 0);
}

} // namespace weir
