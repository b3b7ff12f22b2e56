// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "base/secretmask.h"

#include <QRandomGenerator>
#include <QTest>

#include <functional>

using namespace weir;

namespace {
const QByteArray bullets("•••");

// Ways in which a secret is written somewhere; each may roll the dice for each byte.
class Writer final
{
public:
    explicit Writer(QRandomGenerator &random)
        : m_random(random)
    {
    }

    bool chance() { return m_random.bounded(2) == 0; }
    QByteArray hex(uint number, int digits)
    {
        QByteArray text = QByteArray::number(number, 16).rightJustified(digits, '0');
        for (char &c : text) {
            if (chance())
                c = QChar::toUpper(uint(quint8(c))) & 0x7f;
        }
        return text;
    }

    QByteArray percent(const QByteArray &text)
    {
        QByteArray out;
        for (const char c : text) {
            const bool isPlain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (c == ' ' && chance())
                out += '+';
            else if (isPlain && chance())
                out += c;
            else
                out += '%' + hex(quint8(c), 2);
        }
        return out;
    }

    QByteArray json(const QByteArray &text)
    {
        QByteArray out;
        const QString characters = QString::fromUtf8(text);
        for (qsizetype i = 0; i < characters.size(); ++i) {
            const QChar c = characters[i];
            static const QString letters = QStringLiteral("\"\\/\b\f\n\r\t");
            const qsizetype which = letters.indexOf(c);
            const bool isPair = c.isHighSurrogate();
            if (which >= 0 && chance()) {
                out += '\\';
                out += "\"\\/bfnrt"[which];
            } else if (which >= 0 || c.unicode() < 0x20 || m_random.bounded(3) == 0) {
                out += "\\u" + hex(c.unicode(), 4);
                if (isPair)
                    out += "\\u" + hex(characters[++i].unicode(), 4);
            } else {
                out += characters.mid(i, isPair ? 2 : 1).toUtf8();
                i += isPair;
            }
        }
        return out;
    }

private:
    QRandomGenerator &m_random;
};

QByteArray pick(QRandomGenerator &random, const QString &alphabet, int least, int most)
{
    QString text;
    for (int left = random.bounded(least, most + 1); left > 0; --left)
        text += alphabet[random.bounded(int(alphabet.size()))];
    return text.toUtf8();
}

SecretMask maskOf(const QByteArray &value)
{
    return SecretMask({.values = {value}, .places = {}});
}

// The text where nothing was found.
QByteArray applied(const SecretMask &mask, const QByteArray &text)
{
    return mask.apply(text, SecretMask::Origin::Peer).value_or(text);
}
}

class TestSecretMask final : public QObject
{
    Q_OBJECT

    QRandomGenerator random{20261124}; // the same tests each time

    // What does not run into an escape.
    QByteArray around() { return pick(random, QStringLiteral("ghijklmnop ,:{}=&?"), 0, 40); }
    // Blanks at its ends would be trimmed.
    QByteArray secret()
    {
        static const QStringList alphabets{
            QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"),
            QStringLiteral("abcDEF012-_.~!$&'()*+,;=:@/?#[]%\"\\<>^`{|} "), QStringLiteral("\\\"%+/ nu0"),
            QStringLiteral("pässwörd密码\n\t\"\\")};
        const QString &alphabet = alphabets[random.bounded(int(alphabets.size()))];
        return pick(random, alphabet, 8, 40).prepend("<").append(">");
    }

private Q_SLOTS:
    void findsWhatIsWrittenInAnyWay_data()
    {
        using Write = std::function<QByteArray(Writer &, const QByteArray &)>;
        QTest::addColumn<Write>("write");
        QTest::newRow("as it is") << Write([](Writer &, const QByteArray &s) { return s; });
        QTest::newRow("percent") << Write([](Writer &w, const QByteArray &s) { return w.percent(s); });
        QTest::newRow("JSON") << Write([](Writer &w, const QByteArray &s) { return w.json(s); });
        QTest::newRow("JSON in JSON")
            << Write([](Writer &w, const QByteArray &s) { return w.json(w.json(s)); });
        QTest::newRow("JSON in a URL")
            << Write([](Writer &w, const QByteArray &s) { return w.percent(w.json(s)); });
        QTest::newRow("URL in JSON") << Write(
            [](Writer &w, const QByteArray &s) { return w.json(w.percent(s)); });
        QTest::newRow("URL in a URL")
            << Write([](Writer &w, const QByteArray &s) { return w.percent(w.percent(s)); });
        QTest::newRow("base64") << Write(
            [](Writer &, const QByteArray &s) { return s.toBase64(QByteArray::OmitTrailingEquals); });
        QTest::newRow("base64 for URLs") << Write([](Writer &, const QByteArray &s) {
            return s.toBase64(QByteArray::OmitTrailingEquals | QByteArray::Base64UrlEncoding);
        });
    }

