// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "call.h"

#include <QObject>

#include <memory>
#include <set>
#include <vector>

namespace weir {

class CaptureReader;

// The calls of one JSON-RPC connection, whatever it was called at each of its starts, read from its rows in
// the log as that grows, by a job on the pool. The newest are kept, `limit` of them; what is older is in the
// log. Lives on one thread (the GUI's).
class CallIndex final : public QObject
{
    Q_OBJECT

public:
    static constexpr size_t limit = 250'000;

    explicit CallIndex(QObject *parent = nullptr);
    ~CallIndex() override;
    Q_DISABLE_COPY_MOVE(CallIndex)

    void setReader(std::shared_ptr<CaptureReader> reader, const std::set<quint32> &ids); // null: empty
    void grow(); // the reader was refreshed

    qsizetype count() const;
    const Call &at(qsizetype index) const; // oldest first
    qsizetype indexOf(quint64 seq) const; // of the request; -1: not among them
    quint64 dropped() const; // calls that are only in the log

Q_SIGNALS:
    void reset(); // everything is different
    void appended(qsizetype first, qsizetype last);
    void changed(const std::vector<qsizetype> &indices); // ascending: an answer came, or a batch has more
    void failed(const QString &sentence);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
