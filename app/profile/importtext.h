// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"

#include <functional>

namespace weir {

// Text on its way into a profile: letters, and marks that stand for variables. Braces that only look like a
// variable of ours stay letters, and become escaped ones at the end. The marks are Unicode noncharacters,
// which no text holds once it went through unmarked().
namespace marked {
QString unmarked(QString text); // foreign text made safe
QString variable(const QString &name);
bool hasVariable(QStringView text);
// Letters and variables by turns, each once through the function, put together again.
QString mapLetters(const QString &text, const std::function<QString(const QString &letters)> &map);
QString replaceVariables(QString text, const QString &by);
QString toProfileText(const QString &text);
QString toPlainText(const QString &text); // for people: variables in braces, nothing escaped
}

// Every text of the profile that may hold variables.
void forEachText(Profile &profile, const std::function<void(QString &)> &visit);

// A name that a variable can have: what is not a letter, a digit or one of "_-.$" becomes "_".
QString variableName(const QString &name);

} // namespace weir
