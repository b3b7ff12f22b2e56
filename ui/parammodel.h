// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paramline.h"

#include "jsonrpc/calldraft.h"
#include "jsonrpc/openrpc.h"

#include <QObject>

#include <map>
#include <set>

namespace weir {

// The parameters of a call that is being written, and the lines that a form has for them. Knows from the
// description of the method, where there is one, what each may be.
class ParamModel final : public QObject
{
    Q_OBJECT

public:
    using Type = ParamNode::Type;
    explicit ParamModel(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ParamModel)

    // A copy of the method is kept; nullptr: nothing is known. `kind` is by name or by position.
    void show(const RpcMethodInfo *method, CallDraft::Params kind, std::vector<ParamNode> rows);
    QString method() const { return m_method ? m_method->name : QString(); }
    const std::vector<ParamNode> &rows() const { return m_rows; }
    const ParamNode &node(const ParamPath &path) const;

    const std::vector<ParamLine> &lines() const { return m_lines; }
    int lineOf(const ParamPath &path) const; // -1: there is none
    void setProblems(const std::vector<CallProblem> &problems);
    // What is wrong with a line, or below it where it is closed.
    // How a member of an object that is wrong stands in the request; empty where that cannot be told.
    QString textOf(const CallProblem &problem) const;
    const QString &problem(size_t line) const { return m_problems[line]; }

    void setName(const ParamPath &path, const QString &name);
    void settleName(); // it is written: perhaps it is one that is known
    void setText(const ParamPath &path, const QString &text);
    void setOn(const ParamPath &path, bool on);
    void setType(const ParamPath &path, Type type); // what was typed is kept as far as it can be
    void setValue(const ParamPath &path, QByteArrayView json);
    void setAlternative(const ParamPath &path, int alternative);
    void setOpen(const ParamPath &path, bool open);
    void remove(const ParamPath &path);
    ParamPath move(const ParamPath &path, int by); // among its siblings; where it is then
    bool canMove(const ParamPath &path, int by) const;
    ParamPath add(const ParamPath &container, const QString &name = {});
    // Known by name and not there yet.
    QStringList missingNames(const ParamPath &container) const;
    bool isArray(const ParamPath &container) const;

Q_SIGNALS:
    void linesChanged(); // others, or what stands in them
    void problemsChanged();
    void edited(); // by one of the calls above

private:
    ParamNode &nodeAt(const ParamPath &path);
    std::vector<ParamNode> &siblings(const ParamPath &path); // the node among them
    void rebuild();
    void addLines(const std::vector<ParamNode> &nodes, const ParamPath &parent, const FormSchema &schema,
                  Type parentType);
    void addTopLines();
    void addNode(const ParamNode &node, ParamLine line, FormSchema schema);
    int alternativeOf(const ParamNode &node, const ParamPath &path,
                      const std::vector<FormSchema> &alternatives) const;
    const RpcParamInfo *infoOf(size_t row) const;
    FormSchema schemaAt(const ParamPath &path) const;
    void renumber(const ParamPath &parent, const std::vector<int> &places); // new places, -1: gone
    void change();
    void placeProblems();

    std::optional<RpcMethodInfo> m_method;
    CallDraft::Params m_kind = CallDraft::Params::ByName;
    std::vector<ParamNode> m_rows;
    std::vector<ParamLine> m_lines;
    std::map<ParamPath, int> m_lineOf;
    std::vector<CallProblem> m_found;
    std::vector<QString> m_problems; // of each line
    std::set<ParamPath> m_closed;
    std::map<ParamPath, int> m_alternatives; // chosen by a person
};

} // namespace weir
