// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "answerqueue.h"
#include "rpcpaths.h"
#include "websocketline.h"

#include "base/jsonformat.h"
#include "base/rawjson.h"

#include <QTcpSocket>
#include <QTimer>

#include <algorithm>
#include <span>

namespace weir {

namespace {
constexpr qint64 longest = 600'000; // milliseconds

// What a bad server makes of a good answer.
struct Spoilt
{
    QByteArray status = "200 OK";
    QByteArray type = "application/json";
    QList<QByteArray> texts; // WebSocket: a message each; HTTP: one body
    enum { Said, Unsaid, Dropped } fate = Said;
};

using Members = std::vector<JsonMember>;

QByteArray objectOf(const Members &members)
{
    QByteArrayList parts;
    for (const auto &[name, value] : members)
        parts.append(quotedJson(name) + ':' + value.toByteArray());
    return '{' + parts.join(',') + '}';
}

QByteArray listOf(const std::vector<QByteArrayView> &elements)
{
    QByteArrayList parts;
    for (const QByteArrayView element : elements)
        parts.append(element.toByteArray());
    return '[' + parts.join(',') + ']';
}

// The answer, or the first of a batch, with its members changed.
template <typename Change> QByteArray changed(const QByteArray &answer, Change change)
{
    if (!answer.startsWith('[')) {
        Members members = jsonMembers(answer);
        change(members);
        return objectOf(members);
    }
    auto elements = jsonElements(answer);
    const QByteArray first = changed(elements.front().toByteArray(), change);
    elements.front() = first;
    return listOf(elements);
}

void remove(Members &members, QByteArrayView name)
{
    std::erase_if(members, [&](const JsonMember &member) { return member.name == name; });
}

QByteArray withId(const QByteArray &answer, QByteArray (*otherId)(QByteArrayView))
{
    QByteArray id;
    return changed(answer, [&](Members &members) {
        for (JsonMember &member : members) {
            if (member.name == "id") {
                id = otherId(member.value);
                member.value = id;
            }
        }
    });
}

void answerTwice(Spoilt &answer)
{
    answer.texts.append(answer.texts.first());
}
void changeId(Spoilt &answer)
{
    answer.texts[0] = withId(answer.texts[0], [](QByteArrayView) { return QByteArray("\"nobody-asked\""); });
}
void changeTypeOfId(Spoilt &answer)
{
    answer.texts[0] = withId(answer.texts[0], [](QByteArrayView id) {
        return id.startsWith('"') ? QByteArray("0") : quotedJson(id);
    });
}
void giveBoth(Spoilt &answer)
{
    answer.texts[0] = changed(answer.texts[0], [](Members &members) {
        remove(members, "error");
        remove(members, "result");
        members.insert(
            members.begin() + 1,
            {{"result", "\"it went well\""}, {"error", R"({"code":-32000,"message":"It failed"})"}});
    });
}
void giveNeither(Spoilt &answer)
{
    answer.texts[0] = changed(answer.texts[0], [](Members &members) {
        remove(members, "error");
        remove(members, "result");
    });
}
// JSON-RPC 1.0 has no version, and always both result and error.
void speakVersion1(Spoilt &answer)
{
    answer.texts[0] = changed(answer.texts[0], [](Members &members) {
        const bool failed = std::any_of(members.begin(), members.end(),
                                        [](const JsonMember &member) { return member.name == "error"; });
        remove(members, "jsonrpc");
        members.insert(members.begin() + (failed ? 0 : 1), {failed ? "result" : "error", "null"});
    });
}
void sayText(Spoilt &answer)
{
    answer.type = "text/plain; charset=utf-8";
    answer.texts = {"Done, thank you.\n"};
}
void failWell(Spoilt &answer)
{
    answer.status = "500 Internal Server Error";
    answer.texts[0] = changed(answer.texts[0], [](Members &members) {
        remove(members, "error");
        remove(members, "result");
        members.insert(members.begin() + 1,
                       {"error", R"({"code":-32603,"message":"Internal error","data":{"try":"again"}})"});
    });
}
void sayNothing(Spoilt &answer)
{
    answer.texts = {QByteArray()};
}
void sayHtml(Spoilt &answer)
{
    answer.status = "404 Not Found";
    answer.type = "text/html; charset=utf-8";
    answer.texts = {
        "<!DOCTYPE html>\n<title>404</title>\n<h1>Not Found</h1>\n<p>There is no such page.</p>\n"};
}
void reorder(Spoilt &answer)
{
    auto elements = jsonElements(answer.texts[0]);
    std::reverse(elements.begin(), elements.end());
    if (elements.size() > 1)
        answer.texts[0] = listOf(elements);
}
void leaveOut(Spoilt &answer)
{
    auto elements = jsonElements(answer.texts[0]);
    if (elements.empty())
        return;
    elements.pop_back();
    answer.texts[0] = listOf(elements);
}
void cut(Spoilt &answer)
{
    answer.texts[0].chop(answer.texts[0].size() / 2);
}

struct Misbehaviour
{
    const char *name;
    const char *summary;
    void (*spoil)(Spoilt &answer);
};
constexpr Misbehaviour misbehaviours[] = {
    {"late", "Answers after 3 seconds, or what ?ms= says.", [](Spoilt &) {}},
    {"duplicate", "Answers twice.", answerTwice},
    {"wrong-id", "Answers with an id that nobody used.", changeId},
    {"id-type", "Answers with a string for an id that was a number.", changeTypeOfId},
    {"both", "Answers with a result and an error.", giveBoth},
    {"neither", "Answers with neither result nor error.", giveNeither},
    {"version", "Answers as JSON-RPC 1.0.", speakVersion1},
    {"text", "Answers with plain text.", sayText},
    {"http500", "Answers well, but with HTTP 500.", failWell},
    {"empty", "Answers 200 without a body.", sayNothing},
    {"html", "Answers 404 with a page.", sayHtml},
    {"reordered", "Answers a batch from its end.", reorder},
    {"missing", "Leaves the last answer of a batch out.", leaveOut},
    {"cut", "Answers with half of the JSON.", cut},
    {"never", "Never answers.", [](Spoilt &answer) { answer.fate = Spoilt::Unsaid; }},
    {"drop", "Ends the line instead of answering.", [](Spoilt &answer) { answer.fate = Spoilt::Dropped; }},
};

const Misbehaviour *find(QByteArrayView name)
{
    const auto *found = std::find_if(std::begin(misbehaviours), std::end(misbehaviours),
                                     [&](const Misbehaviour &each) { return name == each.name; });
    return found == std::end(misbehaviours) ? nullptr : found;
}

// What the query asks for, or else the method; the first of a batch.
const Misbehaviour *wanted(const DemoRequest &request, QByteArrayView text)
{
    if (const Misbehaviour *found = find(request.text(QLatin1String("kind"))))
        return found;
    if (!checkJson(text))
        return nullptr;
    auto messages = jsonElements(text);
    if (messages.empty())
        messages = {text};
    for (const QByteArrayView message : messages) {
        for (const auto &[name, value] : jsonMembers(message)) {
            const Misbehaviour *found = name == "method" ? find(jsonText(value)) : nullptr;
            if (found)
                return found;
        }
    }
    return nullptr;
}

// Beside the calculator's a method for each misbehaviour, named after it.
DemoRpcMethods badMethods()
{
    DemoRpcMethods methods = calculatorMethods();
    QByteArrayList described;
    for (const auto &[name, summary, spoil] : misbehaviours) {
        const QByteArray result = quotedJson(summary);
        methods.insert_or_assign(name, [result](QByteArrayView) -> DemoRpcOutcome { return result; });
        described.append("{\"name\":" + quotedJson(name) + ",\"summary\":" + result
                         + R"(,"params":[],"result":{"name":"what","schema":{"type":"string"}}})");
    }
    const QByteArray description = R"({"openrpc":"1.2.6","info":{"title":"Bad server","version":"1.0.0"},)"
                                   "\"methods\":["
        + described.join(',') + "]}";
    methods.insert_or_assign("rpc.discover",
                             [description](QByteArrayView) -> DemoRpcOutcome { return description; });
    return methods;
}

using Tell = std::function<void(const Spoilt &answer)>;

// Tells once, sooner or later, what is to be said; without texts where there is nothing to answer.
void hear(const DemoRequest &request, const QByteArray &text, QObject *context, const Tell &tell)
{
    auto *conversation = new RpcConversation(badMethods(), std::make_shared<RpcQuestions>(),
                                             RpcConversation::Reach::Never, nullptr, context);
    const Misbehaviour *how = wanted(request, text);
    const bool isLate = how == find("late");
    const int wait = isLate ? int(std::min(request.number(QLatin1String("ms"), 3000), longest)) : 0;
    conversation->hear(text, [=](const QByteArray &good) {
        Spoilt answer;
        if (!good.isEmpty())
            answer.texts = {good};
        if (how && !good.isEmpty())
            how->spoil(answer);
        conversation->deleteLater();
        if (isLate)
            QTimer::singleShot(wait, context, [tell, answer] { tell(answer); });
        else
            tell(answer);
    });
}

void badPost(const DemoRequest &request, QTcpSocket &socket)
{
    if (!isPost(request, socket))
        return;
    AnswerQueue &queue = AnswerQueue::of(socket);
    const quint64 place = queue.expect(request);
    hear(request, request.body, &queue, [&queue, place](const Spoilt &answer) {
        if (answer.fate == Spoilt::Dropped)
            queue.drop(place);
        else if (answer.texts.isEmpty())
            queue.answer(place, "204 No Content", {});
        else if (answer.fate == Spoilt::Said)
            queue.answer(place, answer.status, {"Content-Type: " + answer.type}, answer.texts.join('\n'));
    });
}

void badTalk(const DemoRequest &request, WebSocketLine &line)
{
    QObject::connect(&line, &WebSocketLine::textReceived, &line, [&line, request](const QByteArray &text) {
        hear(request, text, &line, [&line](const Spoilt &answer) {
            if (answer.fate == Spoilt::Dropped)
                line.drop();
            for (const QByteArray &each : answer.fate == Spoilt::Said ? answer.texts : QList<QByteArray>())
                line.sendText(each);
        });
    });
}
}

void addBadRpc(DemoRouter &router)
{
    router.add("/rpc-bad", "/rpc-bad", std::make_unique<FunctionHandler>(badPost));
    addWebSocket(router, "/rpc-bad", "", opened(badTalk));
    for (const Misbehaviour &each : misbehaviours)
        router.list(QByteArray("/rpc-bad?kind=") + each.name, DemoScheme::Http);
}

} // namespace weir
