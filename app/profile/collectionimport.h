// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "collectionjson.h"
#include "profiledraft.h"

namespace weir {

// How a format writes variables in its texts.
enum class VariableStyle {
    None,
    Postman, // {{name}}
    Insomnia, // {{ _.name }}
    Hoppscotch, // <<name>>
    Configuration, // ${NAME}, ${env:NAME}, ${input:name}
};
// The text with marks for its variables. What is computed there ({% ... %}) stays as it is.
QString markVariables(const QString &text, VariableStyle style);

// What the readers of all formats fill.
class CollectionImport final
{
public:
    CollectionImport(const QString &format, VariableStyle style, const ImportOptions &options);
    Q_DISABLE_COPY_MOVE(CollectionImport)

    QString text(const collection::Json &object, const char *name) const; // with marks
    // A list of objects with a name, a value and maybe a switch.
    struct RowMembers
    {
        const char *name;
        const char *value;
        const char *on = nullptr;
        const char *off = nullptr;
    };
    QList<ProfileRow> rows(const collection::Json &list, const RowMembers &members) const;

    // `where` is for people: the folders and the name.
    void add(const ProfileDraft &draft, const QString &where);
    void addEnvironment(const QString &name, QList<ProfileRow> rows, const QSet<QString> &secretNames = {});
    void notTaken(const QString &where, const QString &what);
    ImportResult result() const { return m_result; }

private:
    const VariableStyle m_style;
    ImportedSecrets m_secrets;
    ImportResult m_result;
};

// "a/b": folders in each other; a slash in a name would be one more.
QString subfolder(const QString &folder, const QString &name);
// The body and the type of a form of these rows.
void setForm(ProfileDraft &draft, const QList<ProfileRow> &rows);
void setContentType(Profile &profile, const QString &type); // unless there is one

// The readers, each for a tree that the format has been recognized in.
namespace collection {
Expected<ImportResult> readPostman(const Json &root, const ImportOptions &options);
Expected<ImportResult> readPostmanEnvironment(const Json &root, const ImportOptions &options);
Expected<ImportResult> readInsomnia(const Json &root, const ImportOptions &options);
Expected<ImportResult> readHoppscotch(const Json &root, const ImportOptions &options);
Expected<ImportResult> readHoppscotchEnvironments(const Json &root, const ImportOptions &options);
Expected<ImportResult> readHar(const Json &root, const ImportOptions &options);
Expected<ImportResult> readMcp(const Json &root, const ImportOptions &options);
}

} // namespace weir
