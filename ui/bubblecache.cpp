// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bubblecache.h"

#include "log/lens.h"

#include <algorithm>

namespace weir {

BubbleCache::BubbleCache(Lens *lens, QObject *parent)
    : QObject(parent)
    , m_lens(lens)
    , m_layouts(costLimit)
{
    connect(&m_expanded, &ExpandedMessages::changed, this, &BubbleCache::drop);
    connect(&m_pictures, &Pictures::made, this, &BubbleCache::drop);
}

void BubbleCache::setReader(const std::shared_ptr<const CaptureReader> &reader)
{
    m_layouts.clear();
    m_expanded.setReader(reader);
    m_pictures.setReader(reader);
}

void BubbleCache::setStyle(const BubbleStyle &style)
{
    m_style = style;
    m_estimate = style.estimatedHeight();
    m_layouts.clear();
}

void BubbleCache::setPixelRatio(qreal ratio)
{
    if (ratio == m_pixelRatio)
        return;
    m_pixelRatio = ratio;
    m_pictures.setPixelRatio(ratio);
    m_layouts.clear();
}

void BubbleCache::setWidth(int width)
{
    if (width == m_width)
        return;
    m_width = width;
    m_layouts.clear();
}

void BubbleCache::clear()
{
    m_layouts.clear();
}

QImage BubbleCache::pictureOf(quint64 seq, const BubbleContent &content)
{
    return isImage(content.type) ? m_pictures.picture(seq, content.type, content.size) : QImage();
}

const BubbleLayout *BubbleCache::at(quint64 row)
{
    const quint64 seq = m_lens->seqAt(row);
    if (const BubbleLayout *layout = m_layouts.object(seq)) {
        // Where many wait for pictures, those that are seen ask again.
        if (!layout->picture().isNull() || pictureOf(seq, layout->content()).isNull())
            return layout;
    }
    const Lens::Row *found = m_lens->row(row);
    if (!found || found->event.seq != seq) // being read, or it could not be read
        return nullptr;
    BubbleContent content = BubbleContent::of(*found, m_expanded.text(seq));
    QImage picture = pictureOf(seq, content);
    auto layout = std::make_unique<BubbleLayout>(std::move(content), m_style, m_width, std::move(picture));
    const BubbleLayout *raw = layout.get();
    m_layouts.insert(seq, layout.release(), std::min(raw->cost(), costLimit));
    return raw;
}

int BubbleCache::height(quint64 row)
{
    const BubbleLayout *layout = at(row);
    return layout ? layout->height() : m_estimate;
}

void BubbleCache::drop(quint64 seq)
{
    m_layouts.remove(seq);
    Q_EMIT changed(seq);
}

} // namespace weir
