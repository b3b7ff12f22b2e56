// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/event.h"
#include "base/payloadtype.h"

#include <QCache>
#include <QImage>
#include <QObject>

#include <memory>
#include <vector>

namespace weir {

class CaptureReader;
class Delivery;

// Pictures of the payloads that are images, made on the pool one after the other: what was asked for last
// comes first. Keeps a bounded number of them.
class Pictures final : public QObject
{
    Q_OBJECT

public:
    static constexpr int cacheBytes = 24 * 1024 * 1024;
    static constexpr size_t waitingLimit = 24;
    static constexpr QSize box{320, 200}; // logical pixels

    explicit Pictures(QObject *parent = nullptr);
    ~Pictures() override;
    Q_DISABLE_COPY_MOVE(Pictures)

    void setReader(std::shared_ptr<const CaptureReader> reader); // forgets all
    void setPixelRatio(qreal ratio);
    // Null while it is made, or where it cannot be; made() says which.
    QImage picture(quint64 seq, PayloadType type, quint64 size);

Q_SIGNALS:
    void made(quint64 seq); // only where there is a picture

private:
    struct Wanted
    {
        quint64 seq = 0;
        PayloadType type = PayloadType::Unknown;
    };
    void begin();
    void take(quint64 seq, const QImage &image);
    void stop();

    std::shared_ptr<const CaptureReader> m_reader;
    QCache<quint64, QImage> m_images; // null ones: there is none
    std::vector<Wanted> m_wanted;
    std::shared_ptr<Delivery> m_delivery; // of the one that is made
    qreal m_pixelRatio = 1;
};

} // namespace weir
