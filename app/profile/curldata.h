// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "curloptions.h"
#include "importedprofile.h"

namespace weir {

// What -d and its relatives gather for the body, or for the query where -G is given.
class CurlData final
{
public:
    explicit CurlData(const ImportOptions &options);

    // Adds marked text. What cannot be had, a file, is an Error.
    Expected<void> add(CurlEffect effect, const QString &value);
    Expected<void> addToQuery(const QString &value); // --url-query

    const std::optional<QString> &text() const { return m_text; }
    bool isJson() const { return m_json; }
    // The URL with what belongs into its query.
    QString addedTo(const QString &url, bool data) const;

private:
    Expected<QString> fileText(const QString &name) const;
    Expected<QString> urlEncoded(const QString &value) const;

    const ImportOptions &m_options;
    std::optional<QString> m_text;
    QStringList m_query;
    bool m_json = false;
};

} // namespace weir
