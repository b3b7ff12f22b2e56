// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "variables.h"

#include "variabletext.h"

#include <QSet>

namespace weir {

namespace {
constexpr QLatin1String processPrefix("$env.");
constexpr QLatin1String secretPrefix("secret.");
constexpr QStringView bullets = u"•••";

QString inBraces(const QString &name)
{
    return QLatin1String("{{") + name + QLatin1String("}}");
}
}

// One text on its way.
class Variables::Expansion final
{
public:
    enum class Use { Request, Reading }; // reading: nothing is generated, no secret is shown
    Expansion(const Variables &variables, Use use)
        : m_variables(variables)
        , m_use(use)
    {
    }
    Q_DISABLE_COPY_MOVE(Expansion)

    ResolvedText run(QStringView text)
    {
        expand(text);
        return std::move(m_result);
    }

private:
    using Origin = VariableSpan::Kind;
    using Problem = VariableProblem::Kind;

    void expand(QStringView text);
    void substitute(const QString &name, QStringView written);
    void expandRow(const Row &row, QStringView written);
    void append(QStringView text);
    void appendSecret(const QString &name, const QString &value);
    void refuse(Problem kind, QStringView written, const QString &name);

    const Variables &m_variables;
    const Use m_use;
    ResolvedText m_result;
    QSet<QString> m_sentences;
    QStringList m_path; // the variables we are in
    qsizetype m_added = 0;
    qsizetype m_count = 0;
    bool m_full = false;
};

void Variables::Expansion::expand(QStringView text)
{
    qsizetype done = 0;
    while (!m_full) {
        const auto token = nextVariableToken(text, done);
        if (!token)
            break;
        append(text.sliced(done, token->begin - done));
        const QStringView written = text.sliced(token->begin, token->length);
        switch (token->type) {
        case VariableToken::Type::Variable:
            substitute(token->text, written);
            break;
        case VariableToken::Type::Escape:
            append(token->text);
            break;
        case VariableToken::Type::NoName:
            refuse(Problem::NoName, written, {});
            break;
        case VariableToken::Type::Unclosed:
            refuse(Problem::Unclosed, written, {});
            break;
        }
        done = token->begin + token->length;
    }
    append(text.sliced(done));
}

void Variables::Expansion::substitute(const QString &name, QStringView written)
{
    const qsizetype begin = m_result.text.size();
    const qsizetype secrets = m_result.secrets.size();
    const bool outermost = m_path.isEmpty();
    const VariableSources &from = m_variables.m_sources;
    m_path.append(name);
    m_full = ++m_count > countLimit;
    switch (m_variables.kindOf(name)) {
    case Origin::Profile:
    case Origin::Environment:
        expandRow(*m_variables.m_rows.constFind(name), written);
        break;
    case Origin::Process:
        if (const QString key = name.mid(processPrefix.size()); from.process.contains(key))
            append(from.process.value(key));
        else
            refuse(Problem::NoProcessValue, written, name);
        break;
    case Origin::Secret:
        if (const QString key = name.mid(secretPrefix.size()); from.secrets.contains(key))
            appendSecret(key, from.secrets.value(key));
        else
            refuse(Problem::NoSecret, written, key);
        break;
    case Origin::Generated:
        if (const GeneratedValue *one = findGeneratedValue(name); !one)
            refuse(Problem::NotGenerated, written, name);
        else
            append(m_use == Use::Request ? one->make(from.generators) : written.toString());
        break;
    case Origin::Escape:
    case Origin::Unknown:
        refuse(Problem::Unknown, written, name);
        break;
    }
    if (m_full && outermost) {
        m_result.text.truncate(begin);
        m_result.secrets.resize(secrets);
        refuse(Problem::TooLarge, written, name);
    }
    m_path.removeLast();
}

void Variables::Expansion::expandRow(const Row &row, QStringView written)
{
    const QString &name = m_path.constLast();
    if (m_path.indexOf(name) < m_path.size() - 1)
        refuse(Problem::Cycle, written, name);
    else if (m_path.size() > depthLimit)
        refuse(Problem::TooDeep, written, name);
    else if (!m_full)
        expand(row.value);
}

void Variables::Expansion::append(QStringView text)
{
    if (!m_path.isEmpty()) {
        m_added += text.size();
        m_full = m_full || m_added > sizeLimit;
        if (m_full)
            return;
    }
    m_result.text += text;
}

void Variables::Expansion::appendSecret(const QString &name, const QString &value)
{
    const qsizetype begin = m_result.text.size();
    append(m_use == Use::Request ? QStringView(value) : bullets);
    m_result.secrets.append({begin, m_result.text.size() - begin, name});
}

void Variables::Expansion::refuse(Problem kind, QStringView written, const QString &name)
{
    if (m_path.size() > 1)
        append(written);
    else
        m_result.text += written;
    const QString sentence = m_variables.sentenceFor(kind, m_path);
    if (m_sentences.contains(sentence))
        return;
    m_sentences.insert(sentence);
    m_result.problems.append({kind, name, sentence});
}

Variables::Variables(VariableSources sources)
    : m_sources(std::move(sources))
{
    if (m_sources.environment)
        addRows(m_sources.environment->variables, VariableSpan::Kind::Environment);
    addRows(m_sources.profile, VariableSpan::Kind::Profile);
}

QList<VariableSpan> Variables::scan(const QString &text) const
{
    using Origin = VariableSpan::Kind;
    using Problem = VariableProblem::Kind;
    using Type = VariableToken::Type;
    QList<VariableSpan> spans;
    QHash<QString, VariableSpan> seen;
    qsizetype done = 0;
    while (const auto token = nextVariableToken(text, done)) {
        done = token->begin + token->length;
        VariableSpan span{token->begin, token->length, {}, Origin::Unknown, false, {}};
        if (token->type == Type::Escape) {
            span.kind = Origin::Escape;
            span.known = true;
            span.text = token->text;
        } else if (token->type != Type::Variable) {
            span.text = sentenceFor(token->type == Type::NoName ? Problem::NoName : Problem::Unclosed, {});
        } else if (const auto known = seen.constFind(token->text); known != seen.constEnd()) {
            span = *known;
            span.begin = token->begin;
            span.length = token->length;
        } else {
            span.name = token->text;
            span.kind = kindOf(span.name);
            const auto resolved = Expansion(*this, Expansion::Use::Reading).run(inBraces(span.name));
            span.known = resolved.problems.isEmpty();
            const GeneratedValue *made = findGeneratedValue(span.name);
            span.text = !span.known ? resolved.problems.constFirst().sentence
                : made              ? made->meaning()
                                    : resolved.text;
            seen.insert(span.name, span);
        }
        spans.append(span);
    }
    return spans;
}

ResolvedText Variables::resolve(const QString &text) const
{
    return Expansion(*this, Expansion::Use::Request).run(text);
}

QStringList Variables::names() const
{
    QStringList names = m_rows.keys() + generatedNames();
    for (const QString &key : m_sources.process.keys())
        names.append(processPrefix + key);
    for (const QString &key : m_sources.secrets.keys())
        names.append(secretPrefix + key);
    names.sort();
    return names;
}

void Variables::addRows(const QList<ProfileRow> &rows, VariableSpan::Kind kind)
{
    for (const ProfileRow &row : rows) {
        const QString name = row.name.trimmed();
        const bool builtIn = name.startsWith(QLatin1Char('$')) || name.startsWith(secretPrefix);
        if (row.on && !builtIn && !name.isEmpty())
            m_rows.insert(name, {kind, row.value});
    }
}

VariableSpan::Kind Variables::kindOf(const QString &name) const
{
    using Origin = VariableSpan::Kind;
    if (name.startsWith(secretPrefix))
        return Origin::Secret;
    if (name.startsWith(processPrefix))
        return Origin::Process;
    if (name.startsWith(QLatin1Char('$')))
        return Origin::Generated;
    const auto row = m_rows.constFind(name);
    return row == m_rows.constEnd() ? Origin::Unknown : row->kind;
}

QString Variables::sentenceFor(VariableProblem::Kind kind, const QStringList &path) const
{
    using Problem = VariableProblem::Kind;
    const QString arrow = QStringLiteral(" → ");
    QStringList braced;
    for (const QString &name : path)
        braced.append(inBraces(name));
    const QString subject = braced.join(arrow);
    switch (kind) {
    case Problem::Unknown:
        return m_sources.environment
            ? tr("%1 has no value in the environment “%2”.").arg(subject, m_sources.environment->name)
            : tr("%1 has no value, and no environment is chosen.").arg(subject);
    case Problem::NoSecret:
        return tr("%1 has no value: the secret is not there.").arg(subject);
    case Problem::NoProcessValue:
        return tr("%1 has no value: the variable is not set where Weir was started.").arg(subject);
    case Problem::NotGenerated:
        return tr("%1 is not a value that Weir generates; there are %2 and $env.NAME.")
            .arg(subject, generatedNames().join(QLatin1String(", ")));
    case Problem::Cycle:
        return tr("Variables lead in a circle: %1.")
            .arg(path.mid(path.indexOf(path.constLast())).join(arrow));
    case Problem::TooDeep:
        return tr("%1 leads through more than %2 variables that stand in each other.")
            .arg(braced.constFirst(), QString::number(depthLimit));
    case Problem::TooLarge:
        return tr("%1 becomes too large: more than %2 characters or %3 variables.")
            .arg(braced.constFirst(), QString::number(sizeLimit), QString::number(countLimit));
    case Problem::NoName:
        return tr("“{{}}” names no variable; the two braces themselves are written \\{{.");
    case Problem::Unclosed:
        return tr("“{{” is not closed by “}}”; the two braces themselves are written \\{{.");
    }
    return {};
}

} // namespace weir
