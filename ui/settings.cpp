// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "settings.h"

#include <QDir>
#include <QStandardPaths>

#include <array>

namespace weir {

const Settings::Spec &Settings::spec(Setting setting)
{
    static const std::array<Spec, size_t(Setting::Count)> table{{
        {Setting::Theme, "view/theme", QMetaType::QString, QStringLiteral("system")},
        {Setting::Language, "view/language", QMetaType::QString, QStringLiteral("system")},
        {Setting::WindowGeometry, "window/geometry", QMetaType::QByteArray, QByteArray()},
        {Setting::LogSplitter, "window/logSplitter", QMetaType::QByteArray, QByteArray()},
        {Setting::SidebarSplitter, "window/sidebarSplitter", QMetaType::QByteArray, QByteArray()},
        {Setting::DetailSplitter, "feed/detailSplitter", QMetaType::QByteArray, QByteArray()},
        {Setting::LogDetailSplitter, "log/detailSplitter", QMetaType::QByteArray, QByteArray()},
        {Setting::LogTabSplitter, "log/tabSplitter", QMetaType::QByteArray, QByteArray()},
        {Setting::ChatSplitter, "chat/splitter", QMetaType::QByteArray, QByteArray()},
        {Setting::RpcSplitter, "rpc/splitter", QMetaType::QByteArray, QByteArray()},
        {Setting::FeedColumns, "feed/columns", QMetaType::QByteArray, QByteArray()},
        {Setting::ChatColumns, "chat/columns", QMetaType::QByteArray, QByteArray()},
        {Setting::RpcColumns, "rpc/columns", QMetaType::QByteArray, QByteArray()},
        {Setting::LogColumns, "log/columns", QMetaType::QByteArray, QByteArray()},
        {Setting::CurrentPage, "window/currentPage", QMetaType::Int, -1},
        {Setting::LogVisible, "view/log", QMetaType::Bool, true},
        {Setting::SidebarVisible, "view/sidebar", QMetaType::Bool, true},
        {Setting::ExportFolder, "export/folder", QMetaType::QString, QDir::homePath()},
        {Setting::ClosedFolders, "sidebar/closedFolders", QMetaType::QStringList, QStringList()},
        {Setting::ProfileFolder, "profiles/folder", QMetaType::QString,
         QString(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)
                 % QLatin1String("/profiles"))},
        {Setting::Environment, "profiles/environment", QMetaType::QString, QString()},
    }};
    return table[size_t(setting)];
}

QVariant Settings::value(Setting setting) const
{
    const Spec &row = spec(setting);
    QVariant stored = m_store.value(QLatin1String(row.name));
    if (!stored.isValid() || !stored.convert(QMetaType(row.type)))
        return row.fallback;
    return stored;
}

void Settings::setValue(Setting setting, const QVariant &value)
{
    m_store.setValue(QLatin1String(spec(setting).name), value);
}

} // namespace weir