    void findsWhatIsWrittenInAnyWay()
    {
        using Write = std::function<QByteArray(Writer &, const QByteArray &)>;
        QFETCH(const Write, write);
        Writer writer(random);
        for (int round = 0; round < 400; ++round) {
            const QByteArray value = secret();
            const SecretMask mask = maskOf(value);
            const QByteArray before = around() + ' ';
            const QByteArray after = ' ' + around();
            const QByteArray text = before + write(writer, value) + after;
            QVERIFY2(mask.isIn(text, SecretMask::Origin::Peer), text.constData());
            QCOMPARE(applied(mask, text), before + bullets + after);
        }
    }

    // Every character that holds a bit of it goes, and no other.
    void findsItInsideALargerBase64()
    {
        for (int round = 0; round < 400; ++round) {
            const QByteArray value = secret();
            const qsizetype at = random.bounded(12);
            QByteArray bytes(at + value.size() + random.bounded(12), '\0');
            random.fillRange(reinterpret_cast<quint32 *>(bytes.data()), bytes.size() / 4);
            bytes.replace(at, value.size(), value);
            const bool forUrls = round % 2 == 0;
            const QByteArray text =
                bytes.toBase64(forUrls ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding);
            const qsizetype begin = at * 8 / 6;
            const qsizetype end = ((at + value.size()) * 8 + 5) / 6;
            QCOMPARE(applied(maskOf(value), "x: " + text),
                     "x: " + text.left(begin) + bullets + text.mid(end));
        }
    }

    void findsThePasswordOfBasic()
    {
        const SecretMask mask = maskOf("correct horse battery");
        for (const char *user : {"", "a", "ab", "abc", "weir"}) {
            const QByteArray login = QByteArray(user) + ":correct horse battery";
            const QByteArray masked = applied(mask, "Authorization: Basic " + login.toBase64());
            QVERIFY(masked.startsWith("Authorization: Basic "));
            QVERIFY(masked.contains(bullets));
            const QByteArray left = masked.mid(21).replace(bullets, QByteArray());
            QVERIFY2(left.size() <= (qsizetype(qstrlen(user)) + 1) * 8 / 6 + 2, left.constData()); // and "=="
        }
    }

    void findsBase64ThatIsEscapedItself()
    {
        const QByteArray value("\xff\xef\xbe>>>???\xff\xfe");
        const QByteArray text = value.toBase64();
        QVERIFY(text.contains('/') && text.contains('+'));
        const SecretMask mask = maskOf(value);
        QByteArray json = text;
        json.replace('/', "\\/");
        QCOMPARE(applied(mask, "{\"t\":\"" + json + "\"}"), "{\"t\":\"" + bullets + "=\"}");
        QByteArray url = text.toPercentEncoding();
        QCOMPARE(applied(mask, "?t=" + url + "&x=1").left(3), "?t=");
        QVERIFY(!applied(mask, "?t=" + url + "&x=1").contains(url.left(10)));
    }

    void findsItAtEveryPlace()
    {
        const QByteArray value("sk-live-\"q\\7\" end");
        const SecretMask mask = maskOf(value);
        const QByteArrayList forms{value, value.toPercentEncoding(), value.toBase64(),
                                   "sk-live-\\\"q\\\\7\\u0022 end"};
        for (const QByteArray &form : forms) {
            for (int at = 0; at <= 70; ++at) {
                const QByteArray text = QByteArray(at, '.') + form + QByteArray(70 - at, '.');
                const QByteArray masked = applied(mask, text);
                QVERIFY(masked.startsWith(QByteArray(QByteArray(at, '.') + bullets)));
                QVERIFY(masked.endsWith(QByteArray(bullets + QByteArray(70 - at, '.')))
                        || form.endsWith('='));
            }
        }
    }

