// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "commandoptions.h"

namespace weir {

// What an option of curl is to an import.
enum class CurlEffect {
    NotTaken, // known, so that its value is not taken for a URL
    Ignore, // Weir does so anyway, or it only shapes what curl prints
    Bearer,
    CaFile,
    Certificate,
    CertificateType,
    Cookie,
    Data,
    DataBinary,
    DataRaw,
    DataUrlencode,
    Get,
    GlobOff,
    Head,
    Header,
    Http2,
    Insecure,
    Json,
    Key,
    KeyPassword,
    KeyType,
    Method,
    Next,
    NoBuffer,
    NoProxy,
    OtherLogin,
    ProtoDefault,
    Proxy,
    ProxyUser,
    Range,
    Referer,
    Retry,
    RetryDelay,
    Socks5,
    Tls12,
    Tls13,
    Url,
    UrlQuery,
    User,
    UserAgent,
};

// All options of curl, up to 8.11.
std::span<const CommandOption> curlOptions();

} // namespace weir
