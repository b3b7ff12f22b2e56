// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "calldraft.h"

#include "base/jsonfaulttext.h"
#include "base/rawjson.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
using Params = CallDraft::Params;
using Id = CallDraft::Id;

struct DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(CallDraft)
};

// {{name}} may stand where a value belongs, as in {"a":{{count}}}. While the text is read it is a string of
// the same size, told from others by the DEL at both ends.
constexpr char mark = '\x7f';

// Where a variable ends that begins there; -1 where there is none.
qsizetype variableEnd(QByteArrayView text, qsizetype begin)
{
    if (!text.sliced(begin).startsWith("{{"))
        return -1;
    const qsizetype end = text.indexOf("}}", begin + 2);
    const QByteArrayView name = end < 0 ? QByteArrayView() : text.sliced(begin + 2, end - begin - 2);
    return name.isEmpty() || name.contains('"') || name.contains('\\') ? -1 : end + 2;
}

QByteArray withMarkedVariables(QByteArrayView text)
{
    QByteArray marked = text.toByteArray();
    bool isInString = false;
    // There is no telling them apart where the text has the mark itself.
    for (qsizetype at = text.contains(mark) ? text.size() : 0; at < text.size(); ++at) {
        if (text[at] == '"') {
            isInString = !isInString;
        } else if (isInString) {
            at += text[at] == '\\' ? 1 : 0;
        } else if (const qsizetype end = variableEnd(text, at); end >= 0) {
            marked[at] = marked[end - 1] = '"';
            marked[at + 1] = marked[end - 2] = mark;
            at = end - 1;
        }
    }
    return marked;
}

void restoreVariables(ParamNode &node)
{
    const QString &text = node.text;
    if (node.type == ParamNode::Type::String && text.size() > 2 && text.front() == QLatin1Char(mark)
        && text.back() == QLatin1Char(mark)) {
        node.text = QStringLiteral("{{%1}}").arg(text.mid(1, text.size() - 2));
        node.type = ParamNode::Type::Number;
    }
    for (ParamNode &child : node.children)
        restoreVariables(child);
}

// The rows of a text, and those that are off where they were. By name a row goes on with what the one of its
// name had, by position with what the one in its place had.
std::vector<ParamNode> mergedRows(const std::vector<ParamNode> &before, std::vector<ParamNode> now,
                                  bool isByName)
{
    std::vector<const ParamNode *> on;
    QHash<QString, const ParamNode *> onByName;
    for (const ParamNode &row : before) {
        if (row.on) {
            on.push_back(&row);
            onByName.insert(row.name, &row);
        }
    }
    QSet<QString> names;
    for (size_t i = 0; i < now.size(); ++i) {
        ParamNode &row = now[i];
        const ParamNode *known = isByName ? onByName.value(row.name) : i < on.size() ? on[i] : nullptr;
        if (known) {
            row.name = known->name;
            if (known->type == row.type)
                row.children =
                    mergedRows(known->children, std::move(row.children), row.type == ParamNode::Type::Object);
        }
        names.insert(row.name);
    }
    std::vector<ParamNode> merged;
    auto next = now.begin();
    for (const ParamNode &row : before) {
        if (row.on && next != now.end())
            merged.push_back(std::move(*next++));
        else if (!row.on && !(isByName && names.contains(row.name)))
            merged.push_back(row);
    }
    std::move(next, now.end(), std::back_inserter(merged));
    return merged;
}

// A request that is being read.
class Request final
{
public:
    Request(QByteArrayView text, const CallDraft &before, const QByteArray &automaticId)
        : m_text(text)
        , m_marked(withMarkedVariables(text))
        , m_automaticId(automaticId)
        , m_before(before)
        , m_draft(before)
    {
    }

    tl::expected<CallDraft, QString> read();

private:
    bool fail(const QString &sentence);
    bool takeMembers();
    bool readVersion();
    bool readMethod();
    bool readParams();
    bool readId();
    // As it was written.
    QByteArray written(QByteArrayView value) const
    {
        return m_text.sliced(value.data() - m_marked.constData(), value.size()).toByteArray();
    }
    std::vector<ParamNode> rowsOf(QByteArrayView params) const;

