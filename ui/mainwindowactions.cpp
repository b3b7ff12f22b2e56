// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chatpage.h"
#include "commandpalette.h"
#include "eventtable.h"
#include "logpanel.h"
#include "mainwindow.h"
#include "profiledesk.h"
#include "requestbar.h"
#include "rpcpage.h"
#include "settings.h"
#include "sidebar.h"
#include "tabarea.h"

#include "profile/copyas.h"
#include "session/workbench.h"

#include <QAction>
#include <QDesktopServices>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

// What the actions do; the rest of the window is in mainwindow.cpp.
namespace weir {

void MainWindow::act(ActionId id, bool checked)
{
    if (actOnFile(id) || actOnConnection(id) || actOnProfile(id) || actOnView(id, checked))
        return;
    actOnLog(id, checked);
}

bool MainWindow::actOnFile(ActionId id)
{
    switch (id) {
    case ActionId::NewConnection:
        newConnection();
        return true;
    case ActionId::OpenUrl:
        m_sidebar->show();
        m_sidebar->focusUrl();
        return true;
    case ActionId::OpenCapture:
        chooseCapture();
        return true;
    case ActionId::Export:
        (currentLog() ? currentLog() : m_log)->startExport();
        return true;
    case ActionId::OpenCaptureFolder:
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_workbench.capturePath()).absolutePath()));
        return true;
    case ActionId::CloseTab:
        closePage(m_tabs->current());
        return true;
    case ActionId::ReopenTab:
        reopenPage();
        return true;
    case ActionId::Quit:
        close();
        return true;
    default:
        return false;
    }
}

bool MainWindow::actOnConnection(ActionId id)
{
    ConnectionPage *feed = currentFeed();
    switch (id) {
    case ActionId::Connect:
        if (feed)
            feed->connectNow();
        return true;
    case ActionId::Disconnect:
        if (feed)
            feed->disconnectNow();
        return true;
    case ActionId::ReconnectNow:
        if (feed)
            feed->connection().reconnectNow();
        return true;
    case ActionId::StartDemo:
        startDemo();
        return true;
    default:
        return actOnConversation(id);
    }
}

bool MainWindow::actOnConversation(ActionId id)
{
    auto *chat = qobject_cast<ChatPage *>(currentFeed());
    switch (id) {
    case ActionId::PingNow:
        if (chat)
            chat->pingNow();
        return true;
    case ActionId::CloseWithCode:
        if (chat)
            chat->askForClose();
        return true;
    case ActionId::WriteMessage:
        if (chat)
            chat->focusComposer();
        return true;
    case ActionId::ShowAsTable:
        if (chat)
            chat->setTableShown(!chat->isTableShown());
        return true;
    default:
        return actOnCalls(id);
    }
}

bool MainWindow::actOnCalls(ActionId id)
{
    auto *calls = qobject_cast<RpcPage *>(currentFeed());
    switch (id) {
    case ActionId::WriteCall:
        if (calls)
            calls->focusForm();
        return true;
    case ActionId::DiscoverMethods:
        if (calls)
            calls->discover();
        return true;
    case ActionId::CompareConnections:
        if (calls)
            calls->compareConnections();
        return true;
    default:
        return false;
    }
}

bool MainWindow::actOnProfile(ActionId id)
{
    ConnectionPage *feed = currentFeed();
    const auto copyAs = [this, feed](CopyFormat format) {
        if (feed)
            m_desk->copyAs(feed->request().profile(), format);
        return true;
    };
    switch (id) {
    case ActionId::SaveConnection:
        if (feed)
            m_desk->save(feed);
        return true;
    case ActionId::RevertConnection:
        if (feed)
            m_desk->revert(feed);
        return true;
    case ActionId::ImportConnections:
        m_desk->startImport();
        return true;
    case ActionId::EditSecrets:
        m_desk->showSecrets();
        return true;
    case ActionId::CopyAsCurl:
        return copyAs(CopyFormat::Curl);
    case ActionId::CopyAsWebsocat:
        return copyAs(CopyFormat::Websocat);
    case ActionId::CopyAsWeir:
        return copyAs(CopyFormat::Weir);
    case ActionId::CopyAsJavaScript:
        return copyAs(CopyFormat::JavaScript);
    case ActionId::CopyAsPython:
        return copyAs(CopyFormat::Python);
    default:
        return false;
    }
}

