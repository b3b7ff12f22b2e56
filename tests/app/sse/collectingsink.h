// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/eventsink.h"

#include <QByteArrayList>
#include <QString>

#include <vector>

// Keeps every row; can say that it has enough.
class CollectingSink final : public weir::EventSink
{
public:
    bool accept(weir::EventBatch &batch) override
    {
        for (qsizetype i = 0; i < batch.count(); ++i) {
            rows.push_back(batch.at(i).toEvent());
            numbers.push_back(batch.records()[size_t(i)].number);
        }
        batch.clear();
        return !full;
    }
    void setWaker(std::function<void()> w) override { waker = std::move(w); }

    QByteArrayList payloads(weir::Kind kind, const QByteArray &name = {}) const
    {
        QByteArrayList list;
        for (const weir::Event &row : rows) {
            if (row.kind == kind && (name.isEmpty() || row.name == name))
                list += row.payload;
        }
        return list;
    }
    QByteArrayList names(weir::Kind kind) const
    {
        QByteArrayList list;
        for (const weir::Event &row : rows) {
            if (row.kind == kind)
                list += row.name;
        }
        return list;
    }
    QByteArrayList data() const { return payloads(weir::Kind::SseEvent); }

    std::vector<weir::Event> rows;
    std::vector<quint64> numbers;
    std::function<void()> waker;
    bool full = false;
};