    const QByteArrayView m_text;
    const QByteArray m_marked;
    const QByteArray &m_automaticId;
    const CallDraft &m_before;
    CallDraft m_draft;
    QHash<QByteArray, QByteArrayView> m_members;
    QString m_error;
};

bool Request::fail(const QString &sentence)
{
    m_error = sentence;
    return false;
}

tl::expected<CallDraft, QString> Request::read()
{
    if (!takeMembers() || !readVersion() || !readMethod() || !readParams() || !readId())
        return tl::unexpected(m_error);
    return std::move(m_draft);
}

bool Request::takeMembers()
{
    if (const auto checked = checkJson(m_marked); !checked)
        return fail(jsonFaultText(checked.error(), m_text));
    if (jsonType(m_marked) == JsonType::Array)
        return fail(DraftWords::tr("This is a batch: the form has one request."));
    if (jsonType(m_marked) != JsonType::Object)
        return fail(DraftWords::tr("A request is a JSON object."));
    for (const JsonMember &member : jsonMembers(trimmedJson(m_marked))) {
        const QString name = QString::fromUtf8(member.name);
        if (member.name != "jsonrpc" && member.name != "method" && member.name != "params"
            && member.name != "id")
            return fail(DraftWords::tr("A request has no “%1”.").arg(name));
        if (m_members.contains(member.name))
            return fail(DraftWords::tr("“%1” is there twice.").arg(name));
        m_members.insert(member.name, member.value);
    }
    return true;
}

bool Request::readVersion()
{
    if (!m_members.contains("jsonrpc"))
        return fail(DraftWords::tr("“jsonrpc” is missing."));
    const QByteArrayView version = m_members.value("jsonrpc");
    return jsonString(version) == QLatin1String("2.0")
        || fail(DraftWords::tr("“jsonrpc” has to be \"2.0\"."));
}

bool Request::readMethod()
{
    if (!m_members.contains("method"))
        return fail(DraftWords::tr("“method” is missing."));
    const QByteArrayView method = m_members.value("method");
    if (jsonType(method) != JsonType::String)
        return fail(DraftWords::tr("“method” has to be a string."));
    m_draft.method = jsonString(written(method));
    return true;
}

bool Request::readParams()
{
    if (!m_members.contains("params")) {
        m_draft.params = Params::None;
        return true;
    }
    const QByteArrayView params = m_members.value("params");
    const JsonType type = jsonType(params);
    if (type != JsonType::Object && type != JsonType::Array)
        return fail(DraftWords::tr("“params” has to be an object or an array."));
    if (m_before.params == Params::Raw) {
        m_draft.raw = QString::fromUtf8(written(params));
        return true;
    }
    m_draft.params = type == JsonType::Object ? Params::ByName : Params::ByPosition;
    m_draft.rows = mergedRows(m_before.rows, rowsOf(params), type == JsonType::Object);
    return true;
}

std::vector<ParamNode> Request::rowsOf(QByteArrayView params) const
{
    ParamNode node = nodeFromJson(params);
    if (m_marked != m_text)
        restoreVariables(node);
    return std::move(node.children);
}

bool Request::readId()
{
    if (!m_members.contains("id")) {
        m_draft.id = Id::Notification;
        return true;
    }
    const QByteArrayView marked = m_members.value("id");
    const QByteArray id = written(marked);
    const bool isExplicit = m_before.id == Id::Number || m_before.id == Id::String;
    if (id == m_automaticId && !isExplicit) {
        m_draft.id = Id::Automatic;
        return true;
    }
    const JsonType type = id.startsWith("{{") ? JsonType::Number : jsonType(marked);
    switch (type) {
    case JsonType::Null:
        m_draft.id = Id::Null;
        return true;
    case JsonType::String:
        m_draft.id = Id::String;
        m_draft.idText = jsonString(id);
        return true;
    case JsonType::Number:
        m_draft.id = Id::Number;
        m_draft.idText = QString::fromUtf8(id);
        return true;
    default:
        return fail(DraftWords::tr("“id” has to be a string, a number or null."));
    }
}
}

tl::expected<CallDraft, QString> draftFromText(QByteArrayView text, const CallDraft &before,
                                               const QByteArray &automaticId)
{
    return Request(text, before, automaticId).read();
}

} // namespace weir
