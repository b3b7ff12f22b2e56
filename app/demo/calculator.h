// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "rpcoutcome.h"

#include <QByteArrayView>

#include <functional>
#include <map>

namespace weir {

// A method that answers at once; `params` is raw JSON, empty for none.
using DemoRpcMethod = std::function<DemoRpcOutcome(QByteArrayView params)>;
using DemoRpcMethods = std::map<QByteArray, DemoRpcMethod>;

// What the calculator knows, all of it described by its OpenRPC document, rpc.discover.
DemoRpcMethods calculatorMethods();
QByteArray calculatorDescription();
// Methods whose parameters are deep.
DemoRpcOutcome orderPrice(QByteArrayView params);
DemoRpcOutcome treeDepth(QByteArrayView params);

} // namespace weir