    void leavesEverythingElseAlone()
    {
        Writer writer(random);
        for (int round = 0; round < 2000; ++round) {
            const QByteArray value = secret();
            const SecretMask mask = maskOf(value);
            QByteArray other = value;
            other[random.bounded(int(other.size()))] = '\x01'; // nearly the same
            const QByteArrayList texts{other,    writer.percent(other), writer.json(other), other.toBase64(),
                                       secret(), value.chopped(1),      value.mid(1),       {}};
            for (const QByteArray &text : texts) {
                QVERIFY2(!mask.apply(text, SecretMask::Origin::Ourselves), text.constData());
                QVERIFY(!mask.isIn(text, SecretMask::Origin::Ourselves));
            }
        }
    }

    void leavesNoneOfMany()
    {
        Writer writer(random);
        for (int round = 0; round < 300; ++round) {
            Secrets secrets;
            for (int i = 0; i < 5; ++i)
                secrets.values.append(secret());
            secrets.values.append(secrets.values[0].mid(1) + "more"); // they may overlap
            QByteArray text;
            for (int i = 0; i < 20; ++i) {
                const QByteArray &value = secrets.values[random.bounded(int(secrets.values.size()))];
                const QByteArrayList forms{value, writer.percent(value), writer.json(value),
                                           value.toBase64()};
                text += around() + ' ' + forms[random.bounded(int(forms.size()))] + ' ';
            }
            const SecretMask mask(secrets);
            const QByteArray masked = applied(mask, text);
            QVERIFY(!mask.isIn(masked, SecretMask::Origin::Peer));
            QVERIFY(masked.count(bullets) >= 1 && masked.count(bullets) <= 20);
            for (const QByteArray &value : std::as_const(secrets.values))
                QVERIFY(!masked.contains(value) && !QByteArray::fromPercentEncoding(masked).contains(value));
        }
    }

    void manyWaysToReadATextTakeNoTime()
    {
        const SecretMask mask = maskOf(QByteArray(12, '\\') + "x");
        const QByteArray text(2000, '\\');
        QCOMPARE(applied(mask, text), text);
        QCOMPARE(applied(mask, QByteArray(12, '\\') + "x"), bullets);
    }

    void shortValuesAreMaskedOnlyWhereTheyWerePut()
    {
        const SecretMask mask(
            {.values = {"1234567"}, .places = {{"?pin=", "12 4", "&"}, {"X-Pin: ", "99", "\n"}}});
        QVERIFY(!mask.isEmpty());
        const QByteArray ours("GET /?pin=12%204&x=12+4 HTTP/1.1\nX-Pin: 99\nX-Pin: 990\n1234567");
        QCOMPARE(mask.masked(ours), "GET /?pin=•••&x=12+4 HTTP/1.1\nX-Pin: •••\nX-Pin: 990\n1234567");
        QCOMPARE(mask.masked(QByteArray("/%3fpin%3d12+4&")), "/%3fpin%3d•••&");
        QCOMPARE(applied(mask, ours), ours);
    }

    void aHostIsLowerCase()
    {
        const SecretMask mask = maskOf("Tenant-77-XYZ");
        QCOMPARE(mask.masked(QStringLiteral("https://tenant-77-xyz.example.com/Tenant-77-XYZ")),
                 QStringLiteral("https://•••.example.com/•••"));
    }

    void blanksAtTheEndsDoNotCount() { QCOMPARE(applied(maskOf("token-123\n"), "token-123"), bullets); }

    void withoutSecretsThereIsNothingToDo()
    {
        QVERIFY(SecretMask().isEmpty());
        QVERIFY(maskOf("short").isEmpty());
        QVERIFY(maskOf("   spaces   ").isEmpty());
        QCOMPARE(SecretMask().masked(QStringLiteral("a")), QStringLiteral("a"));
    }
};

WEIR_TEST(runAppTest<TestSecretMask>)
#include "tst_secretmask.moc"
