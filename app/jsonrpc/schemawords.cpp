// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schemawords.h"

#include <QCoreApplication>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype shownCharacters = 40;
constexpr size_t shownValues = 8;

struct FormWords
{
    Q_DECLARE_TR_FUNCTIONS(FormSchema)
};

QString cut(const QString &text)
{
    return text.size() <= shownCharacters ? text : QString(text.first(shownCharacters) + u'…');
}

QString joined(const QStringList &words)
{
    if (words.size() < 2)
        return words.join(QString());
    return FormWords::tr("%1 or %2")
        .arg(words.mid(0, words.size() - 1).join(FormWords::tr(", ")), words.last());
}

struct Unit
{
    QString one;
    QString many;
    QString of(const QString &count) const { return count == QLatin1String("1") ? one : many; }
};

QString rangeText(const QString &least, const QString &most)
{
    if (!least.isEmpty() && !most.isEmpty())
        return least == most ? least : FormWords::tr("%1 to %2").arg(least, most);
    if (!least.isEmpty())
        return FormWords::tr("%1 at least").arg(least);
    return most.isEmpty() ? QString() : FormWords::tr("%1 at most").arg(most);
}

QString countText(const QString &least, const QString &most, const Unit &unit)
{
    if (!least.isEmpty() && !most.isEmpty())
        return least == most ? FormWords::tr("exactly %1 %2").arg(least, unit.of(least))
                             : FormWords::tr("%1 to %2 %3").arg(least, most, unit.of(most));
    if (!least.isEmpty())
        return FormWords::tr("%1 %2 at least").arg(least, unit.of(least));
    return most.isEmpty() ? QString() : FormWords::tr("%1 %2 at most").arg(most, unit.of(most));
}

class Expectation final
{
public:
    explicit Expectation(const FormSchema::Node &schema)
        : m_schema(schema)
    {
    }

    QString text()
    {
        addValues();
        addNumbers();
        addText();
        addCount("minItems", "maxItems", {FormWords::tr("item"), FormWords::tr("items")});
        addCount("minProperties", "maxProperties", {FormWords::tr("member"), FormWords::tr("members")});
        if (m_schema.keyword("uniqueItems") != JsonTree::none && raw("uniqueItems") == QLatin1String("true"))
            m_texts.append(FormWords::tr("no item twice"));
        return m_texts.join(FormWords::tr(", "));
    }

private:
    QString raw(QByteArrayView name) const
    {
        const int value = m_schema.keyword(name);
        return value == JsonTree::none ? QString() : QString::fromUtf8(m_schema.tree->text(value));
    }
    void addCount(QByteArrayView least, QByteArrayView most, const Unit &unit)
    {
        if (const QString text = countText(raw(least), raw(most), unit); !text.isEmpty())
            m_texts.append(text);
    }
    void add(const QString &words, const QString &value)
    {
        if (!value.isEmpty())
            m_texts.append(words.arg(value));
    }
    QString plain(int value) const
    {
        const JsonTree &tree = *m_schema.tree;
        const bool isText = tree.type(value) == JsonType::String && tree.text(value).size() > 2;
        return cut(isText ? tree.string(value) : QString::fromUtf8(tree.text(value)));
    }
    void addValues();
    void addNumbers();
    void addText();

    const FormSchema::Node &m_schema;
    QStringList m_texts;
};

void Expectation::addValues()
{
    if (const int value = m_schema.keyword("const"); value != JsonTree::none)
        m_texts.append(plain(value));
    const int list = m_schema.keyword("enum");
    if (list == JsonTree::none)
        return;
    const std::vector<int> values = m_schema.tree->elements(list);
    QStringList shown;
    for (size_t i = 0; i < std::min(values.size(), shownValues); ++i)
        shown.append(plain(values[i]));
    if (values.size() > shownValues)
        m_texts.append(FormWords::tr("one of %1, …").arg(shown.join(FormWords::tr(", "))));
    else
        m_texts.append(joined(shown));
}

void Expectation::addNumbers()
{
    // Draft 4 has true where later ones have the number.
    const auto exclusive = [this](const char *name, const char *inclusive) {
        const QString value = raw(name);
        return value == QLatin1String("true") ? raw(inclusive)
            : value == QLatin1String("false") ? QString()
                                              : value;
    };
    const QString above = exclusive("exclusiveMinimum", "minimum");
    const QString below = exclusive("exclusiveMaximum", "maximum");
    const QString least = raw("minimum") == above ? QString() : raw("minimum");
    const QString most = raw("maximum") == below ? QString() : raw("maximum");
    add(FormWords::tr("more than %1"), above);
    if (const QString range = rangeText(least, most); !range.isEmpty())
        m_texts.append(range);
    add(FormWords::tr("less than %1"), below);
    add(FormWords::tr("a multiple of %1"), raw("multipleOf"));
}

void Expectation::addText()
{
    addCount("minLength", "maxLength", {FormWords::tr("character"), FormWords::tr("characters")});
    add(FormWords::tr("text that matches %1"), cut(m_schema.text("pattern")));
    add(FormWords::tr("format %1"), cut(m_schema.text("format")));
}
}

QString expectationOf(const FormSchema::Node &schema)
{
    return Expectation(schema).text();
}

QString typeTextOf(const FormSchema::Node *schema)
{
    if (!schema)
        return FormWords::tr("any");
    if (schema->keyword("enum") != JsonTree::none)
        return FormWords::tr("enum");
    if (schema->keyword("const") != JsonTree::none)
        return FormWords::tr("constant");
    const std::vector<QString> words = schema->typeWords();
    if (words.size() == 1 && words.front() == QLatin1String("array")) {
        const FormSchema::Node::Pointer item = schema->item(0);
        const std::vector<QString> items = item ? item->typeWords() : std::vector<QString>();
        return items.size() == 1 ? FormWords::tr("array of %1").arg(items.front()) : QStringLiteral("array");
    }
    if (!words.empty())
        return joined(QStringList(words.begin(), words.end()));
    const size_t alternatives = schema->alternatives().size();
    return alternatives > 0 ? FormWords::tr("one of %1").arg(alternatives) : FormWords::tr("any");
}

QString typesWithArticle(const std::vector<QString> &words)
{
    QStringList named;
    for (const QString &word : words) {
        if (word == QLatin1String("integer"))
            named.append(FormWords::tr("an integer"));
        else if (word == QLatin1String("number"))
            named.append(FormWords::tr("a number"));
        else if (word == QLatin1String("string"))
            named.append(FormWords::tr("a string"));
        else if (word == QLatin1String("boolean"))
            named.append(FormWords::tr("true or false"));
        else if (word == QLatin1String("object"))
            named.append(FormWords::tr("an object"));
        else if (word == QLatin1String("array"))
            named.append(FormWords::tr("an array"));
        else
            named.append(word);
    }
    return joined(named);
}

QString shownValue(const ParamNode &value)
{
    switch (value.type) {
    case ParamNode::Type::Null:
        return QStringLiteral("“null”");
    case ParamNode::Type::Object:
        return FormWords::tr("This object");
    case ParamNode::Type::Array:
        return FormWords::tr("This array");
    default:
        return FormWords::tr("“%1”").arg(cut(value.text));
    }
}

QString pointerTo(const ParamNode &value, const std::vector<int> &path)
{
    QString pointer;
    const ParamNode *node = &value;
    for (const int index : path) {
        const ParamNode &child = node->children[size_t(index)];
        QString token = node->type == ParamNode::Type::Array ? QString::number(index) : child.name;
        token.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
        pointer += u'/' + token;
        node = &child;
    }
    return pointer;
}

} // namespace weir
