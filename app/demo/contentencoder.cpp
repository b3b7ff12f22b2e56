// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contentencoder.h"

#include <zlib.h>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qsizetype brotliBlock = 64 * 1024; // what four nibbles of a length can say
constexpr int gzipWindow = 15 + 16;
constexpr int zlibWindow = 15; // RFC 9110 8.4.1.2: "deflate" is the zlib format
}

ContentEncoder::ContentEncoder(ContentCoding coding)
    : m_coding(coding)
{
    if (coding != ContentCoding::Gzip && coding != ContentCoding::Deflate)
        return;
    m_stream = std::make_unique<z_stream_s>();
    deflateInit2(m_stream.get(), Z_DEFAULT_COMPRESSION, Z_DEFLATED,
                 coding == ContentCoding::Gzip ? gzipWindow : zlibWindow, 8, Z_DEFAULT_STRATEGY);
}

ContentEncoder::~ContentEncoder()
{
    if (m_stream)
        deflateEnd(m_stream.get());
}

QByteArray ContentEncoder::encode(const QByteArray &bytes, bool last)
{
    if (m_stream)
        return deflated(bytes, last);
    return m_coding == ContentCoding::Brotli ? brotli(bytes, last) : bytes;
}

QByteArray ContentEncoder::deflated(const QByteArray &bytes, bool last)
{
    QByteArray out(qsizetype(deflateBound(m_stream.get(), uLong(bytes.size()))) + 64, Qt::Uninitialized);
    QByteArray in = bytes;
    m_stream->next_in = reinterpret_cast<Bytef *>(in.data());
    m_stream->avail_in = uInt(in.size());
    m_stream->next_out = reinterpret_cast<Bytef *>(out.data());
    m_stream->avail_out = uInt(out.size());
    deflate(m_stream.get(), last ? Z_FINISH : Z_SYNC_FLUSH);
    out.resize(out.size() - qsizetype(m_stream->avail_out));
    return out;
}

// Uncompressed meta-blocks: a whole stream to a decoder, and no library for a demonstration.
QByteArray ContentEncoder::brotli(const QByteArray &bytes, bool last)
{
    QByteArray out;
    for (qsizetype at = 0; at < bytes.size(); at += brotliBlock) {
        const qsizetype size = std::min(brotliBlock, bytes.size() - at);
        // RFC 7932 9.2: ISLAST 0, MNIBBLES 0 (four), MLEN - 1, ISUNCOMPRESSED 1
        quint32 header = quint32(size - 1) << 3 | 1u << 19;
        // RFC 7932 9.1: a single 0 is a window of 16 bits
        if (!std::exchange(m_begun, true))
            header <<= 1;
        for (int shift = 0; shift < 24; shift += 8)
            out.append(char(header >> shift));
        out.append(bytes.constData() + at, size);
    }
    if (last) // ISLAST 1, ISLASTEMPTY 1
        out.append(char(m_begun ? 0x03 : 0x06));
    return out;
}

QByteArray contentCodingName(ContentCoding coding)
{
    switch (coding) {
    case ContentCoding::Gzip:
        return "gzip";
    case ContentCoding::Deflate:
        return "deflate";
    case ContentCoding::Brotli:
        return "br";
    case ContentCoding::Identity:
        break;
    }
    return {};
}

} // namespace weir
