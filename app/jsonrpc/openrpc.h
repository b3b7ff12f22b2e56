// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "formschema.h"

#include <QString>

#include <tl/expected.hpp>

#include <vector>

namespace weir {

struct RpcParamInfo
{
    QString name;
    QString summary; // or its description
    bool required = false;
    bool deprecated = false;
    FormSchema schema;
};

struct RpcExample
{
    QString name;
    QByteArray params; // raw JSON: an object, or an array
    QByteArray result; // raw JSON; empty: none
};

// One method of a service as its description has it.
struct RpcMethodInfo
{
    enum class Structure { Either, ByName, ByPosition };
    QString name;
    QString summary;
    QString description;
    bool deprecated = false;
    Structure structure = Structure::Either;
    bool isDescribed = false; // else only its name is known, and nothing of its params
    std::vector<RpcParamInfo> params;
    FormSchema result; // null: not described
    std::vector<RpcExample> examples;
};

struct RpcService
{
    QString title;
    QString version;
    std::vector<RpcMethodInfo> methods;
    QStringList notes; // what could not be taken over, one sentence each

    const RpcMethodInfo *method(const QString &name) const; // null: not described
};

// An OpenRPC document (1.x), or a plain list of the names of methods. The error is a sentence. Takes its time
// with large ones: not for the GUI thread.
constexpr qsizetype openRpcLimit = 64 * 1024 * 1024; // bytes
tl::expected<RpcService, QString> readOpenRpc(QByteArrayView json);

} // namespace weir
