// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "error.h"

#include <QCoreApplication>

namespace weir {

namespace {
const char *errorFormat(ErrorCode code)
{
    switch (code) {
    case ErrorCode::None:
        return "";
    case ErrorCode::InvalidUrl:
        return QT_TRANSLATE_NOOP("Error", "“%1” is not a URL.");
    case ErrorCode::UnsupportedScheme:
        return QT_TRANSLATE_NOOP("Error", "The scheme “%1” is not supported; use http, https, ws or wss.");
    case ErrorCode::InvalidHeaderName:
        return QT_TRANSLATE_NOOP("Error", "“%1” is not a valid header name.");
    case ErrorCode::InvalidHeaderValue:
        return QT_TRANSLATE_NOOP("Error", "The value of the header “%1” contains control characters.");
    case ErrorCode::InvalidMethod:
        return QT_TRANSLATE_NOOP("Error", "“%1” is not a valid HTTP method.");
    case ErrorCode::InvalidProxy:
        return QT_TRANSLATE_NOOP("Error",
                                 "“%1” is not a proxy; write http:// or socks5://, a host and a port.");
    case ErrorCode::InvalidPin:
        return QT_TRANSLATE_NOOP("Error",
                                 "“%1” is not a SHA-256 fingerprint, which has 64 hexadecimal digits.");
    case ErrorCode::MessageInvalid:
    case ErrorCode::ProfileIncomplete:
    case ErrorCode::Usage:
        return QT_TRANSLATE_NOOP("Error", "%1");
    case ErrorCode::InvalidSecretName:
        return QT_TRANSLATE_NOOP("Error",
                                 "“%1” cannot name a secret; use letters, digits, “_”, “.” and “-”.");
    case ErrorCode::SecretNotFound:
        return QT_TRANSLATE_NOOP(
            "Error", "The secret “%1” has no value; enter it, or set WEIR_SECRET_%1 in the environment.");
    case ErrorCode::SecretUnavailable:
        return QT_TRANSLATE_NOOP("Error",
                                 "There is no value for the secret %1 Enter it again, or set "
                                 "WEIR_SECRET_ and its name in the environment.");
    case ErrorCode::KeychainError:
        return QT_TRANSLATE_NOOP("Error", "The secret could not be removed from the keychain (%1)");
    case ErrorCode::FileNotFound:
        return QT_TRANSLATE_NOOP("Error", "The file %1 does not exist.");
    case ErrorCode::PermissionDenied:
        return QT_TRANSLATE_NOOP("Error", "Permission to use the file %1 was denied.");
    case ErrorCode::NotACapture:
        return QT_TRANSLATE_NOOP("Error", "The file %1 is not a Weir capture.");
    case ErrorCode::NewerCapture:
        return QT_TRANSLATE_NOOP("Error", "The capture %1 was written by a newer version of Weir.");
    case ErrorCode::CaptureDamaged:
        return QT_TRANSLATE_NOOP("Error", "The capture is damaged: %1.");
    case ErrorCode::CaptureInUse:
        return QT_TRANSLATE_NOOP("Error", "The capture %1 is being recorded by another Weir.");
    case ErrorCode::CaptureChanged:
        return QT_TRANSLATE_NOOP("Error", "The capture %1 was truncated or replaced while it was read.");
    case ErrorCode::CaptureRemoved:
        return QT_TRANSLATE_NOOP("Error",
                                 "The capture %1 was removed or replaced while it was recorded; what comes "
                                 "is lost when it is closed.");
    case ErrorCode::DiskFull:
        return QT_TRANSLATE_NOOP("Error",
                                 "The disk is full: nothing more can be written to %1 until there is room.");
    case ErrorCode::FileError:
        return QT_TRANSLATE_NOOP("Error", "File error: %1.");
    case ErrorCode::ImportFailed:
        return QT_TRANSLATE_NOOP("Error", "Nothing can be imported: %1.");
    case ErrorCode::NoCertificate:
        return QT_TRANSLATE_NOOP("Error", "The file %1 holds no certificate that can be used.");
    case ErrorCode::NoPrivateKey:
        return QT_TRANSLATE_NOOP(
            "Error", "The file %1 holds no private key that can be used; RSA, EC and DSA are, as PEM.");
    case ErrorCode::KeyWithoutCertificate:
        return QT_TRANSLATE_NOOP("Error", "The private key in %1 needs its certificate.");
    case ErrorCode::KeyPasswordNeeded:
        return QT_TRANSLATE_NOOP("Error", "The private key in %1 is protected; give its password.");
    case ErrorCode::KeyPasswordWrong:
        return QT_TRANSLATE_NOOP("Error", "No private key in %1 can be opened with this password.");
    case ErrorCode::KeyMismatch:
        return QT_TRANSLATE_NOOP("Error",
                                 "The private key in %1 does not belong to the certificate; take the pair "
                                 "that was made together.");
    case ErrorCode::Cancelled:
        return QT_TRANSLATE_NOOP("Error", "Cancelled.");
    case ErrorCode::ProfileFolderMissing:
        return QT_TRANSLATE_NOOP("Error",
                                 "The folder of profiles %1 is not there; what was read of it stays, and it "
                                 "is read again when it comes back.");
    case ErrorCode::ProfileInvalid:
        return QT_TRANSLATE_NOOP("Error", "This cannot be saved: %1");
    case ErrorCode::ProfileBroken:
        return QT_TRANSLATE_NOOP("Error",
                                 "The file of “%1” is broken and is left as it is; repair it first.");
    case ErrorCode::ProfileNotAFile:
        return QT_TRANSLATE_NOOP("Error", "“%1” is not a file that Weir can write; move it away first.");
    case ErrorCode::ProfileChanged:
        return QT_TRANSLATE_NOOP("Error", "“%1” was changed by somebody else and was not deleted.");
    case ErrorCode::ProfileUndoRefused:
        return QT_TRANSLATE_NOOP("Error",
                                 "“%1” cannot be undone or done again: the file was changed by somebody "
                                 "else since.");
    case ErrorCode::NameNotFound:
        return QT_TRANSLATE_NOOP("Error", "The host name %1 was not found.");
    case ErrorCode::ConnectionRefused:
        return QT_TRANSLATE_NOOP("Error", "%1 refused the connection; nothing listens there.");
    case ErrorCode::NoAnswer:
        return QT_TRANSLATE_NOOP("Error", "%1 closed the connection before it answered.");
    case ErrorCode::ConnectionReset:
        return QT_TRANSLATE_NOOP("Error", "Connection lost (%1 closed the line in mid-stream).");
    case ErrorCode::ConnectTimeout:
        return QT_TRANSLATE_NOOP("Error", "%1 did not answer in time.");
    case ErrorCode::HeaderTimeout:
        return QT_TRANSLATE_NOOP("Error",
                                 "%1 accepted the connection but sent no complete response header in time.");
    case ErrorCode::ReadTimeout:
        return QT_TRANSLATE_NOOP("Error", "Nothing was received for %1.");
    case ErrorCode::NetworkError:
        return QT_TRANSLATE_NOOP("Error", "Network error: %1.");
    case ErrorCode::ProxyUnreachable:
        return QT_TRANSLATE_NOOP("Error",
                                 "The proxy %1 cannot be reached; check its address, or connect without it.");
    case ErrorCode::ProxyNotFound:
        return QT_TRANSLATE_NOOP(
            "Error", "The proxy %1, or the host it was asked for, was not found; check both names.");
    case ErrorCode::ProxyTimeout:
        return QT_TRANSLATE_NOOP("Error", "Neither the proxy %1 nor the server behind it answered in time.");
    case ErrorCode::ProxyPasswordNeeded:
        return QT_TRANSLATE_NOOP("Error", "The proxy %1 asks for a user and a password.");
    case ErrorCode::ProxyPasswordWrong:
        return QT_TRANSLATE_NOOP("Error", "The proxy %1 did not accept the user and the password.");
    case ErrorCode::ProxyDenied:
        return QT_TRANSLATE_NOOP("Error", "The proxy %1 does not allow connections to this host and port.");
    case ErrorCode::ProxyRefused:
        return QT_TRANSLATE_NOOP("Error",
                                 "The proxy %1 refused to connect; check its user and password, and that the "
                                 "server can be reached from there.");
    case ErrorCode::ProxyError:
        return QT_TRANSLATE_NOOP("Error", "The proxy failed: %1.");
    case ErrorCode::PortInUse:
        return QT_TRANSLATE_NOOP("Error",
                                 "The demo server cannot use port %1: another program listens there, "
                                 "or it is not allowed.");
    case ErrorCode::CertificateError:
        return "%1"; // whole sentences, of the certificate report
    case ErrorCode::TlsVersion:
        return QT_TRANSLATE_NOOP("Error",
                                 "%1 speaks no TLS version that is allowed here; a lower minimum may help.");
    case ErrorCode::ClientCertificateNeeded:
        return QT_TRANSLATE_NOOP("Error", "%1 asks for a client certificate; give one with its private key.");
    case ErrorCode::ClientCertificateRefused:
        return QT_TRANSLATE_NOOP("Error", "The server did not accept the client certificate: %1.");
    case ErrorCode::TlsError:
        return QT_TRANSLATE_NOOP("Error", "The TLS handshake failed: %1.");
    case ErrorCode::ReadTooSlowly:
        return QT_TRANSLATE_NOOP("Error",
                                 "The line was given up because %1 MB of it waited to be read; over HTTP/2 a "
                                 "server cannot be slowed down, over HTTP/1.1 it can.");
    case ErrorCode::HttpStatus:
        return QT_TRANSLATE_NOOP("Error", "The server answered HTTP %1.");
    case ErrorCode::ContentType:
        return QT_TRANSLATE_NOOP("Error",
                                 "The server answered with Content-Type “%1”, not text/event-stream.");
    case ErrorCode::TooManyRedirects:
        return QT_TRANSLATE_NOOP("Error", "More than %1 redirects in a row.");
    case ErrorCode::RedirectError:
        return QT_TRANSLATE_NOOP("Error", "The redirect cannot be followed: %1.");
    case ErrorCode::DecodingError:
        return QT_TRANSLATE_NOOP("Error", "The body could not be decompressed (%1).");
    case ErrorCode::NoContent:
        return QT_TRANSLATE_NOOP("Error", "The server answered 204 No Content: the feed has ended.");
    case ErrorCode::StreamEnded:
        return QT_TRANSLATE_NOOP("Error", "The server ended the stream.");
    case ErrorCode::LineTooLong:
        return QT_TRANSLATE_NOOP("Error", "A line exceeded the limit of %1 bytes; its event was discarded.");
    case ErrorCode::EventTooLong:
        return QT_TRANSLATE_NOOP("Error", "An event exceeded the limit of %1 bytes and was discarded.");
    case ErrorCode::InvalidSubprotocol:
        return QT_TRANSLATE_NOOP(
            "Error", "“%1” is not a subprotocol: a word without blanks and commas, each named once.");
    case ErrorCode::ReservedHeader:
        return QT_TRANSLATE_NOOP("Error",
                                 "The header “%1” belongs to the opening handshake and cannot be set.");
    case ErrorCode::InvalidCloseCode:
        return QT_TRANSLATE_NOOP("Error", "A client closes with 1000 or 3000 to 4999, not with %1.");
    case ErrorCode::CloseReasonTooLong:
        return QT_TRANSLATE_NOOP("Error", "The reason of a close has 123 bytes at most, not %1.");
    case ErrorCode::InvalidText:
        return QT_TRANSLATE_NOOP("Error",
                                 "A text message has to be UTF-8, which this is not; send it as binary.");
    case ErrorCode::OutboxFull:
        return QT_TRANSLATE_NOOP("Error",
                                 "%1 MB wait to be sent; the peer does not read. Wait, or withdraw some.");
    case ErrorCode::HandshakeStatus:
        return QT_TRANSLATE_NOOP("Error", "The server answered the opening handshake with HTTP %1.");
    case ErrorCode::HandshakeInvalid:
        return QT_TRANSLATE_NOOP("Error", "The opening handshake failed: %1.");
    case ErrorCode::WebSocketClosed:
        return QT_TRANSLATE_NOOP("Error", "The server closed the connection: %1.");
    case ErrorCode::LineDropped:
        return QT_TRANSLATE_NOOP("Error",
                                 "Connection lost (1006): %1 closed the line without a close frame.");
    case ErrorCode::PongTimeout:
        return QT_TRANSLATE_NOOP("Error", "Connection lost: no pong came within %1.");
    case ErrorCode::ProtocolViolation:
        return QT_TRANSLATE_NOOP("Error", "The line was closed because of what the server sent: %1.");
    }
    return "";
}
}

QString errorText(const Error &error)
{
    const QString format = QCoreApplication::translate("Error", errorFormat(error.code));
    return format.contains(QLatin1String("%1")) ? format.arg(error.detail) : format;
}

} // namespace weir
