// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profilejson.h"

#include "base/error.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <tuple>
#include <variant>

namespace weir {

// What the two threads of the store tell each other about its files.

enum class StoreKind { Profile, Environment };

struct FileKey
{
    StoreKind kind = StoreKind::Profile;
    QString id;

    bool operator==(const FileKey &) const = default;
    bool operator<(const FileKey &other) const { return std::tie(kind, id) < std::tie(other.kind, other.id); }
};

using FileContent = std::optional<QByteArray>; // none: there is no file

// A file as it was found.
struct FileState
{
    FileKey key;
    FileContent content = {}; // none also where it could not be read
    std::variant<std::monostate, Profile, Environment, ProfileFault> meaning = {}; // monostate: no file

    bool exists() const { return !std::holds_alternative<std::monostate>(meaning); }
};
FileState understood(const FileKey &key, const FileContent &content);

struct FileEdit
{
    FileKey key;
    FileContent before;
    FileContent after;
};

// Files to write and to remove.
struct FileRequest
{
    enum class Rule {
        UnlessChanged, // each file that is still as `before`, or as the store itself left it
        Overwrite, // each file, whatever is in it
        AllOrNothing, // where all are exactly as `before`
    };
    quint64 number = 0;
    Rule rule = Rule::UnlessChanged;
    QList<FileEdit> edits = {};
};

struct FileOutcome
{
    quint64 number = 0;
    QList<FileEdit> done = {}; // `before` is what was really there
    QList<FileState> conflicts = {}; // changed by others: left alone
    std::optional<Error> error = {}; // of what is neither done nor a conflict
};

} // namespace weir
