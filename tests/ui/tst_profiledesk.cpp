// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "certificatedialog.h"
#include "importdialog.h"
#include "mainwindowfixture.h"
#include "questionbar.h"
#include "requestbar.h"
#include "secretsdialog.h"

#include "http/certificatereport.h"

#include <QClipboard>
#include <QDir>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace weir;

class TestProfileDesk final : public QObject, private MainWindowFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { keepSettingsApart(); }
    void init();
    void cleanup() { closeWindow(); }

    void aConnectionThatIsSavedIsAFile();
    void revertTakesWhatIsSaved();
    void whatOthersChangeAppears();
    void editsOutliveWhatOthersChange();
    void aConflictIsAQuestion();
    void aMissingSecretIsAskedFor();
    void aCommandLineIsImported();
    void aConnectionIsCopiedAsCurl();
    void aConnectionMayStartByItself();
    void aCertificateIsTrustedForOneProfile();

private:
    QString file(const char *name) const
    {
        return m_folder.filePath(QStringLiteral("profiles/%1.json").arg(QLatin1String(name)));
    }
    static void write(const QString &path, const QByteArray &url, const QByteArray &more = {})
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{\n  \"weir\": 1,\n  \"name\": \"Feed\",\n  \"url\": \"" + url + '"' + more + "\n}\n");
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    SsePage *open(const QString &name)
    {
        auto *tree = sidebarTree();
        const auto found = [tree, name] {
            return tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                        Qt::MatchExactly | Qt::MatchRecursive);
        };
        if (!QTest::qWaitFor([&found] { return !found().isEmpty(); }, 20000))
            return nullptr;
        Q_EMIT tree->doubleClicked(found().constFirst());
        return qobject_cast<SsePage *>(window()->findChild<TabArea *>()->current());
    }
    static QLineEdit *urlOf(SsePage *page) { return editNamed(page, QStringLiteral("URL")); }
    static void type(QLineEdit *edit, const QString &text)
    {
        edit->setFocus();
        edit->selectAll();
        QTest::keyClicks(edit, text);
    }
};

void TestProfileDesk::init()
{
    QDir(m_folder.filePath(QStringLiteral("profiles"))).removeRecursively();
    QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("profiles"))));
    write(file("feed"), "http://127.0.0.1:1/a");
    QVERIFY(openWindow());
}

void TestProfileDesk::aConnectionThatIsSavedIsAFile()
{
    window()->actions()[ActionId::NewConnection]->trigger();
    auto *page = qobject_cast<SsePage *>(window()->findChild<TabArea *>()->current());
    QVERIFY(page);
    type(urlOf(page), QStringLiteral("http://example.com/news"));
    QPushButton *save = buttonNamed<QPushButton>(page, QStringLiteral("Save"));
    QVERIFY(save->isVisible());
    QTest::mouseClick(save, Qt::LeftButton);
    QVERIFY(!page->connection().profileId().isEmpty());
    const QString path = file(page->connection().profileId().toUtf8().constData());
    QTRY_VERIFY(contents(path).contains("\"url\": \"http://example.com/news\""));
    QVERIFY(!save->isVisible());
}

void TestProfileDesk::revertTakesWhatIsSaved()
{
    SsePage *page = open(QStringLiteral("Feed"));
    QVERIFY(page);
    QPushButton *revert = buttonNamed<QPushButton>(page, QStringLiteral("Revert"));
    QVERIFY(!revert->isVisible());
    type(urlOf(page), QStringLiteral("http://127.0.0.1:1/b"));
    QVERIFY(revert->isVisible());
    QTest::mouseClick(revert, Qt::LeftButton);
    QCOMPARE(urlOf(page)->text(), QStringLiteral("http://127.0.0.1:1/a"));
    QCOMPARE(page->connection().profile().url, QStringLiteral("http://127.0.0.1:1/a"));
    QVERIFY(!revert->isVisible());
}

void TestProfileDesk::whatOthersChangeAppears()
{
    SsePage *page = open(QStringLiteral("Feed"));
    QVERIFY(page);
    write(file("feed"), "http://127.0.0.1:1/theirs");
    QTRY_COMPARE_WITH_TIMEOUT(urlOf(page)->text(), QStringLiteral("http://127.0.0.1:1/theirs"), 20000);
    QVERIFY(!buttonNamed<QPushButton>(page, QStringLiteral("Save"))->isVisible());
}

void TestProfileDesk::editsOutliveWhatOthersChange()
{
    SsePage *page = open(QStringLiteral("Feed"));
    QVERIFY(page);
    type(urlOf(page), QStringLiteral("http://127.0.0.1:1/mine"));
    write(file("feed"), "http://127.0.0.1:1/theirs");
    QPushButton *revert = buttonNamed<QPushButton>(page, QStringLiteral("Revert"));
    const auto takesTheirs = [page, revert] {
        QTest::mouseClick(revert, Qt::LeftButton);
        const bool theirs = urlOf(page)->text() == QLatin1String("http://127.0.0.1:1/theirs");
        if (!theirs)
            type(urlOf(page), QStringLiteral("http://127.0.0.1:1/mine"));
        return theirs;
    };
    QCOMPARE(urlOf(page)->text(), QStringLiteral("http://127.0.0.1:1/mine"));
    QVERIFY(QTest::qWaitFor(takesTheirs, 20000)); // once the store has seen it
}

