// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/formschema.h"

#include <QStringList>

namespace weir {

using ParamPath = std::vector<int>; // indices from the rows of a call down to a node

// One line of a form for parameters: a node, or the place below the children of one where more are added.
struct ParamLine
{
    enum class Kind { Node, Add };
    enum class Naming { Fixed, Free, Index };
    Kind kind = Kind::Node;
    ParamPath path = {}; // Add: of what it adds to; empty: to the call
    int depth = 0;

    // Of a node only:
    Naming naming = Naming::Free;
    QString label = {}; // Fixed, Index
    QString summary = {};
    bool isKnown = false; // to the method, or to the schema of what it is in
    bool isRequired = false;
    bool isDeprecated = false;
    bool canBeOff = false;
    bool isRemovable = false;
    bool isMovable = false;
    bool isOpen = false; // its children follow
    FormSchema schema = {}; // of the alternative that is chosen
    QStringList alternatives = {}; // empty: none
    int alternative = 0;
    std::vector<ParamNode::Type> types = {}; // one: it is fixed
    QString typeText = {}; // where the schema tells
    std::vector<QByteArray> choices = {}; // of an enumeration, raw JSON
};

} // namespace weir
