// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "router.h"

namespace weir {

qint64 DemoRequest::number(QLatin1String name, qint64 otherwise) const
{
    bool ok = false;
    const qint64 value = query.queryItemValue(name).toLongLong(&ok);
    return ok && value >= 0 ? value : otherwise;
}

void DemoRouter::add(QByteArray path, QByteArray example, std::unique_ptr<DemoHandler> handler)
{
    m_routes.push_back({std::move(path), std::move(example), std::move(handler)});
}

DemoHandler *DemoRouter::find(QByteArrayView path) const
{
    for (const Route &route : m_routes) {
        if (path == route.path)
            return route.handler.get();
    }
    return nullptr;
}

QList<QByteArray> DemoRouter::examples() const
{
    QList<QByteArray> examples;
    for (const Route &route : m_routes)
        examples.append(route.example);
    return examples;
}

} // namespace weir
