// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"

#include <QObject>

#include <map>
#include <memory>

namespace weir {

class CaptureReader;

// Counts for chips: events of one connection (0: of all) by kind, and sse.event by name; counted on the pool
// as the capture grows. Lives on the GUI thread.
class Facets final : public QObject
{
    Q_OBJECT

public:
    explicit Facets(quint32 connection, QObject *parent = nullptr);
    ~Facets() override;
    Q_DISABLE_COPY_MOVE(Facets)

    void setReader(std::shared_ptr<CaptureReader> reader);
    void grow(); // the reader was refreshed; cheap, counts at most ten times a second

    const std::map<Kind, quint64> &kinds() const;
    // Of sse.event, bytes as they came; at most nameLimit of them, events of any other name are in others().
    const std::map<QByteArray, quint64> &names() const;
    quint64 others() const;
    const std::map<quint32, quint64> &connections() const; // all of them, whatever is counted else
    static constexpr int nameLimit = 200;

Q_SIGNALS:
    void changed();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
