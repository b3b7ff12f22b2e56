// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formschema_p.h"

namespace weir {

// What a schema says, in words that fit into "The method expects ...", and short names of what it takes.
QString expectationOf(const FormSchema::Node &schema);
QString typeTextOf(const FormSchema::Node *schema); // "integer", "string or null"; null is "any"
QString typesWithArticle(const std::vector<QString> &words); // "an integer or null"
// A value in a sentence, cut: “two”; an object is "This object".
QString shownValue(const ParamNode &value);
// RFC 6901: where the part of a value stands, by indices of children.
QString pointerTo(const ParamNode &value, const std::vector<int> &path);

} // namespace weir
