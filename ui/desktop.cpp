// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop.h"

#include "icons.h"
#include "mainwindow.h"

#include "profile/profilestore.h"
#include "profile/secretstore.h"
#include "session/workbench.h"

#include <QApplication>
#include <QFileInfo>
#include <QLibraryInfo>
#include <QLocale>
#include <QTimer>

// The initialiser is a declaration and cannot stand in a namespace.
static void initTranslations()
{
    Q_INIT_RESOURCE(i18n);
}

namespace weir {

namespace {

Theme::Scheme schemeFromName(const QString &name)
{
    if (name == QLatin1String("dark"))
        return Theme::Scheme::Dark;
    return name == QLatin1String("light") ? Theme::Scheme::Light : Theme::Scheme::System;
}

} // namespace

Desktop::Desktop()
    : m_settings(m_store)
    , m_profiles(std::make_unique<ProfileStore>())
    , m_secrets(std::make_unique<SecretStore>())
{
    QGuiApplication::setWindowIcon(applicationIcon());
    installLanguage();
    installTheme();
    openProfiles();
}

Desktop::~Desktop() = default;

Expected<void> Desktop::open(const QString &capturePath)
{
    const QString wanted = QFileInfo(capturePath).canonicalFilePath();
    if (m_workbench && !wanted.isEmpty()
        && wanted == QFileInfo(m_workbench->capturePath()).canonicalFilePath())
        return {};
    auto workbench = Workbench::open(capturePath);
    if (!workbench)
        return tl::unexpected(workbench.error());
    m_window.reset();
    m_workbench = std::move(*workbench);
    connect(m_workbench.get(), &Workbench::captureFull, this, &Desktop::goOnInNewCapture);
    rebuildWindow();
    return {};
}

void Desktop::goOnInNewCapture()
{
    const QString full = QFileInfo(m_workbench->capturePath()).fileName();
    if (const auto goesOn = m_workbench->goOnInNewCapture(); !goesOn) {
        m_window->say(errorText(goesOn.error()));
        return;
    }
    rebuildWindow();
    m_window->say(
        tr("The capture %1 took half of the room for automatic captures; Weir goes on in a new one.")
            .arg(full));
}

void Desktop::setTheme(const QString &theme)
{
    m_settings.setValue(Setting::Theme, theme);
    installTheme();
}

void Desktop::setLanguage(const QString &language)
{
    m_settings.setValue(Setting::Language, language);
    installLanguage();
    // From a clean stack: the action that asked for it belongs to the window that goes away.
    QTimer::singleShot(0, this, &Desktop::rebuildWindow);
}

void Desktop::installLanguage()
{
    initTranslations();
    const QString name = m_settings.value(Setting::Language).toString();
    const QLocale locale = name == QLatin1String("system") ? QLocale::system() : QLocale(name);
    QLocale::setDefault(locale);
    m_ours = std::make_unique<QTranslator>();
    m_qt = std::make_unique<QTranslator>();
    if (m_qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                   QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(m_qt.get());
    if (m_ours->load(locale, QStringLiteral("weir"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(m_ours.get());
}

// Our own folder is made where it is missing; another that is not there may come back.
void Desktop::openProfiles()
{
    const QString folder = m_settings.value(Setting::ProfileFolder).toString();
    const bool isOurs = folder == Settings::spec(Setting::ProfileFolder).fallback.toString();
    m_profiles->open(folder, isOurs ? ProfileStore::Create::Yes : ProfileStore::Create::No);
}

void Desktop::installTheme()
{
    applyTheme(*qApp, schemeFromName(m_settings.value(Setting::Theme).toString()));
}

void Desktop::rebuildWindow()
{
    QList<Connection *> pages;
    if (m_window) {
        m_window->keepLayout();
        pages = m_window->openPages();
    }
    m_window = std::make_unique<MainWindow>(*m_workbench, *m_profiles, *m_secrets, m_settings);
    connect(m_window.get(), &MainWindow::themeChosen, this, &Desktop::setTheme);
    connect(m_window.get(), &MainWindow::languageChosen, this, &Desktop::setLanguage);
    connect(m_window.get(), &MainWindow::captureChosen, this, [this](const QString &path) {
        QTimer::singleShot(0, this, [this, path] {
            if (const auto opened = open(path); !opened)
                m_window->say(errorText(opened.error()));
        });
    });
    m_window->restorePages(pages);
    m_window->show();
}

} // namespace weir
