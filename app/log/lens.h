// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "query.h"

#include "base/error.h"

#include <QObject>

#include <memory>
#include <optional>

namespace weir {

class CaptureReader;

// A view on a capture: the rows that match a query, as a Roaring bitmap of sequence numbers, and a cache of
// the rows near the screen. Lives on one thread (the GUI's); jobs on a pool do all reading. Owns no events.
class Lens final : public QObject
{
    Q_OBJECT

public:
    explicit Lens(QObject *parent = nullptr);
    ~Lens() override;
    Q_DISABLE_COPY_MOVE(Lens)

    void setReader(std::shared_ptr<CaptureReader> reader); // null: empty
    // The capture has grown (its reader was refreshed); cheap, called at most once a frame.
    void grow();

    const Query &query() const;
    void setQuery(Query query); // stops the job of the one before

    // Paused: no new rows appear; what arrives is counted in pendingRows().
    void setPaused(bool paused);
    bool isPaused() const;

    quint64 rowCount() const;
    quint64 pendingRows() const; // matches that a pause holds back
    bool isSearching() const;
    double progress() const; // 0 to 1

    quint64 seqAt(quint64 row) const; // 0 beyond the end
    quint64 rowOf(quint64 seq) const; // the row of the first match at or after `seq`
    // The row's event, its payload cut to previewLimit; null while a job reads it, then rowsLoaded() tells.
    struct Row
    {
        Event event; // payload cut to previewLimit
        quint64 payloadSize = 0;
        qint64 previousTime = 0; // of the row before in this lens, 0 for the first
    };
    static constexpr qsizetype previewLimit = 512;
    const Row *row(quint64 row);
    // The whole event, read on the pool; eventLoaded() or failed() comes of it. A newer request replaces an
    // older one.
    void loadEvent(quint64 seq);

Q_SIGNALS:
    void reset(); // the query or the reader changed
    void rowsAppended(); // rowCount() grew
    void rowsLoaded(); // placeholders can be painted now
    void searchProgressed();
    void eventLoaded(const weir::Event &event);
    void failed(const weir::Error &error);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace weir
