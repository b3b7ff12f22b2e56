// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "bubblelayout.h"
#include "expandedmessages.h"
#include "pictures.h"

#include <QCache>
#include <QObject>

namespace weir {

// The rows of a lens laid out, as they are asked for; a bounded number is kept. With it what takes its time:
// the messages that are expanded, and the pictures. GUI thread.
class BubbleCache final : public QObject
{
    Q_OBJECT

public:
    static constexpr int costLimit = 1'000'000; // BubbleLayout::cost(): at most 500 rows

    explicit BubbleCache(Lens *lens, QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(BubbleCache)

    void setReader(const std::shared_ptr<const CaptureReader> &reader);
    void setStyle(const BubbleStyle &style);
    const BubbleStyle &style() const { return m_style; }
    void setPixelRatio(qreal ratio);
    void setWidth(int width);
    void clear(); // the lens has other rows

    // Null while the row is read. Valid until the next call.
    const BubbleLayout *at(quint64 row);
    int height(quint64 row); // estimated while the row is read
    qsizetype count() const { return m_layouts.size(); }

    ExpandedMessages &expanded() { return m_expanded; }

Q_SIGNALS:
    void changed(quint64 seq); // will be laid out anew, maybe higher or lower

private:
    void drop(quint64 seq);
    QImage pictureOf(quint64 seq, const BubbleContent &content);

    Lens *m_lens;
    BubbleStyle m_style;
    qreal m_pixelRatio = 1;
    int m_width = 0;
    int m_estimate = 0;
    QCache<quint64, BubbleLayout> m_layouts; // by seq
    ExpandedMessages m_expanded;
    Pictures m_pictures;
};

} // namespace weir
