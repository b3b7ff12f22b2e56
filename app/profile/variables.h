// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "generatedvalue.h"
#include "profile.h"

#include <QCoreApplication>
#include <QHash>
#include <QMap>
#include <QProcessEnvironment>

namespace weir {

// What is asked for a name, in this order. In rows that are switched off nothing is found; of two rows with
// one name the later counts.
struct VariableSources
{
    QList<ProfileRow> profile = {};
    std::optional<Environment> environment = {}; // the chosen one
    QProcessEnvironment process = {};
    QMap<QString, QString> secrets = {};
    VariableGenerators generators = {};
};

struct VariableProblem
{
    enum class Kind {
        Unknown,
        NoSecret,
        NoProcessValue,
        NotGenerated,
        Cycle,
        TooDeep,
        TooLarge,
        NoName,
        Unclosed
    };
    Kind kind = Kind::Unknown;
    QString name; // as between the braces; of a secret its own
    QString sentence;

    bool operator==(const VariableProblem &) const = default;
};

// A place in a text of the editor.
struct VariableSpan
{
    enum class Kind { Profile, Environment, Process, Secret, Generated, Escape, Unknown };
    qsizetype begin = 0;
    qsizetype length = 0;
    QString name;
    Kind kind = Kind::Unknown;
    bool known = false;
    QString text; // the value, secrets as bullets; what a generated value will be; or the sentence why there
                  // is none

    bool operator==(const VariableSpan &) const = default;
};

struct ResolvedText
{
    struct Secret
    {
        qsizetype begin = 0; // in `text`
        qsizetype length = 0;
        QString name;

        bool operator==(const Secret &) const = default;
    };
    QString text; // what has no value stands there as it was written
    QList<Secret> secrets;
    QList<VariableProblem> problems; // each once

    bool operator==(const ResolvedText &) const = default;
};

// The values of {{name}} in any text. Values of rows may hold variables in turn; what comes from elsewhere is
// taken as it is. Built in, and not to be had by rows of the same names:
//   {{$env.NAME}}     from the environment of the process
//   {{secret.NAME}}   a secret
//   {{$uuid}} (also $guid)  {{$timestamp}} seconds since 1970  {{$timestampMs}}  {{$isoTimestamp}}
//   {{$randomInt}} 0 to 1000  {{$counter}}   a new value at each place
// Immutable; any thread, as far as the generators allow.
class Variables final
{
    Q_DECLARE_TR_FUNCTIONS(Variables)

public:
    static constexpr int depthLimit = 32; // of variables in each other
    static constexpr qsizetype sizeLimit = 16 * 1024 * 1024; // characters that all values add to one text
    static constexpr qsizetype countLimit = 100'000; // variables that one text leads to

    explicit Variables(VariableSources sources);

    // Every place in the text, from front to back. Generates nothing.
    QList<VariableSpan> scan(const QString &text) const;
    ResolvedText resolve(const QString &text) const;

    // All that can stand between the braces, sorted; of the process only what is there.
    QStringList names() const;

private:
    class Expansion;
    struct Row
    {
        VariableSpan::Kind kind;
        QString value;
    };
    void addRows(const QList<ProfileRow> &rows, VariableSpan::Kind kind);
    VariableSpan::Kind kindOf(const QString &name) const;
    QString sentenceFor(VariableProblem::Kind kind, const QStringList &path) const;

    VariableSources m_sources;
    QHash<QString, Row> m_rows;
};

} // namespace weir
