// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventcolumns.h"
#include "intervals.h"

#include <QObject>

#include <memory>

namespace weir {

class CaptureReader;
class Delivery;

// Makes text of selected rows: collects their seqs from the lens in slices of the event loop, then reads and
// formats on the pool. Ends with finished(); destroying it stops it.
class CopyJob final : public QObject
{
    Q_OBJECT

public:
    enum class Form { Text, Ndjson, Payloads };
    struct Options
    {
        Form form = Form::Text;
        std::vector<EventColumn> columns; // of Text
        quint64 maxRows = 0;
        qsizetype maxBytes = 0;
    };
    struct Wanted
    {
        quint64 seq = 0;
        quint64 previous = 0; // the row before, where that one is not copied; else 0
    };
    CopyJob(Lens *lens, std::shared_ptr<CaptureReader> reader, Intervals selection, Options options);
    ~CopyJob() override;
    Q_DISABLE_COPY_MOVE(CopyJob)

    void start();

Q_SIGNALS:
    void finished(const QString &text, quint64 rows, bool cut);

private:
    void collect();
    void read();

    Lens *m_lens;
    std::shared_ptr<CaptureReader> m_reader;
    Intervals m_selection;
    Options m_options;
    std::vector<Wanted> m_wanted;
    size_t m_range = 0;
    quint64 m_row = 0;
    bool m_inRange = false;
    bool m_cut = false;
    std::shared_ptr<Delivery> m_delivery;
};

} // namespace weir
