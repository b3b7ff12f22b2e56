// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentrow.h"
#include "settings.h"
#include "uitest.h"

#include "profile/profilestore.h"

#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace weir;

class TestEnvironmentRow final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneIsChosenRememberedAndFollowed();
};

void TestEnvironmentRow::oneIsChosenRememberedAndFollowed()
{
    const QTemporaryDir folder;
    QSettings values(folder.filePath(QStringLiteral("weir.ini")), QSettings::IniFormat);
    Settings settings(values);
    ProfileStore store;
    store.open(folder.filePath(QStringLiteral("profiles")), ProfileStore::Create::Yes);
    QTRY_VERIFY_WITH_TIMEOUT(store.isLoaded(), 20000);
    const QString id = store.addEnvironment({.name = QStringLiteral("staging")});
    EnvironmentRow row(store, settings);
    row.resize(240, 40);
    row.show();
    QVERIFY(QTest::qWaitForWindowExposed(&row));
    QSignalSpy chosen(&row, &EnvironmentRow::chosen);
    auto *button = row.findChild<QPushButton *>();
    QCOMPARE(button->text(), QStringLiteral("None ▾"));
    QTest::mouseClick(button, Qt::LeftButton);
    auto *menu = row.findChild<QMenu *>();
    QVERIFY(menu->isVisible());
    QStringList texts;
    for (QAction *action : menu->actions()) {
        texts.append(action->text());
        if (action->text() == QLatin1String("staging"))
            action->trigger();
    }
    menu->close();
    QCOMPARE(texts.join(u','), QStringLiteral("None,staging,,Edit environments…"));
    QCOMPARE(button->text(), QStringLiteral("staging ▾"));
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen.at(0).at(0).toString(), QStringLiteral("staging"));
    QCOMPARE(settings.value(Setting::Environment).toString(), QStringLiteral("staging"));
    // the next window begins with it
    const EnvironmentRow second(store, settings);
    QCOMPARE(second.current(), QStringLiteral("staging"));
    store.saveEnvironment(id, {.name = QStringLiteral("stage")});
    QCOMPARE(row.current(), QStringLiteral("stage"));
    QCOMPARE(settings.value(Setting::Environment).toString(), QStringLiteral("stage"));
    store.removeEnvironments({id});
    QCOMPARE(row.current(), QString());
    QCOMPARE(chosen.size(), 3);
}

WEIR_TEST(runUiTest<TestEnvironmentRow>)

#include "tst_environmentrow.moc"
