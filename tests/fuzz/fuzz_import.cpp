// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profile/collections.h"
#include "profile/copyas.h"
#include "profile/shellwords.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace weir;

// Whatever somebody pastes: a collection or a command line. What comes out can be copied again, and a word
// that was quoted for a shell is read back.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    if (const auto result = importAny(bytes)) {
        for (const ImportedProfile &imported : result->profiles) {
            for (const CopyFormat format : copyFormats(imported.profile))
                (void)copyAs(imported.profile, format);
        }
    }
    const QString text = QString::fromUtf8(bytes);
    (void)splitCommand(text, Shell::Cmd);
    const QByteArray word = QString(text).remove(QChar(u'\0')).toUtf8();
    if (splitCommand(QString::fromUtf8(quotedForPosix(word)), Shell::Posix).words != QByteArrayList{word})
        std::abort();
    return 0;
}
