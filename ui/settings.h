// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QSettings>
#include <QVariant>

namespace weir {

enum class Setting {
    Theme, // "system", "light", "dark"
    Language, // "system", "en", "zh_CN"
    WindowGeometry,
    LogSplitter,
    SidebarSplitter,
    DetailSplitter,
    LogDetailSplitter, // of the panel
    LogTabSplitter,
    ChatSplitter,
    RpcSplitter,
    FeedColumns,
    ChatColumns,
    RpcColumns,
    LogColumns,
    CurrentPage, // among the pages of a window that is built again
    LogVisible,
    SidebarVisible,
    ExportFolder,
    ClosedFolders, // of the sidebar: their paths
    ProfileFolder,
    Environment, // its name; empty: none
    Count
};

// The preferences: one table of name, type and default over a store that somebody else owns.
class Settings final
{
public:
    explicit Settings(QSettings &store)
        : m_store(store)
    {
    }
    Q_DISABLE_COPY_MOVE(Settings)

    // The stored value where it has the setting's type, otherwise the default.
    QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant &value);

    struct Spec
    {
        Setting setting;
        const char *name;
        QMetaType::Type type;
        QVariant fallback;
    };
    static const Spec &spec(Setting setting);

private:
    QSettings &m_store;
};

} // namespace weir
