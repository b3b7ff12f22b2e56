// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictures.h"

#include "delivery.h"
#include "picturedecoder.h"

#include "log/capturereader.h"

#include <QThreadPool>

#include <algorithm>

namespace weir {

namespace {
constexpr int smallestCost = 1024;
}

Pictures::Pictures(QObject *parent)
    : QObject(parent)
    , m_images(cacheBytes)
{
}

Pictures::~Pictures()
{
    stop();
}

void Pictures::stop()
{
    if (m_delivery)
        m_delivery->cancel();
    m_delivery.reset();
    m_wanted.clear();
    m_images.clear();
}

void Pictures::setReader(std::shared_ptr<const CaptureReader> reader)
{
    stop();
    m_reader = std::move(reader);
}

void Pictures::setPixelRatio(qreal ratio)
{
    if (ratio == m_pixelRatio)
        return;
    stop();
    m_pixelRatio = ratio;
}

QImage Pictures::picture(quint64 seq, PayloadType type, quint64 size)
{
    if (const QImage *image = m_images.object(seq))
        return *image;
    if (!m_reader || size > quint64(pictureBytes))
        return {};
    std::erase_if(m_wanted, [seq](const Wanted &wanted) { return wanted.seq == seq; });
    m_wanted.push_back({seq, type});
    if (m_wanted.size() > waitingLimit)
        m_wanted.erase(m_wanted.begin());
    begin();
    return {};
}

void Pictures::begin()
{
    if (m_delivery || m_wanted.empty())
        return;
    const Wanted wanted = m_wanted.back();
    m_delivery = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start(
        [this, delivery = m_delivery, reader = m_reader, wanted, ratio = m_pixelRatio] {
            const Expected<Event> event = reader->event(wanted.seq);
            QImage image;
            if (event && !delivery->isCancelled())
                image = decodePicture(event->payload, wanted.type, box, ratio);
            delivery->deliver([this, delivery, wanted, image] {
                if (!delivery->isCancelled())
                    take(wanted.seq, image);
            });
        });
}

void Pictures::take(quint64 seq, const QImage &image)
{
    m_delivery.reset();
    std::erase_if(m_wanted, [seq](const Wanted &wanted) { return wanted.seq == seq; });
    const qsizetype cost = std::clamp<qsizetype>(image.sizeInBytes(), smallestCost, cacheBytes);
    m_images.insert(seq, new QImage(image), cost);
    begin();
    if (!image.isNull())
        Q_EMIT made(seq);
}

} // namespace weir
