// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "settings.h"
#include "theme.h"

#include "base/error.h"

#include <QObject>
#include <QTranslator>

#include <memory>

namespace weir {

class MainWindow;
class ProfileStore;
class SecretStore;
class Workbench;

// What outlives a window: preferences, translation, theme, the profiles, and the workbench with its capture.
// Builds the window again where the language or the capture changes.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    Desktop();
    ~Desktop() override;
    Q_DISABLE_COPY_MOVE(Desktop)

    Settings &settings() { return m_settings; }
    MainWindow *window() const { return m_window.get(); }

    // Opens the window on a capture (empty: an automatic one). Nothing is changed on an error, nor where it
    // is the one that is open.
    Expected<void> open(const QString &capturePath);
    void setTheme(const QString &theme);
    void setLanguage(const QString &language);

private:
    void installLanguage();
    void installTheme();
    void openProfiles();
    void rebuildWindow();
    void goOnInNewCapture();

    QSettings m_store;
    Settings m_settings;
    std::unique_ptr<QTranslator> m_ours;
    std::unique_ptr<QTranslator> m_qt;
    std::unique_ptr<ProfileStore> m_profiles;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace weir
