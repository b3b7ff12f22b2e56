// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificates.h"
#include "childserver.h"
#include "testprogram.h"

#include "http/httpexchange.h"

#include <QDir>
#include <QSignalSpy>

#include <memory>

using namespace weir;

// Against nghttpd, which speaks HTTP/2 and nothing else.
class TestHttp2 final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "ALL_PROXY"})
            qunsetenv(name);
        QVERIFY(m_files.ok);
        QVERIFY(m_files.make(s("server"), {.names = s("IP:") + ChildServer::host()}));
        QVERIFY(QDir(m_files.path(".")).mkdir(s("www")));
        QVERIFY(m_files.write("www/small", "hello"));
        QFile large(m_files.path("www/large"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize(largeSize));
        QVERIFY(m_server.start(s("nghttpd"),
                               {s("--address"), ChildServer::host(), s("--htdocs"), m_files.path("www"),
                                QString::number(m_server.port()), m_files.path("server.key"),
                                m_files.path("server.pem")}));
    }

    void cleanup() { m_exchange.reset(); }

    void itIsUsedOnlyWhereItIsAskedFor()
    {
        run("small", true);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->count(), 1, 30000);
        QCOMPARE(error(), Error{});
        QCOMPARE(m_exchange->statusCode(), 200);
        QCOMPARE(readAll(), qint64(5));
        run("small", false);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->count(), 1, 30000);
        QVERIFY(error().code != ErrorCode::None);
    }

    void aLineThatIsReadArrivesWhole()
    {
        run("large", true);
        qint64 size = 0;
        connect(m_exchange.get(), &HttpExchange::bytesArrived, this, [this, &size] { size += readAll(); });
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->count(), 1, 60000);
        QCOMPARE(error(), Error{});
        QCOMPARE(size + readAll(), largeSize);
    }

    void aLineThatIsNotReadIsGivenUpAndWhatCameIsKept()
    {
        run("large", true);
        QTRY_COMPARE_WITH_TIMEOUT(m_ended->count(), 1, 60000);
        QCOMPARE(error().code, ErrorCode::ReadTooSlowly);
        const qint64 kept = readAll();
        QVERIFY2(kept > 64 * 1024 * 1024 && kept < largeSize, QByteArray::number(kept).constData());
    }

private:
    void run(const char *file, bool http2)
    {
        m_exchange = std::make_unique<HttpExchange>(
            HttpTransport{.tls = {.caFile = m_files.path("ca.pem")}, .http2 = http2});
        m_ended = std::make_unique<QSignalSpy>(m_exchange.get(), &HttpExchange::ended);
        m_exchange->start(
            completed({.url = QUrl(s("https://") + m_server.place() + QLatin1Char('/') + s(file))}));
    }

    qint64 readAll()
    {
        QByteArray slice(64 * 1024, Qt::Uninitialized);
        qint64 size = 0;
        while (const qint64 some = m_exchange->read(slice.data(), slice.size()))
            size += some;
        return size;
    }

    Error error() const { return m_ended->value(0).value(0).value<Error>(); }

    static constexpr qint64 largeSize = 256 * 1024 * 1024;
    Certificates m_files;
    ChildServer m_server;
    std::unique_ptr<HttpExchange> m_exchange;
    std::unique_ptr<QSignalSpy> m_ended;
};

WEIR_TEST(runAppTest<TestHttp2>)
#include "tst_http2.moc"
