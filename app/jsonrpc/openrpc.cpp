// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openrpc.h"

#include "formschema_p.h"
#include "jsontree.h"

#include "base/jsonfaulttext.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qsizetype notesLimit = 50;

struct OpenRpcWords
{
    Q_DECLARE_TR_FUNCTIONS(OpenRpc)
};

// OpenRPC 1.3, and what servers make of it.
class Reader final
{
public:
    explicit Reader(std::shared_ptr<const JsonTree> tree)
        : m_tree(std::move(tree))
    {
    }

    tl::expected<RpcService, QString> read();

private:
    struct Entry
    {
        QString key; // where a list is an object
        int value = JsonTree::none;
    };
    std::vector<Entry> entries(int list) const;
    int member(int object, QByteArrayView name) const;
    QString text(int object, QByteArrayView name) const;
    bool isTrue(int object, QByteArrayView name) const;
    bool isType(int value, JsonType type) const
    {
        return value != JsonTree::none && m_tree->type(value) == type;
    }
    int there(int value) const { return followed(*m_tree, value).value; }

    void readHead();
    void readMethods(int methods);
    void readMethod(const Entry &entry);
    void readParams(int params, RpcMethodInfo &info);
    FormSchema schemaOf(int descriptor) const;
    void readExamples(int examples, RpcMethodInfo &info) const;
    QByteArray exampleParams(int params, const RpcMethodInfo &info) const;
    QByteArray exampleValue(int example) const;
    void checkReferences();
    void note(const QString &sentence);

    const std::shared_ptr<const JsonTree> m_tree;
    RpcService m_service;
    QSet<QString> m_names;
};

tl::expected<RpcService, QString> Reader::read()
{
    int methods = 0;
    if (m_tree->type(0) != JsonType::Array) {
        if (m_tree->type(0) != JsonType::Object)
            return tl::unexpected(
                OpenRpcWords::tr("This is neither an OpenRPC document nor a list of methods."));
        methods = member(0, "methods");
        if (methods == JsonTree::none)
            return tl::unexpected(
                member(0, "openapi") != JsonTree::none || member(0, "swagger") != JsonTree::none
                    ? OpenRpcWords::tr("This is an OpenAPI document: it describes no JSON-RPC.")
                    : OpenRpcWords::tr("This is no OpenRPC document: “methods” is missing."));
        if (m_tree->type(methods) != JsonType::Array && m_tree->type(methods) != JsonType::Object)
            return tl::unexpected(OpenRpcWords::tr("This is no OpenRPC document: “methods” is not a list."));
        readHead();
    }
    readMethods(methods);
    if (methods == 0 && m_service.methods.empty() && !m_tree->elements(0).empty())
        return tl::unexpected(OpenRpcWords::tr("This is neither an OpenRPC document nor a list of methods."));
    checkReferences();
    return std::move(m_service);
}

std::vector<Reader::Entry> Reader::entries(int list) const
{
    std::vector<Entry> found;
    if (list == JsonTree::none)
        return found;
    for (const JsonTree::Member &entry : m_tree->members(list))
        found.push_back({entry.name, there(entry.value)});
    for (const int element : m_tree->elements(list))
        found.push_back({{}, there(element)});
    return found;
}

int Reader::member(int object, QByteArrayView name) const
{
    return object == JsonTree::none ? JsonTree::none : m_tree->member(object, name);
}

QString Reader::text(int object, QByteArrayView name) const
{
    const int value = member(object, name);
    return value == JsonTree::none ? QString() : m_tree->string(value);
}

bool Reader::isTrue(int object, QByteArrayView name) const
{
    const int value = member(object, name);
    return value != JsonTree::none && m_tree->text(value) == "true";
}

void Reader::readHead()
{
    const int info = member(0, "info");
    m_service.title = text(info, "title");
    m_service.version = text(info, "version");
    if (info == JsonTree::none)
        note(OpenRpcWords::tr("“info” is missing: the service has no title."));
    const QString version = text(0, "openrpc");
    if (version.isEmpty())
        note(OpenRpcWords::tr("“openrpc” is missing: it is read as version 1."));
    else if (!version.startsWith(QLatin1String("1.")))
        note(OpenRpcWords::tr("This is version %1 of OpenRPC: it is read as version 1.").arg(version));
}

