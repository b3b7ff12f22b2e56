// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "pump.h"
#include "router.h"

namespace weir {

// Writes the head of an event stream and lets a pump send the rest.
void startFeed(QTcpSocket &socket, std::unique_ptr<DemoSource> source, double rate,
               ContentCoding coding = ContentCoding::Identity);
// One whole answer; the line closes after it.
void answer(QTcpSocket &socket, QByteArrayView status, const QList<QByteArray> &headers,
            const QByteArray &body = {});
// The number that follows the request's Last-Event-ID; `otherwise` where there is none.
quint64 resumeNumber(const DemoRequest &request, quint64 otherwise);
// Items a second that the query asks for; 0: as fast as it can.
double rateOf(const DemoRequest &request, double otherwise);

void addFeeds(DemoRouter &router);
void addMisbehaviour(DemoRouter &router);

} // namespace weir
