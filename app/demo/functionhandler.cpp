// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "functionhandler.h"

#include "feeds.h"

namespace weir {

void UnavailableHandler::handle(const DemoRequest &request, QTcpSocket &socket)
{
    qint64 &refused = m_refused[request.url.query()];
    if (refused >= request.number(QLatin1String("times"), 2)) {
        refused = 0;
        m_recovered(request, socket);
        return;
    }
    ++refused;
    QList<QByteArray> headers{"Content-Type: text/plain; charset=utf-8"};
    const qint64 retryAfter = request.number(QLatin1String("retry-after"), m_retryAfter);
    if (retryAfter >= 0)
        headers.append(QByteArray("Retry-After: ").append(QByteArray::number(retryAfter)));
    answer(socket, "503 Service Unavailable", headers, "Try again a little later.\n");
}

} // namespace weir