void Reader::readMethods(int methods)
{
    if (isType(methods, JsonType::Object))
        note(OpenRpcWords::tr(
            "“methods” is an object and not a list: its names are taken for those of the methods."));
    for (const Entry &entry : entries(methods))
        readMethod(entry);
}

void Reader::readMethod(const Entry &entry)
{
    RpcMethodInfo info;
    info.name =
        isType(entry.value, JsonType::String) ? m_tree->string(entry.value) : text(entry.value, "name");
    if (info.name.isEmpty())
        info.name = entry.key;
    if (info.name.isEmpty()) {
        note(OpenRpcWords::tr("A method without a name is left out."));
        return;
    }
    if (m_names.contains(info.name)) {
        note(OpenRpcWords::tr("“%1” is there twice: the first one counts.").arg(info.name));
        return;
    }
    m_names.insert(info.name);
    info.summary = text(entry.value, "summary");
    info.description = text(entry.value, "description");
    info.deprecated = isTrue(entry.value, "deprecated");
    const QString structure = text(entry.value, "paramStructure");
    if (structure == QLatin1String("by-name"))
        info.structure = RpcMethodInfo::Structure::ByName;
    else if (structure == QLatin1String("by-position"))
        info.structure = RpcMethodInfo::Structure::ByPosition;
    if (const int params = member(entry.value, "params"); params != JsonTree::none)
        readParams(params, info);
    if (const int result = member(entry.value, "result"); result != JsonTree::none)
        info.result = schemaOf(there(result));
    readExamples(member(entry.value, "examples"), info);
    m_service.methods.push_back(std::move(info));
}

void Reader::readParams(int params, RpcMethodInfo &info)
{
    info.isDescribed = true;
    if (isType(params, JsonType::Object))
        note(OpenRpcWords::tr("The params of “%1” are an object and not a list.").arg(info.name));
    int place = 0;
    for (const Entry &entry : entries(params)) {
        ++place;
        RpcParamInfo param;
        param.name = text(entry.value, "name");
        if (param.name.isEmpty())
            param.name = entry.key;
        if (param.name.isEmpty()) {
            note(OpenRpcWords::tr("Parameter %1 of “%2” has no name.").arg(place).arg(info.name));
            param.name = QStringLiteral("param%1").arg(place);
        }
        param.summary = text(entry.value, "summary");
        if (param.summary.isEmpty())
            param.summary = text(entry.value, "description");
        param.required = isTrue(entry.value, "required");
        param.deprecated = isTrue(entry.value, "deprecated");
        param.schema = schemaOf(entry.value);
        info.params.push_back(std::move(param));
    }
}

// Of a content descriptor; some have the schema where the descriptor belongs.
FormSchema Reader::schemaOf(int descriptor) const
{
    int schema = member(descriptor, "schema");
    if (schema == JsonTree::none && member(descriptor, "type") != JsonTree::none)
        schema = descriptor;
    return FormSchema(FormSchema::Node::at(m_tree, schema));
}

void Reader::readExamples(int examples, RpcMethodInfo &info) const
{
    for (const Entry &pairing : entries(examples)) {
        RpcExample example;
        example.name = text(pairing.value, "name");
        if (example.name.isEmpty())
            example.name = pairing.key;
        example.params = exampleParams(member(pairing.value, "params"), info);
        if (const int result = member(pairing.value, "result"); result != JsonTree::none)
            example.result = exampleValue(there(result));
        if (!example.params.isEmpty())
            info.examples.push_back(std::move(example));
    }
}

