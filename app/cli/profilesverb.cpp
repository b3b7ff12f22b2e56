// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli.h"
#include "savedprofiles.h"

#include "profile/profilename.h"
#include "session/profileresolver.h"

#include <QCommandLineParser>

#include <nlohmann/json.hpp>
#include <wchar.h>

#include <algorithm>
#include <array>

namespace weir {

namespace {
struct Line
{
    QString file;
    QString name;
    QString folder;
    QString protocol;
    QString url;
    QStringList variables;
    QStringList secrets;
};

QString protocolName(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Sse:
        return QStringLiteral("sse");
    case Protocol::WebSocket:
        return QStringLiteral("websocket");
    case Protocol::JsonRpc:
        return QStringLiteral("json-rpc");
    }
    return {};
}

// With the values of the environment, where one is chosen; never with those of secrets.
QString shownUrl(const Profile &profile, const std::optional<Environment> &environment,
                 const QStringList &secrets)
{
    if (!environment)
        return profile.url;
    VariableSources sources{.profile = profile.variables,
                            .environment = environment,
                            .process = QProcessEnvironment::systemEnvironment()};
    for (const QString &secret : secrets)
        sources.secrets.insert(secret, QStringLiteral("•••"));
    return Variables(sources).resolve(profile.url).text;
}

Line lineOf(const SavedProfiles::File<Profile> &file, const std::optional<Environment> &environment)
{
    const Profile &profile = file.content;
    const QStringList secrets = requiredSecrets(profile, environment);
    return {.file = file.path,
            .name = shownName(profile),
            .folder = profile.folder,
            .protocol = protocolName(profile.protocol),
            .url = shownUrl(profile, environment, secrets),
            .variables = requiredVariables(profile),
            .secrets = secrets};
}

QString json(const Line &line)
{
    const auto text = [](const QString &value) { return value.toStdString(); };
    const auto list = [](const QStringList &values) {
        auto array = nlohmann::ordered_json::array();
        for (const QString &value : values)
            array.push_back(value.toStdString());
        return array;
    };
    const nlohmann::ordered_json object{{"file", text(line.file)},      {"name", text(line.name)},
                                        {"folder", text(line.folder)},  {"protocol", text(line.protocol)},
                                        {"url", text(line.url)},        {"variables", list(line.variables)},
                                        {"secrets", list(line.secrets)}};
    return QString::fromStdString(object.dump()) + QLatin1Char('\n');
}

// Columns of a terminal.
qsizetype widthOf(const QString &text)
{
    qsizetype width = 0;
    for (const char32_t c : text.toStdU32String()) {
        const int columns = ::wcwidth(wchar_t(c));
        width += columns < 0 ? 1 : columns; // less than 0: the locale does not know it
    }
    return width;
}

QString table(const QList<Line> &lines)
{
    using Cells = std::array<QString, 5>;
    QList<Cells> rows{
        {Cli::tr("NAME"), Cli::tr("FOLDER"), Cli::tr("PROTOCOL"), Cli::tr("URL"), Cli::tr("VARIABLES")}};
    for (const Line &line : lines)
        rows.append({Cli::harmless(line.name), Cli::harmless(line.folder), line.protocol,
                     Cli::harmless(line.url), Cli::harmless(line.variables.join(QLatin1String(", ")))});
    std::array<qsizetype, 5> widths{};
    for (const Cells &cells : rows) {
        for (size_t i = 0; i < cells.size(); ++i)
            widths[i] = std::max(widths[i], widthOf(cells[i]));
    }
    QString text;
    for (const Cells &cells : rows) {
        QString line;
        for (size_t i = 0; i < cells.size(); ++i)
            line += cells[i] + QString(widths[i] - widthOf(cells[i]) + 2, QLatin1Char(' '));
        while (line.endsWith(QLatin1Char(' ')))
            line.chop(1);
        text += line + QLatin1Char('\n');
    }
    return text;
}

Expected<QString> listOf(const SavedProfiles &folder, const QString &environmentName, bool asJson)
{
    std::optional<Environment> environment;
    if (!environmentName.isEmpty()) {
        const auto found = folder.environment(environmentName);
        if (!found)
            return tl::unexpected(found.error());
        environment = *found;
    }
    QList<Line> lines;
    for (const auto &file : folder.profiles)
        lines.append(lineOf(file, environment));
    if (!asJson)
        return lines.isEmpty() ? QString() : table(lines);
    QString text;
    for (const Line &line : lines)
        text += json(line);
    return text;
}
}

int runProfiles(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(
        "Lists the saved profiles, in the order of their files: as a table, or as NDJSON, one object a line "
        "with "
        "the members file, name, folder, protocol (sse, websocket, json-rpc), url, variables (those that the "
        "environment has to give) and secrets (their names, never their values). A file that cannot be read "
        "is "
        "named on standard error with its line and the reason. Exit code: 0 done, 1 there are profiles and "
        "none "
        "can be read, 2 wrong usage."));
    const QCommandLineOption format(QStringLiteral("format"),
                                    Cli::tr("The format: table or ndjson; table without it."),
                                    QStringLiteral("FORMAT"), QStringLiteral("table"));
    const QCommandLineOption environment(QStringLiteral("env"),
                                         Cli::tr("Show the URLs with the values of this environment."),
                                         QStringLiteral("NAME"));
    const QCommandLineOption place(
        QStringLiteral("profiles"),
        Cli::tr("Look in this folder instead of WEIR_PROFILES or the folder that the window uses."),
        QStringLiteral("FOLDER"));
    parser.addOptions({format, environment, place});
    if (const auto code = Cli::parse(parser, QStringLiteral("profiles"), arguments))
        return *code;
    if (!parser.positionalArguments().isEmpty())
        return Cli::usageError(
            Cli::tr("“weir profiles” takes no argument “%1”.").arg(parser.positionalArguments().first()));
    const QString form = parser.value(format);
    if (form != QLatin1String("table") && form != QLatin1String("ndjson"))
        return Cli::usageError(Cli::tr("There is no format “%1”; use table or ndjson.").arg(form));
    const auto path = SavedProfiles::choose(parser.value(place));
    if (!path)
        return Cli::usageError(path.error());
    const SavedProfiles folder = SavedProfiles::read(*path);
    const auto text = listOf(folder, parser.value(environment), form == QLatin1String("ndjson"));
    if (!text)
        return Cli::usageError(text.error());
    Cli::print(*text);
    for (const auto &file : folder.broken)
        Cli::printError(faultLine(file));
    if (folder.profiles.isEmpty() && folder.broken.isEmpty())
        Cli::printError(Cli::tr("There are no profiles in %1.").arg(folder.path));
    return folder.profiles.isEmpty() && !folder.broken.isEmpty() ? Cli::Failed : Cli::Done;
}

} // namespace weir
