// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <vector>

namespace weir {

// A parameter of a call, or a part of one, as a form has it: what was typed, valid or not. Numbers stay the
// characters they were.
struct ParamNode
{
    enum class Type { String, Number, Boolean, Null, Object, Array };
    static constexpr bool isContainer(Type type) { return type == Type::Object || type == Type::Array; }

    QString name = {}; // of a parameter, or of a member of an object
    Type type = Type::String;
    QString text = {}; // String: its characters; Number, Boolean: as it is written
    std::vector<ParamNode> children = {}; // Object, Array
    bool on = true; // off: stays in the form and is not sent

    bool operator==(const ParamNode &) const = default;
};

// A JSON value that checkJson() has found good, with what is below it.
ParamNode nodeFromJson(QByteArrayView value, const QString &name = {});
// Compact JSON. What is typed where a number or a boolean is wanted stands there as it is, so that it can be
// seen, and sent to a server that is to be tested.
QByteArray nodeToJson(const ParamNode &node);

} // namespace weir