// As the method wants them. The names of examples are their own, unless they are those of parameters.
QByteArray Reader::exampleParams(int params, const RpcMethodInfo &info) const
{
    if (params == JsonTree::none)
        return {};
    const std::vector<Entry> all = entries(params);
    const bool isArray =
        info.structure == RpcMethodInfo::Structure::ByPosition || all.size() > info.params.size();
    const auto isParam = [&info](const QString &name) {
        return std::any_of(info.params.begin(), info.params.end(),
                           [&name](const RpcParamInfo &param) { return param.name == name; });
    };
    QByteArray json;
    for (size_t i = 0; i < all.size(); ++i) {
        const QByteArray value = exampleValue(all[i].value);
        if (value.isEmpty())
            return {};
        if (!json.isEmpty())
            json += ',';
        if (!isArray) {
            QString name = all[i].key.isEmpty() ? text(all[i].value, "name") : all[i].key;
            json += quotedJson(isParam(name) ? name : info.params[i].name) + ':';
        }
        json += value;
    }
    return isArray ? '[' + json + ']' : '{' + json + '}';
}

QByteArray Reader::exampleValue(int example) const
{
    if (example == JsonTree::none)
        return {};
    if (const int value = member(example, "value"); value != JsonTree::none)
        return m_tree->text(value).toByteArray();
    // Nothing is fetched; and some have the value where the example belongs.
    const bool isElsewhere = member(example, "externalValue") != JsonTree::none;
    return isElsewhere ? QByteArray() : m_tree->text(example).toByteArray();
}

// Below what holds values, "$ref" is only a name.
void Reader::checkReferences()
{
    const QSet<QByteArray> values{"\"default\"", "\"const\"", "\"enum\"", "\"example\"", "\"value\""};
    QSet<QByteArray> seen;
    const int end = m_tree->behind(0);
    for (int value = 1; value < end; ++value) {
        const QByteArrayView name = m_tree->quotedName(value);
        if (values.contains(QByteArray::fromRawData(name.data(), name.size()))
            && !isType(value, JsonType::Object)) {
            value = m_tree->behind(value) - 1;
            continue;
        }
        if (name != "\"$ref\"" || !isType(value, JsonType::String)
            || seen.contains(m_tree->text(value).toByteArray()))
            continue;
        seen.insert(m_tree->text(value).toByteArray());
        const Followed target = referred(*m_tree, value);
        if (target.outcome == Followed::Outcome::Nowhere)
            note(OpenRpcWords::tr("“%1” leads nowhere: anything is taken there.").arg(m_tree->string(value)));
        else if (target.outcome == Followed::Outcome::Circle)
            note(OpenRpcWords::tr("“%1” leads round in circles: anything is taken there.")
                     .arg(m_tree->string(value)));
    }
}

void Reader::note(const QString &sentence)
{
    if (m_service.notes.size() < notesLimit && !m_service.notes.contains(sentence))
        m_service.notes.append(sentence);
    else if (m_service.notes.size() == notesLimit)
        m_service.notes.append(OpenRpcWords::tr("There is more of this kind."));
}
}

const RpcMethodInfo *RpcService::method(const QString &name) const
{
    const auto found = std::find_if(methods.begin(), methods.end(),
                                    [&name](const RpcMethodInfo &method) { return method.name == name; });
    return found == methods.end() ? nullptr : &*found;
}

tl::expected<RpcService, QString> readOpenRpc(QByteArrayView json)
{
    if (json.size() > openRpcLimit)
        return tl::unexpected(
            OpenRpcWords::tr("This is larger than %1 MiB.").arg(openRpcLimit / 1024 / 1024));
    if (json.startsWith("\xef\xbb\xbf"))
        json = json.sliced(3);
    auto tree = JsonTree::read(json);
    if (!tree)
        return tl::unexpected(jsonFaultText(tree.error(), json));
    // The answer to rpc.discover, saved as it came: references begin below it.
    const int result = (*tree)->member(0, "result");
    if (result != JsonTree::none && (*tree)->member(0, "jsonrpc") != JsonTree::none)
        tree = JsonTree::read((*tree)->text(result));
    return Reader(std::move(*tree)).read();
}

} // namespace weir
