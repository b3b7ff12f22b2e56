// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "log/captureformat.h"
#include "log/capturereader.h"

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>

using namespace weir;

namespace {
constexpr quint64 salt = 0x0123456789abcdefULL;

// Takes a number off the front of the input.
template <typename T> T take(QByteArrayView &in)
{
    T value = {};
    const qsizetype size = std::min(in.size(), qsizetype(sizeof value));
    std::memcpy(&value, in.data(), size_t(size));
    in = in.sliced(size);
    return value;
}

// The input as it stands, or as blocks whose checksums are right, so that what is behind them is reached.
QByteArray captureOf(QByteArrayView in)
{
    const quint8 mode = take<quint8>(in);
    if (mode == 0)
        return in.toByteArray();
    capture::FileHeader head;
    std::copy(std::begin(capture::fileMagic), std::end(capture::fileMagic), head.magic);
    head.major = capture::majorVersion;
    head.salt = salt;
    head.checksum = capture::fileChecksum(head);
    QByteArray file;
    capture::appendRaw(file, &head, sizeof head);
    while (!in.isEmpty()) {
        capture::BlockHeader header;
        header.type = take<quint8>(in) % 5;
        header.count = take<quint8>(in);
        header.firstSeq = take<quint8>(in);
        header.baseTime = take<qint64>(in);
        header.lastIndex = take<quint16>(in);
        const qsizetype size = std::min<qsizetype>(take<quint16>(in), in.size());
        QByteArray body = in.first(size).toByteArray();
        in = in.sliced(size);
        const qsizetype heads = qsizetype(capture::headsSize(header));
        if (body.size() < heads)
            body.resize(heads, '\0');
        file += capture::sealedBlock(header, body, salt, quint64(file.size()));
    }
    return mode == 1 ? file : file.chopped(std::min<qsizetype>(mode, file.size()));
}

void readAll(CaptureReader &reader)
{
    CaptureReader::Batch batch;
    const quint64 count = reader.count();
    const quint64 step = std::max<quint64>(1, count / 64);
    for (quint64 seq = 1; seq <= count; seq += step) {
        (void)reader.event(seq);
        (void)reader.block(seq);
        if (reader.readBatch(seq, CaptureReader::Both, batch)) {
            for (size_t i = 0; i < batch.records.size(); ++i)
                (void)batch.at(i).toEvent();
        }
        if (seq > count - step)
            break;
    }
    (void)reader.connections();
    (void)reader.refresh();
}
}

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const int fd = ::memfd_create("capture", MFD_CLOEXEC);
    static const QString path = QStringLiteral("/proc/self/fd/%1").arg(fd);
    const QByteArray file = captureOf(QByteArrayView(data, qsizetype(size)));
    if (::ftruncate(fd, 0) != 0 || ::pwrite(fd, file.constData(), size_t(file.size()), 0) != file.size())
        return 0;
    if (const auto reader = CaptureReader::open(path))
        readAll(**reader);
    return 0;
}
