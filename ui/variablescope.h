// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/variables.h"

#include <QCoreApplication>
#include <QObject>
#include <QTextCharFormat>

namespace weir {

struct Theme;

// The variables that the fields of one page know. Whoever owns the page sets them; fields follow.
class VariableScope final : public QObject
{
    Q_OBJECT

public:
    explicit VariableScope(QObject *parent = nullptr);
    Q_DISABLE_COPY_MOVE(VariableScope)

    const Variables &variables() const { return m_variables; }
    void setVariables(Variables variables);

Q_SIGNALS:
    void changed();

private:
    Variables m_variables;
};

// How a {{variable}} stands in a field.
struct VariableLook
{
    Q_DECLARE_TR_FUNCTIONS(VariableLook)

public:
    // Known: a soft tint; unknown: the colour of errors and a wavy line.
    static QTextCharFormat format(const VariableSpan &span, const Theme &theme);
    // The value and where it comes from, or why there is none. Rich text, escaped; never the value of a
    // secret.
    static QString toolTip(const VariableSpan &span);
    // The sentences of those without a value, for a screen reader.
    static QString problems(const QList<VariableSpan> &spans);
    // The one whose text holds `position`, or nullptr.
    static const VariableSpan *spanAt(const QList<VariableSpan> &spans, qsizetype position);
};

} // namespace weir