bool MainWindow::actOnView(ActionId id, bool checked)
{
    switch (id) {
    case ActionId::Palette:
        (new CommandPalette(m_actions->all(), CommandPalette::Offer::Enabled, this))->popup();
        return true;
    case ActionId::Keys:
        (new CommandPalette(m_actions->all(), CommandPalette::Offer::All, this))->popup();
        return true;
    case ActionId::About:
        showAbout();
        return true;
    case ActionId::FindConnection:
        m_sidebar->show();
        m_sidebar->focusFind();
        return true;
    case ActionId::NextTab:
        m_tabs->step(1);
        return true;
    case ActionId::PreviousTab:
        m_tabs->step(-1);
        return true;
    case ActionId::ShowSidebar:
        m_settings.setValue(Setting::SidebarVisible, checked);
        m_sidebar->setVisible(checked);
        return true;
    case ActionId::ShowLog:
        m_settings.setValue(Setting::LogVisible, checked);
        updateLogPanel();
        return true;
    case ActionId::ThemeSystem:
        Q_EMIT themeChosen(QStringLiteral("system"));
        return true;
    case ActionId::ThemeLight:
        Q_EMIT themeChosen(QStringLiteral("light"));
        return true;
    case ActionId::ThemeDark:
        Q_EMIT themeChosen(QStringLiteral("dark"));
        return true;
    case ActionId::LanguageSystem:
        Q_EMIT languageChosen(QStringLiteral("system"));
        return true;
    case ActionId::LanguageEnglish:
        Q_EMIT languageChosen(QStringLiteral("en"));
        return true;
    case ActionId::LanguageChinese:
        Q_EMIT languageChosen(QStringLiteral("zh_CN"));
        return true;
    default:
        return false;
    }
}

bool MainWindow::actOnLog(ActionId id, bool checked)
{
    ConnectionPage *feed = currentFeed();
    LogPanel *log = currentLog() ? currentLog() : m_log;
    switch (id) {
    case ActionId::Search:
        feed ? feed->focusSearch() : log->focusSearch();
        return true;
    case ActionId::SearchLog:
        if (!log->isVisible())
            (*m_actions)[ActionId::ShowLog]->trigger();
        log->focusSearch();
        return true;
    case ActionId::Pause:
        feed ? feed->setPaused(checked) : log->setPaused(checked);
        return true;
    case ActionId::Follow:
        feed ? feed->setFollowing(checked) : log->setFollowing(checked);
        return true;
    case ActionId::LogTab:
        openLogTab();
        return true;
    case ActionId::CopyRow:
        currentTable()->copy(CopyJob::Form::Ndjson);
        return true;
    case ActionId::GoToRow:
        currentTable()->askWhereToGo();
        return true;
    default:
        return false;
    }
}

void MainWindow::checkChoices()
{
    const QString theme = m_settings.value(Setting::Theme).toString();
    const QString language = m_settings.value(Setting::Language).toString();
    const auto check = [this](ActionId id, bool checked) { (*m_actions)[id]->setChecked(checked); };
    check(ActionId::ThemeSystem, theme == QLatin1String("system"));
    check(ActionId::ThemeLight, theme == QLatin1String("light"));
    check(ActionId::ThemeDark, theme == QLatin1String("dark"));
    check(ActionId::LanguageSystem, language == QLatin1String("system"));
    check(ActionId::LanguageEnglish, language == QLatin1String("en"));
    check(ActionId::LanguageChinese, language == QLatin1String("zh_CN"));
    check(ActionId::ShowSidebar, m_settings.value(Setting::SidebarVisible).toBool());
    check(ActionId::ShowLog, m_settings.value(Setting::LogVisible).toBool());
}

void MainWindow::chooseCapture()
{
    auto *dialog =
        new QFileDialog(this, tr("Open capture"), QFileInfo(m_workbench.capturePath()).absolutePath(),
                        tr("Weir captures (*.weir);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::captureChosen);
    dialog->open();
}

void MainWindow::showAbout()
{
    auto *dialog = new QDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("About Weir"));
    auto *text =
        new QLabel(tr("Weir %1\nA native desktop workbench for event streams.\n\n"
                      "Free software under the GNU General Public License, version 3 or later.\nQt %2.")
                       .arg(QStringLiteral(WEIR_VERSION), QString::fromLatin1(qVersion())),
                   dialog);
    text->setTextFormat(Qt::PlainText);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *layout = new QVBoxLayout(dialog);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addWidget(text);
    dialog->show();
}

} // namespace weir
