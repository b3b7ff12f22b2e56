// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collectionjson.h"

#include "importedprofile.h"
#include "importtext.h"

namespace weir {

namespace {
constexpr qsizetype sizeLimit = 64 * 1024 * 1024;
constexpr int depthLimit = 100;
constexpr qint64 countLimit = 4'000'000; // a tree takes many times what its text does

// Looked at before a tree is built from it.
Expected<void> checkShape(QByteArrayView bytes)
{
    int depth = 0;
    qint64 count = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            if (c == '\\')
                ++i;
            else if (c == '"')
                quoted = false;
        } else if (c == '"') {
            quoted = true;
        } else if (c == '[' || c == '{') {
            ++count;
            if (++depth > depthLimit)
                return failure(ErrorCode::ImportFailed,
                               Import::tr("it is nested deeper than %1 levels").arg(depthLimit));
        } else if (c == ']' || c == '}') {
            --depth;
        } else if (c == ',' && ++count > countLimit) {
            return failure(ErrorCode::ImportFailed, Import::tr("it holds too many values"));
        }
    }
    return {};
}
}

Expected<collection::Json> collection::read(QByteArrayView bytes)
{
    if (bytes.size() > sizeLimit)
        return failure(ErrorCode::ImportFailed, Import::tr("it is larger than 64 MiB"));
    if (const auto fine = checkShape(bytes); !fine)
        return tl::unexpected(fine.error());
    try {
        return Json::parse(bytes.begin(), bytes.end());
    } catch (const Json::parse_error &error) {
        const auto until = bytes.first(std::min(qsizetype(error.byte), bytes.size()));
        return failure(ErrorCode::ImportFailed,
                       Import::tr("it is not JSON, see line %1").arg(1 + until.count('\n')));
    } catch (const Json::exception &) {
        return failure(ErrorCode::ImportFailed, Import::tr("it holds a number that is too large"));
    }
}

const collection::Json &collection::member(const Json &object, const char *name)
{
    static const Json nothing;
    if (!object.is_object())
        return nothing;
    const auto found = object.find(name);
    return found == object.end() ? nothing : *found;
}

bool collection::has(const Json &object, const char *name)
{
    return object.is_object() && object.find(name) != object.end();
}

const collection::Json &collection::list(const Json &object, const char *name)
{
    static const Json empty = Json::array();
    const Json &value = member(object, name);
    return value.is_array() ? value : empty;
}

QString collection::text(const Json &value)
{
    if (value.is_string())
        return collection::name(value.get_ref<const std::string &>());
    if (value.is_number() || value.is_boolean())
        return QString::fromStdString(value.dump());
    return {};
}

QString collection::text(const Json &object, const char *name)
{
    return text(member(object, name));
}

bool collection::flag(const Json &object, const char *name, bool otherwise)
{
    const Json &value = member(object, name);
    return value.is_boolean() ? value.get<bool>() : otherwise;
}

QString collection::name(const std::string &key)
{
    return marked::unmarked(QString::fromUtf8(key.data(), qsizetype(key.size())));
}

} // namespace weir
