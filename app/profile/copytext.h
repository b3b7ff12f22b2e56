// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace weir {

// A part of a text that is copied: letters, or the name of an environment variable that holds what belongs
// there.
struct CopyPart
{
    QString letters = {};
    QString variable = {};

    bool operator==(const CopyPart &) const = default;
};
using CopyText = QList<CopyPart>;

// {{secret.NAME}} is WEIR_SECRET_NAME, {{$env.NAME}} is NAME, where a shell knows such a name. Other
// variables stay as they are written, and escaped braces are braces.
CopyText copyText(const QString &profileText);
CopyText copyLetters(const QString &letters);
bool hasVariable(const CopyText &text);
QString lettersOf(const CopyText &text); // without the variables
// All letters but "A-Za-z0-9-._~" percent-encoded.
CopyText percentEncodedLetters(CopyText text);

// One word of bash.
QString bashWord(const CopyText &text);
// Expressions that give the text.
QString javaScriptText(const CopyText &text);
QString pythonText(const CopyText &text);

} // namespace weir
