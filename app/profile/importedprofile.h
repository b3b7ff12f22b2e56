// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile.h"

#include "base/error.h"

#include <QCoreApplication>

#include <functional>

namespace weir {

// A value that no profile may hold: it belongs into the keychain under this name.
struct ImportedSecret
{
    QString name;
    QString value;

    bool operator==(const ImportedSecret &) const = default;
};

struct ImportedProfile
{
    Profile profile = {};
    QStringList notTaken = {}; // sentences, or the words of the source
    QList<ImportedSecret> secrets = {}; // those whose {{secret.NAME}} stands in the profile

    bool operator==(const ImportedProfile &) const = default;
};

// What another tool's text gave. All values are in order of the source.
struct ImportResult
{
    QString format = {}; // "curl", "Postman" ...
    QList<ImportedProfile> profiles = {};
    QList<Environment> environments = {};
    QList<ImportedSecret> secrets = {}; // of the environments
    QStringList notTaken = {}; // what belongs to no profile, with the place where it stood

    bool operator==(const ImportResult &) const = default;
};

struct ImportOptions
{
    // The bytes of a file that the source names, at most `limit`. Without it such files are not taken over.
    std::function<Expected<QByteArray>(const QString &path, qint64 limit)> readFile = {};
    QStringList secretNames = {}; // that are in use and must not get another value
};

// The sentences of imports.
struct Import
{
    Q_DECLARE_TR_FUNCTIONS(Import)
};

} // namespace weir
