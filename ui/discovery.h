// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "jsonrpc/openrpc.h"

#include <QObject>

#include <memory>

namespace weir {

class Delivery;

// Reads the description of a JSON-RPC service, from a file or from what rpc.discover answered, off the GUI
// thread: it may be large, or not one at all. The newest request counts.
class Discovery final : public QObject
{
    Q_OBJECT

public:
    explicit Discovery(QObject *parent = nullptr);
    ~Discovery() override;
    Q_DISABLE_COPY_MOVE(Discovery)

    void readFile(const QString &path);
    void readAnswer(const QByteArray &message); // a whole JSON-RPC message with a result

Q_SIGNALS:
    void found(const std::shared_ptr<const weir::RpcService> &service);
    void failed(const QString &sentence);

private:
    template <typename Read> void start(Read read);

    std::shared_ptr<Delivery> m_delivery;
};

} // namespace weir
