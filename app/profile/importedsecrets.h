// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "importedprofile.h"

#include <QSet>

namespace weir {

// Takes secrets out of what is imported and finds names for them: upper-case letters, digits and "_", as the
// names of environment variables are. One value has one name in an import.
class ImportedSecrets final
{
public:
    explicit ImportedSecrets(const QStringList &taken = {});

    // What the names begin with, a host for instance.
    void setPlace(const QString &place);
    // The marked text that stands for this one; variables in it stay what they are.
    QString keep(const QString &what, const QString &markedValue);
    // Those that were kept since the last time.
    QList<ImportedSecret> take();

private:
    QString nameFor(const QString &what, const QString &value);

    QString m_place;
    QSet<QString> m_taken; // by others
    QList<ImportedSecret> m_known;
    QList<ImportedSecret> m_kept;
};

// Whether a header, a query parameter or a member of this name holds something that nobody else should read.
bool isSecretName(const QString &name, const QString &value);
// Whether the value itself says so: a JSON web token, or a prefix that vendors give their keys.
bool isSecretValue(const QString &value);

} // namespace weir
