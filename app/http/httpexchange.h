// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "certificatereport.h"
#include "httprequest.h"
#include "transport.h"

#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QObject>
#include <QTimer>

class QNetworkAccessManager;
class QNetworkReply;

namespace weir {

// The files, pins and the proxy of a transport; checked before anything starts.
Expected<void> validateTransport(const HttpTransport &transport);

// One request at a time, on a QNetworkAccessManager of its own: sent once, its redirects left to the caller,
// its body read at the caller's pace. Lives on the thread of its owner.
class HttpExchange final : public QObject
{
    Q_OBJECT

public:
    explicit HttpExchange(HttpTransport transport, QObject *parent = nullptr);
    ~HttpExchange() override;
    Q_DISABLE_COPY_MOVE(HttpExchange)

    // Drops what was under way, silently, and sends at the next turn of the event loop.
    void start(const HttpRequest &request);
    void stop();

    // Of the answer, from answered() until the next start() or stop().
    int statusCode() const;
    QByteArray header(const char *name) const;
    QByteArray responseText(bool *masked) const;
    Error statusError() const;
    // Why the certificate of the last request's server was not accepted; an empty chain: it was.
    const CertificateReport &certificateReport() const { return m_certificate; }
    qint64 elapsed() const { return m_sinceSent.elapsed(); } // ms since the request was sent
    bool isRedirect() const;
    // Starts anew where the answer leads, up to ten times in a row.
    Expected<Redirect> follow();
    // Up to `size` bytes of the body; 0: none for now. What is not read stays with the server.
    qint64 read(char *data, qint64 size);

Q_SIGNALS:
    void sending(const weir::HttpRequest &request);
    void answered(); // the header is there
    void bytesArrived();
    void ended(const weir::Error &error); // code None: cleanly; bytes may be left to read

private:
    void begin(const HttpRequest &request);
    void send();
    HttpRequest withProxyPassword() const;
    void judge(const QList<QSslError> &errors);
    void headerArrived();
    void bytesCame();
    void giveUp();
    void finished();
    void timedOut();

    const HttpTransport m_transport;
    QNetworkAccessManager *m_manager = nullptr;
    QNetworkReply *m_reply = nullptr;
    HttpRequest m_request;
    QNetworkProxy m_proxy; // of the request under way
    CertificateReport m_certificate;
    QByteArray m_rest; // what an HTTP/2 line that was given up had left to read
    QElapsedTimer m_sinceSent;
    QTimer m_sendTimer;
    QTimer m_headerTimer;
    int m_redirects = 0;
    bool m_isConnected = false;
    bool m_hasHeader = false;
    bool m_ownOrigin = true; // no redirect has led elsewhere
    bool m_isHttp2 = false;
};

} // namespace weir
