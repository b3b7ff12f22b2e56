// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop.h"
#include "mainwindow.h"

#include "cli/cli.h"
#include "cli/interrupt.h"
#include "http/eventloops.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QFile>

#include <chrono>
#include <cstdlib>
#include <thread>

namespace {

struct WindowOptions
{
    QString capture; // empty: an automatic one
    QStringList urls;
    bool demo = false;
};

QStringList argumentsOf(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    return arguments;
}

// What a file manager starts us with.
bool isCaptureName(const QString &argument)
{
    return !argument.startsWith(QLatin1Char('-')) && argument.endsWith(QLatin1String(".weir"));
}

weir::Expected<WindowOptions> windowOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    const QCommandLineOption capture(QStringLiteral("capture"), {}, QStringLiteral("FILE"));
    const QCommandLineOption connectTo(QStringLiteral("connect"), {}, QStringLiteral("URL"));
    const QCommandLineOption demo(QStringLiteral("demo"));
    parser.addOptions({capture, connectTo, demo});
    if (!parser.parse(QStringList{QStringLiteral("weir")} + arguments))
        return weir::failure(weir::ErrorCode::Usage, parser.errorText());
    WindowOptions options{parser.value(capture), parser.values(connectTo), parser.isSet(demo)};
    QStringList others = parser.positionalArguments();
    if (!others.isEmpty() && !parser.isSet(capture) && isCaptureName(others.constFirst())) {
        options.capture = others.takeFirst();
        if (!QFile::exists(options.capture))
            return weir::failure(weir::ErrorCode::FileNotFound, options.capture);
    }
    if (!others.isEmpty())
        return weir::failure(
            weir::ErrorCode::Usage,
            QCoreApplication::translate("main", "“%1” is neither a verb nor an option; see weir --help.")
                .arg(others.constFirst()));
    if (parser.isSet(capture) && options.capture.isEmpty())
        return weir::failure(weir::ErrorCode::Usage,
                             QCoreApplication::translate("main", "--capture needs the name of a file."));
    for (const QString &url : options.urls) {
        const auto valid = weir::MainWindow::validateUrl(url);
        if (!valid && valid.error().code == weir::ErrorCode::InvalidUrl)
            return weir::failure(weir::ErrorCode::InvalidUrl, url);
        if (!valid)
            return tl::unexpected(valid.error());
    }
    return options;
}

int sayNoDisplay()
{
    return weir::Cli::usageError(QCoreApplication::translate(
        "main", "There is no display to open a window on; see weir --help for what works without one."));
}

bool hasDisplay(const QStringList &arguments)
{
#if defined(Q_OS_LINUX)
    const auto isSet = [](const char *name) { return !qEnvironmentVariableIsEmpty(name); };
    return isSet("DISPLAY") || isSet("WAYLAND_DISPLAY") || isSet("QT_QPA_PLATFORM")
        || arguments.contains(QLatin1String("-platform")) || arguments.contains(QLatin1String("--platform"));
#else
    Q_UNUSED(arguments)
    return true;
#endif
}

// Qt aborts where a display cannot be reached.
void whileTheDisplayIsOpened(QtMsgType type, const QMessageLogContext &, const QString &)
{
    if (type == QtFatalMsg)
        std::_Exit(sayNoDisplay());
}

// For when all is written: Qt would still wait for the resolver, which nothing can stop.
void leaveSoon(int code)
{
    std::thread([code] {
        std::this_thread::sleep_for(std::chrono::milliseconds(300));
        std::_Exit(code);
    }).detach();
}

int showWindow(const QStringList &arguments)
{
    const auto options = windowOptions(arguments);
    if (!options)
        return weir::Cli::usageError(options.error());
    const weir::Interrupt interrupt;
    QObject::connect(&interrupt, &weir::Interrupt::requested, qApp, &QCoreApplication::quit);
    weir::Desktop desktop;
    if (const auto opened = desktop.open(options->capture); !opened)
        return weir::Cli::usageError(opened.error());
    for (const QString &url : options->urls)
        desktop.window()->openUrl(url);
    if (options->demo)
        desktop.window()->startDemo();
    return QApplication::exec();
}

int runWindow(int argc, char **argv)
{
    const QStringList arguments = argumentsOf(argc, argv);
    if (!hasDisplay(arguments)) {
        const auto options = windowOptions(arguments);
        return options ? sayNoDisplay() : weir::Cli::usageError(options.error());
    }
    weir::useOwnEventLoops(weir::EventLoops::OfThreads);
    const QtMessageHandler before = qInstallMessageHandler(whileTheDisplayIsOpened);
    QApplication application(argc, argv);
    qInstallMessageHandler(before);
    // Qt has taken its own options out.
    const int code = showWindow(QCoreApplication::arguments().mid(1));
    leaveSoon(code);
    return code;
}

int runVerb(int argc, char **argv)
{
    weir::useOwnEventLoops(weir::EventLoops::All);
    const QCoreApplication application(argc, argv);
    const int code = weir::Cli::run(argumentsOf(argc, argv));
    leaveSoon(code);
    return code;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("weir"));
    QCoreApplication::setOrganizationName(QStringLiteral("weir"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WEIR_VERSION));
    const QStringList arguments = argumentsOf(argc, argv);
    const bool isVerb = weir::Cli::wants(arguments) && !isCaptureName(arguments.constFirst());
    return isVerb ? runVerb(argc, argv) : runWindow(argc, argv);
}
