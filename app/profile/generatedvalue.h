// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QCoreApplication>
#include <QStringList>

#include <functional>

namespace weir {

// Where generated values come from. One that is missing gives an empty text, or 0.
struct VariableGenerators
{
    std::function<QString()> uuid = {};
    std::function<qint64()> now = {}; // UTC, milliseconds since 1970
    std::function<double()> random = {}; // in [0, 1)
    std::function<quint64()> counter = {}; // 1, 2, 3 ...

    // The system's clock and randomness; all copies count on together. Any thread.
    static VariableGenerators system();
};

// A variable whose value is made anew at each place.
struct GeneratedValue
{
    Q_DECLARE_TR_FUNCTIONS(GeneratedValue)

public:
    const char *name; // with its $
    const char *untranslated;
    QString (*make)(const VariableGenerators &);

    QString meaning() const { return tr(untranslated); }
};

const GeneratedValue *findGeneratedValue(const QString &name);
QStringList generatedNames();

} // namespace weir
