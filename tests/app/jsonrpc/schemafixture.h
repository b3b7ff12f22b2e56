// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/openrpc.h"

#include <QByteArray>
#include <QString>

namespace weir {

// The schema of a result, in a document that has these schemas to refer to: "#/components/schemas/NAME".
inline FormSchema schemaOf(const QByteArray &schema, const QByteArray &schemas = "{}")
{
    QByteArray document = R"({"openrpc":"1.3.2","info":{},"methods":[{"name":"m","params":[],"result":)";
    document += R"({"name":"r","schema":)" + schema + R"(}}],"components":{"schemas":)" + schemas + "}}";
    const auto service = readOpenRpc(document);
    return service ? service->methods.at(0).result : FormSchema();
}

} // namespace weir
