// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <tl/expected.hpp>

namespace weir {

enum class ErrorCode {
    None,
    // what a person typed
    InvalidUrl,
    UnsupportedScheme,
    InvalidHeaderName,
    InvalidHeaderValue,
    InvalidMethod,
    InvalidProxy,
    InvalidPin,
    Usage,
    ProfileIncomplete, // a variable or a secret has no value
    MessageInvalid, // what was written is not what it says it is; the detail is the sentence
    // secrets
    InvalidSecretName,
    SecretNotFound,
    SecretUnavailable, // the keychain fails; the detail: the name, and why
    KeychainError, // it may still have a secret; the same
    // files
    FileNotFound,
    PermissionDenied,
    NotACapture,
    NewerCapture,
    CaptureDamaged,
    CaptureInUse,
    CaptureChanged, // truncated or replaced by somebody else while it was read
    CaptureRemoved, // the file that is being recorded, or another stands in its place
    DiskFull,
    FileError,
    ImportFailed, // `detail` says why, without a full stop
    // certificates and keys in files
    NoCertificate,
    NoPrivateKey,
    KeyWithoutCertificate,
    KeyPasswordNeeded,
    KeyPasswordWrong,
    KeyMismatch, // with the certificate
    Cancelled, // by the one who asked for it
    // profiles and environments
    ProfileFolderMissing,
    ProfileInvalid, // cannot be written: too large, a number out of range
    ProfileBroken, // the file is not valid and is left as it is
    ProfileNotAFile, // a folder, a pipe, too large
    ProfileChanged, // by somebody else: not deleted
    ProfileUndoRefused, // changed by somebody else since
    // the network, by step
    NameNotFound,
    ConnectionRefused,
    NoAnswer, // closed before the header of an answer
    ConnectionReset,
    ConnectTimeout,
    HeaderTimeout,
    ReadTimeout,
    NetworkError,
    ProxyUnreachable,
    ProxyNotFound, // or the server: it cannot be told which
    ProxyTimeout, // or the server
    ProxyPasswordNeeded,
    ProxyPasswordWrong,
    ProxyDenied, // this host and port
    ProxyRefused, // to connect, for a reason of its own
    ProxyError,
    PortInUse, // by another program, or not allowed: a port we wanted to listen on
    CertificateError,
    TlsVersion,
    ClientCertificateNeeded,
    ClientCertificateRefused,
    TlsError,
    ReadTooSlowly, // over HTTP/2, where a server cannot be held back
    HttpStatus,
    ContentType,
    TooManyRedirects,
    RedirectError,
    DecodingError,
    // SSE
    NoContent, // 204: the server asks not to reconnect
    StreamEnded, // a clean end
    LineTooLong,
    EventTooLong,
    // WebSocket
    InvalidSubprotocol, // not a token, or named twice
    ReservedHeader, // belongs to the opening handshake
    InvalidCloseCode,
    CloseReasonTooLong,
    InvalidText, // not UTF-8
    OutboxFull, // the detail: how many MB wait
    HandshakeStatus, // "401 Unauthorized", and what the body says
    HandshakeInvalid, // an answer of 101 that is none
    WebSocketClosed, // by the peer; begins with the code
    LineDropped, // 1006
    PongTimeout,
    ProtocolViolation, // begins with the code that we closed with
};

// What failed; `detail` is what the sentence is about: a host, a path, a status, an offending text.
struct Error
{
    ErrorCode code = ErrorCode::None;
    QString detail;

    bool operator==(const Error &) const = default;
};

template <typename T> using Expected = tl::expected<T, Error>;
inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {})
{
    return tl::unexpected(Error{code, std::move(detail)});
}

// One sentence, in the language of the program: what failed, and what to try.
QString errorText(const Error &error);

} // namespace weir
