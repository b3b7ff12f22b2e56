// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "router.h"

namespace weir {

QByteArray DemoRequest::header(QByteArrayView name) const
{
    QByteArrayList values;
    for (const auto &[each, value] : headers) {
        if (each.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values.join(", ");
}

qint64 DemoRequest::number(QLatin1String name, qint64 otherwise) const
{
    bool ok = false;
    const qint64 value = query.queryItemValue(name).toLongLong(&ok);
    return ok && value >= 0 ? value : otherwise;
}

double DemoRequest::real(QLatin1String name, double otherwise) const
{
    bool ok = false;
    const double value = query.queryItemValue(name).toDouble(&ok);
    return ok && value >= 0 ? value : otherwise;
}

QByteArray DemoRequest::text(QLatin1String name) const
{
    return query.queryItemValue(name, QUrl::FullyDecoded).toUtf8();
}

void DemoRouter::add(QByteArray path, QByteArray example, std::unique_ptr<DemoHandler> handler,
                     DemoScheme scheme)
{
    m_routes.push_back({std::move(path), scheme, std::move(handler)});
    list(std::move(example), scheme);
}

void DemoRouter::list(QByteArray example, DemoScheme scheme)
{
    m_examples.append({std::move(example), scheme});
}

DemoHandler *DemoRouter::find(QByteArrayView path, DemoScheme scheme) const
{
    DemoHandler *found = nullptr;
    for (const Route &route : m_routes) {
        if (path == route.path && (!found || route.scheme == scheme))
            found = route.handler.get();
    }
    return found;
}

} // namespace weir
