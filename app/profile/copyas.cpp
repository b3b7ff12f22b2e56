// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "copyas.h"

#include "copycommand.h"
#include "copyprogram.h"

namespace weir {

QList<CopyFormat> copyFormats(const Profile &profile)
{
    QList<CopyFormat> formats = {CopyFormat::Curl, CopyFormat::Weir, CopyFormat::JavaScript,
                                 CopyFormat::Python};
    if (copyRequest(profile).isSocket)
        formats.insert(1, CopyFormat::Websocat);
    return formats;
}

CopiedText copyAs(const Profile &profile, CopyFormat format)
{
    switch (format) {
    case CopyFormat::Curl:
        return copyAsCurl(profile);
    case CopyFormat::Websocat:
        return copyAsWebsocat(profile);
    case CopyFormat::Weir:
        return copyAsWeir(profile);
    case CopyFormat::JavaScript:
        return copyAsJavaScript(profile);
    case CopyFormat::Python:
        return copyAsPython(profile);
    }
    return {};
}

CopiedText copyCallAs(const Profile &profile, const QString &message, CopyFormat format)
{
    Profile calling = profile;
    calling.protocol = Protocol::JsonRpc;
    calling.body = message;
    return copyAs(calling, format);
}

} // namespace weir
