// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <memory>

struct z_stream_s;

namespace weir {

enum class ContentCoding { Identity, Gzip, Deflate, Brotli };

// RFC 9110 8.4.1: codes a body that never ends; what went in can be decoded from what came out, at once.
class ContentEncoder final
{
public:
    explicit ContentEncoder(ContentCoding coding);
    ~ContentEncoder();
    Q_DISABLE_COPY_MOVE(ContentEncoder)

    QByteArray encode(const QByteArray &bytes, bool last);

private:
    QByteArray deflated(const QByteArray &bytes, bool last);
    QByteArray brotli(const QByteArray &bytes, bool last);

    const ContentCoding m_coding;
    std::unique_ptr<z_stream_s> m_stream;
    bool m_begun = false;
};

// As in the header Content-Encoding; empty for Identity.
QByteArray contentCodingName(ContentCoding coding);

} // namespace weir
