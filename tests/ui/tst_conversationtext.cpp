// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "messagetext.h"
#include "testprogram.h"

#include <QTest>

using namespace weir;
using Tone = MessageText::Tone;

class tst_MessageText final : public QObject
{
    Q_OBJECT

    static MessageText whole(const QByteArray &bytes, JsonForm form = JsonForm::Line)
    {
        return messageText(bytes, quint64(bytes.size()), form);
    }
    static QStringList found(const MessageText &message, QStringView needle)
    {
        QStringList places;
        for (const MessageText::Span &span : message.find(needle, 0, message.text.size()))
            places += message.text.mid(span.begin, span.length);
        return places;
    }

private Q_SLOTS:
    void writesJsonOnOneLine()
    {
        const MessageText message = whole("{\n  \"a\":[1,2,{}] , \"b\" :\"x y\",\"c\":null}");
        QVERIFY(message.isJson);
        QCOMPARE(message.text, QStringLiteral("{ \"a\": [1, 2, {}], \"b\": \"x y\", \"c\": null }"));
        const std::vector<MessageText::Span> spans{
            {2, 3, Tone::Key},     {8, 1, Tone::Number}, {11, 1, Tone::Number}, {19, 3, Tone::Key},
            {24, 5, Tone::String}, {31, 3, Tone::Key},   {36, 4, Tone::Word}};
        QCOMPARE(message.spans, spans);
    }

    void writesJsonOverSeveralLines()
    {
        const MessageText message = whole("[{\"a\":[],\"b\":-1.0e+5}]", JsonForm::Indented);
        QCOMPARE(message.text, QStringLiteral("[\n  {\n    \"a\": [],\n    \"b\": -1.0e+5\n  }\n]"));
    }

    void tokensStayAsTheyCame()
    {
        QCOMPARE(whole("[\"\\u0041\\\"\\\\\",1e400,1.0]").text,
                 QStringLiteral("[\"\\u0041\\\"\\\\\", 1e400, 1.0]"));
    }

    // Wherever a preview ends.
    void jsonMayBeCutAnywhere()
    {
        const QByteArray json =
            "{\"name\":\"Jürgen \\\" \\\\\",\"list\":[true,null,-12.5e3],\"o\":{\"p\":\"q\"}}";
        for (qsizetype size = 1; size < json.size(); ++size) {
            const MessageText message =
                messageText(QByteArrayView(json).first(size), quint64(json.size()), JsonForm::Line);
            QVERIFY2(message.isJson, QByteArray::number(size).constData());
            QVERIFY(message.isCut);
            QVERIFY(!message.text.contains(QChar(QChar::ReplacementCharacter)));
            for (const MessageText::Span &span : message.spans)
                QVERIFY(span.begin >= 0 && span.begin + span.length <= message.text.size());
        }
    }

    void otherTextStays()
    {
        for (const char *text :
             {"hello", "{not json}", "[1,2", "{\"a\":1} trailing", "12", "\"quoted\"", ""}) {
            const MessageText message = whole(text);
            QVERIFY(!message.isJson);
            QCOMPARE(message.text, QString::fromLatin1(text));
            QVERIFY(message.spans.empty());
        }
    }

    void showsWhatHides() { QCOMPARE(whole("a\r\nb\x1b\xe2\x80\xae").text, QStringLiteral("a\nb␛⟪U+202E⟫")); }

    void indentationHasABound()
    {
        const MessageText message = whole(QByteArray("[").repeated(1000) + QByteArray("1,").repeated(30'000)
                                              + '1' + QByteArray("]").repeated(1000),
                                          JsonForm::Indented);
        QVERIFY(message.isJson && message.isCut);
        QVERIFY(message.text.size() <= 128'000);
    }

    void findsWithoutRegardToCase()
    {
        const MessageText message = whole("One needle, two NEEDLES");
        QCOMPARE(found(message, u"Needle"),
                 (QStringList{QStringLiteral("needle"), QStringLiteral("NEEDLE")}));
        QVERIFY(found(message, u"needless").isEmpty());
        QVERIFY(found(message, {}).isEmpty());
        QCOMPARE(found(whole("aaaa"), u"aa").size(), 2);
        QCOMPARE(message.find(u"needle", 5, 100).size(), size_t(1));
        QCOMPARE(message.find(u"needle", 0, 4).size(), size_t(0));
    }

    // What is searched for is what came, which had no blanks between its tokens.
    void blanksBetweenTokensDoNotCount()
    {
        const MessageText message = whole("{\"a\":\"x y\",\"b\":[1,2]}", JsonForm::Indented);
        QCOMPARE(found(message, u"\"a\":\"x y\"").size(), 1);
        QCOMPARE(found(message, u"\"b\":[1,2]}").size(), 1);
        QVERIFY(found(message, u"\"xy\"").isEmpty());
    }
};

WEIR_TEST(runPlainTest<tst_MessageText>)
#include "tst_conversationtext.moc"
