// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "collections.h"

#include "collectionimport.h"
#include "curlcommand.h"
#include "websocketcommand.h"

namespace weir {

namespace {
using namespace collection;

bool isHoppscotchCollection(const Json &value)
{
    return value.is_object() && member(value, "folders").is_array() && member(value, "requests").is_array();
}

bool isHoppscotchEnvironment(const Json &value)
{
    return value.is_object() && member(value, "variables").is_array() && has(value, "name");
}

bool hasServers(const Json &value)
{
    return member(value, "mcpServers").is_object() || member(value, "servers").is_object()
        || member(member(value, "mcp"), "servers").is_object();
}

Expected<ImportResult> importTree(const Json &root, const ImportOptions &options)
{
    if (member(member(root, "log"), "entries").is_array())
        return readHar(root, options);
    if (hasServers(root))
        return readMcp(root, options);
    if (text(root, "_type") == QLatin1String("export"))
        return readInsomnia(root, options);
    if (member(root, "item").is_array())
        return readPostman(root, options);
    if (member(root, "values").is_array())
        return readPostmanEnvironment(root, options);
    if (has(root, "requests") && has(root, "order"))
        return failure(ErrorCode::ImportFailed,
                       Import::tr("it is a Postman collection of version 1; export it as version 2.1"));
    const Json &first = root.is_array() && !root.empty() ? root.front() : root;
    if (isHoppscotchCollection(first))
        return readHoppscotch(root, options);
    if (isHoppscotchEnvironment(first))
        return readHoppscotchEnvironments(root, options);
    return failure(ErrorCode::ImportFailed,
                   Import::tr("it is none of Postman, Insomnia, Hoppscotch, HAR or an MCP configuration"));
}
}

Expected<ImportResult> importCollection(QByteArrayView bytes, const ImportOptions &options)
{
    if (bytes.first(std::min<qsizetype>(bytes.size(), 4096)).contains("insomnia.rest/5"))
        return failure(ErrorCode::ImportFailed,
                       Import::tr("it is Insomnia's YAML; export it as Insomnia v4 (JSON)"));
    const auto root = read(bytes);
    if (!root)
        return tl::unexpected(root.error());
    auto result = importTree(*root, options);
    if (result && result->profiles.isEmpty() && result->environments.isEmpty() && result->notTaken.isEmpty())
        return failure(ErrorCode::ImportFailed, Import::tr("it holds no request"));
    return result;
}

Expected<ImportResult> importAny(QByteArrayView bytes, const ImportOptions &options)
{
    const QByteArrayView start = bytes.first(std::min<qsizetype>(bytes.size(), 4096)).trimmed();
    const bool isFile = start.startsWith('{') || start.startsWith('[') || start.startsWith("\xEF\xBB\xBF")
        || start.contains("insomnia.rest/5");
    if (isFile || bytes.size() > importLimit)
        return importCollection(bytes, options);
    const QString command = QString::fromUtf8(bytes);
    auto result = importCurlCommand(command, options);
    if (result || result.error().code != ErrorCode::ImportFailed)
        return result;
    auto socket = importWebSocketCommand(command, options);
    return socket || socket.error().code != ErrorCode::ImportFailed ? socket : result;
}

} // namespace weir
