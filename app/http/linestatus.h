// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "certificatereport.h"

#include "base/error.h"

namespace weir {

enum class LineState { Closed, Connecting, Open, Waiting, Closing };

// "open": the name of a row of kind state.
QByteArray stateName(LineState state);

// How a connection stands, whatever it speaks. Times: UTC microseconds; 0: not yet.
struct LineStatus
{
    LineState state = LineState::Closed;
    Error error; // why it is closed or waiting; code None: because we were asked
    bool failed = false; // closed for good by an error
    CertificateReport certificate; // of the server, where it was not accepted
    qint64 reconnectionTime = 3000; // ms
    int attempt = 0; // since the last event
    int reconnects = 0;
    qint64 waitingUntil = 0;
    qint64 connectedAt = 0;
    qint64 lastByteAt = 0; // heartbeat age
    quint64 events = 0; // received
    quint64 bytes = 0; // received; of bodies, decompressed
    bool held = false; // we do not read: the log is behind
};

} // namespace weir
