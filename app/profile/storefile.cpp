// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storefile.h"

namespace weir {

FileState understood(const FileKey &key, const FileContent &content)
{
    FileState state{.key = key, .content = content};
    if (!content)
        return state;
    const auto take = [&state](auto &&read) {
        if (read)
            state.meaning = std::move(*read);
        else
            state.meaning = std::move(read.error());
    };
    if (key.kind == StoreKind::Profile)
        take(readProfile(*content));
    else
        take(readEnvironment(*content));
    return state;
}

} // namespace weir
