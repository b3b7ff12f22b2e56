// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "desktop.h"
#include "eventtable.h"
#include "mainwindow.h"
#include "settings.h"
#include "sidebar.h"
#include "ssepage.h"
#include "tabarea.h"
#include "uitest.h"
#include "welcomepage.h"

#include "log/lens.h"
#include "session/workbench.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeView>

namespace weir {

template <typename Button> Button *buttonNamed(QWidget *in, const QString &text)
{
    for (Button *button : in->findChildren<Button *>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

inline QLineEdit *editNamed(QWidget *in, const QString &accessibleName)
{
    for (QLineEdit *edit : in->findChildren<QLineEdit *>()) {
        if (edit->accessibleName() == accessibleName)
            return edit;
    }
    return nullptr;
}

// The whole window on a capture of its own, with settings that begin empty.
class MainWindowFixture
{
protected:
    void keepSettingsApart() const
    {
        QStandardPaths::setTestModeEnabled(true);
        qputenv("DBUS_SESSION_BUS_ADDRESS",
                "unix:path=/nonexistent"); // a person's keychain is no part of a test
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
        QCoreApplication::setOrganizationName(QStringLiteral("weir-test"));
        QCoreApplication::setApplicationName(QStringLiteral("weir-test"));
    }
    bool openWindow()
    {
        QSettings().clear();
        QSettings().setValue(QStringLiteral("view/language"), QStringLiteral("en"));
        QSettings().setValue(QStringLiteral("profiles/folder"),
                             m_folder.filePath(QStringLiteral("profiles")));
        m_desktop = std::make_unique<Desktop>();
        ++m_captures;
        return m_desktop->open(capturePath()) && QTest::qWaitForWindowExposed(window());
    }
    void closeWindow() { m_desktop.reset(); }
    QString capturePath() const { return m_folder.filePath(QStringLiteral("window%1.weir").arg(m_captures)); }

    MainWindow *window() const { return m_desktop->window(); }
    QTreeView *sidebarTree() const { return window()->findChild<Sidebar *>()->findChild<QTreeView *>(); }
    // A feed of the demo, in the sidebar.
    void doubleClickFeed(const QString &name)
    {
        auto *tree = sidebarTree();
        const auto rows = tree->model()->match(tree->model()->index(0, 0), Qt::DisplayRole, name, 2,
                                               Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(rows.size(), 1);
        Q_EMIT tree->doubleClicked(rows.constFirst());
    }
    // The page of the first feed, with rows.
    SsePage *startDemo()
    {
        QPushButton *button =
            buttonNamed<QPushButton>(window()->findChild<WelcomePage *>(), QStringLiteral("Start the demo"));
        if (!button)
            return nullptr;
        QTest::mouseClick(button, Qt::LeftButton);
        // not whichever page findChild() comes upon: another demo feed takes seconds for its first rows
        const auto first = [this] {
            const auto pages = window()->findChild<TabArea *>()->pages();
            return pages.isEmpty() ? nullptr : qobject_cast<SsePage *>(pages.constFirst());
        };
        const auto hasRows = [&first] { return first() && first()->table()->lens()->rowCount() >= 5; };
        return QTest::qWaitFor(hasRows, 30000) ? first() : nullptr;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Desktop> m_desktop;

private:
    int m_captures = 0;
};

} // namespace weir