void TestProfileDesk::aConflictIsAQuestion()
{
    SsePage *page = open(QStringLiteral("Feed"));
    QVERIFY(page);
    type(urlOf(page), QStringLiteral("http://127.0.0.1:1/mine"));
    write(file("feed"), "http://127.0.0.1:1/theirs");
    window()->actions()[ActionId::SaveConnection]->trigger();
    auto *question = window()->findChild<QuestionBar *>();
    QTRY_VERIFY_WITH_TIMEOUT(question->isVisible(), 20000);
    QVERIFY(contents(file("feed")).contains("theirs"));
    QTest::mouseClick(buttonNamed<QPushButton>(question, QStringLiteral("Keep mine")), Qt::LeftButton);
    QVERIFY(!question->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(contents(file("feed")).contains("mine"), 20000);
    QCOMPARE(urlOf(page)->text(), QStringLiteral("http://127.0.0.1:1/mine"));
}

void TestProfileDesk::aMissingSecretIsAskedFor()
{
    SsePage *page = open(QStringLiteral("Feed"));
    QVERIFY(page);
    type(urlOf(page), QStringLiteral("http://127.0.0.1:1/{{secret.KEY}}"));
    page->connectNow();
    QPushButton *remedy = nullptr;
    const auto offered = [page, &remedy] {
        remedy = buttonNamed<QPushButton>(page, QStringLiteral("Enter the secret…"));
        return remedy && remedy->isVisible();
    };
    QVERIFY(QTest::qWaitFor(offered, 20000));
    QTest::mouseClick(remedy, Qt::LeftButton);
    auto *dialog = window()->findChild<SecretsDialog *>();
    QVERIFY(dialog);
    type(editNamed(dialog, QStringLiteral("Value of KEY")), QStringLiteral("a-secret-value"));
    QTest::mouseClick(buttonNamed<QPushButton>(dialog, QStringLiteral("Keep and connect")), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(page->connection().isActive() && page->connection().missingSecrets().isEmpty(),
                             20000);
    QTRY_VERIFY_WITH_TIMEOUT(page->connection().url().path() == QLatin1String("/a-secret-value"), 20000);
    QVERIFY(!contents(file("feed")).contains("a-secret-value"));
}

void TestProfileDesk::aCommandLineIsImported()
{
    window()->actions()[ActionId::ImportConnections]->trigger();
    auto *dialog = window()->findChild<ImportDialog *>();
    QVERIFY(dialog);
    dialog->findChild<QPlainTextEdit *>()->setPlainText(QStringLiteral(
        "curl -N https://example.com/ticks -H 'Authorization: Bearer tok-12345678' --frobnicate"));
    QPushButton *import = buttonNamed<QPushButton>(dialog, QStringLiteral("Import"));
    QVERIFY(!import->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(import->isEnabled(), 20000);
    QTest::mouseClick(import, Qt::LeftButton);
    SsePage *page = open(QStringLiteral("example.com/ticks"));
    QVERIFY(page);
    const Profile &profile = page->connection().profile();
    QCOMPARE(profile.url, QStringLiteral("https://example.com/ticks"));
    QVERIFY(profile.auth.token.startsWith(QLatin1String("{{secret.")));
    const QString path = file(page->connection().profileId().toUtf8().constData());
    QTRY_VERIFY_WITH_TIMEOUT(!contents(path).isEmpty(), 20000);
    QVERIFY(!contents(path).contains("tok-12345678"));
}

void TestProfileDesk::aConnectionIsCopiedAsCurl()
{
    QVERIFY(open(QStringLiteral("Feed")));
    window()->actions()[ActionId::CopyAsCurl]->trigger();
    const QString text = QGuiApplication::clipboard()->text();
    QVERIFY2(text.startsWith(QLatin1String("curl ")) && text.contains(QLatin1String("http://127.0.0.1:1/a")),
             qPrintable(text));
}

void TestProfileDesk::aConnectionMayStartByItself()
{
    closeWindow();
    write(file("feed"), "http://127.0.0.1:1/a", ",\n  \"autoConnect\": true");
    QVERIFY(openWindow());
    const auto page = [this] { return qobject_cast<SsePage *>(window()->findChild<TabArea *>()->current()); };
    QTRY_VERIFY_WITH_TIMEOUT(page() && page()->connection().isActive(), 20000);
    QCOMPARE(page()->connection().profileId(), QStringLiteral("feed"));
}

void TestProfileDesk::aCertificateIsTrustedForOneProfile()
{
    CertificateReport report;
    report.host = QStringLiteral("staging.example.com");
    report.port = 443;
    report.faults = {{QStringLiteral("The certificate is self-signed."), 0}};
    CertificateInfo info;
    info.subject = QStringLiteral("<b>staging</b>");
    info.fingerprint = QString(64, QLatin1Char('a'));
    info.validFrom = QDateTime::fromSecsSinceEpoch(0);
    info.validTo = QDateTime::fromSecsSinceEpoch(86400);
    report.chain = {info};
    auto *dialog = new CertificateDialog(report, QStringLiteral("Feed"), window());
    QSignalSpy trusted(dialog, &CertificateDialog::trustRequested);
    dialog->show();
    for (const QLabel *label : dialog->findChildren<QLabel *>())
        QCOMPARE(label->textFormat() == Qt::PlainText || !label->text().contains(QLatin1Char('<')), true);
    QTest::mouseClick(buttonNamed<QPushButton>(dialog, QStringLiteral("Trust it for “Feed”")),
                      Qt::LeftButton);
    QCOMPARE(trusted.count(), 1);
    QCOMPARE(trusted.constFirst().constFirst().toString(), info.fingerprint);
}

WEIR_TEST(runUiTest<TestProfileDesk>)
#include "tst_profiledesk.moc"
