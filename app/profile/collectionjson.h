// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/error.h"

#include <QByteArrayView>
#include <QString>

#include <nlohmann/json.hpp>

namespace weir {

// Other people's JSON: anything may be missing or of another type, and then counts as empty.
namespace collection {
using Json = nlohmann::ordered_json;

// At most 64 MiB, 100 levels and 4 million values.
Expected<Json> read(QByteArrayView bytes);

const Json &member(const Json &object, const char *name); // null where there is none
bool has(const Json &object, const char *name);
const Json &list(const Json &object, const char *name); // an array, maybe empty
// Text, and numbers and words as text; safe for marks (importtext.h).
QString text(const Json &value);
QString text(const Json &object, const char *name);
bool flag(const Json &object, const char *name, bool otherwise);
QString name(const std::string &key); // of a member
}

} // namespace weir
