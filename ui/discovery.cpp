// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "discovery.h"

#include "delivery.h"

#include "jsonrpc/rpcmessage.h"

#include <QFile>
#include <QThreadPool>

namespace weir {

namespace {
using Read = tl::expected<RpcService, QString>;

Read fromFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return tl::unexpected(Discovery::tr("%1 cannot be read: %2.").arg(path, file.errorString()));
    if (file.size() > openRpcLimit)
        return tl::unexpected(Discovery::tr("%1 is larger than %2 MB.").arg(path).arg(openRpcLimit >> 20));
    return readOpenRpc(file.readAll()).map_error([&](const QString &why) {
        return path + QLatin1String(": ") + why;
    });
}

Read fromAnswer(const QByteArray &message)
{
    const RpcDocument document = parseRpc(message);
    const QByteArray result = document.messages.front().result;
    if (result.isEmpty())
        return tl::unexpected(Discovery::tr("rpc.discover was answered without a result."));
    return readOpenRpc(result);
}
}

Discovery::Discovery(QObject *parent)
    : QObject(parent)
{
}

Discovery::~Discovery()
{
    if (m_delivery)
        m_delivery->cancel();
}

void Discovery::readFile(const QString &path)
{
    start([path] { return fromFile(path); });
}

void Discovery::readAnswer(const QByteArray &message)
{
    start([message] { return fromAnswer(message); });
}

template <typename Read> void Discovery::start(Read read)
{
    if (m_delivery)
        m_delivery->cancel();
    m_delivery = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, read, delivery = m_delivery] {
        auto service = read();
        delivery->deliver([this, delivery, service = std::move(service)] {
            if (delivery->isCancelled())
                return;
            if (service)
                Q_EMIT found(std::make_shared<const RpcService>(*service));
            else
                Q_EMIT failed(service.error());
        });
    });
}

} // namespace weir
