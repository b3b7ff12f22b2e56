// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "actions.h"
#include "uitest.h"

#include <QAction>
#include <QFile>
#include <QMainWindow>
#include <QMenuBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace weir;

class TestActions final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyActionHasATextAndAName();
    void noTwoShareAShortcut();
    void menusHoldEveryAction();
    void conditionsEnable();
    void triggeringNamesTheAction();
};

void TestActions::everyActionHasATextAndAName()
{
    QMainWindow window;
    const Actions actions(&window);
    QSet<QString> names;
    for (const ActionSpec &spec : actionTable()) {
        const QAction *action = actions[spec.id];
        QVERIFY(action);
        QVERIFY2(!action->text().isEmpty(), spec.name);
        QVERIFY2(!*spec.icon
                     || QFile::exists(QStringLiteral(":/weir/icons/%1.svg").arg(QLatin1String(spec.icon))),
                 spec.name);
        QVERIFY2(!names.contains(action->objectName()), spec.name);
        names.insert(action->objectName());
    }
    QCOMPARE(names.size(), qsizetype(actionTable().size()));
}

void TestActions::noTwoShareAShortcut()
{
    QMainWindow window;
    const Actions actions(&window);
    QSet<QString> seen[2]; // the sidebar's own come before the window's
    for (const ActionSpec &spec : actionTable()) {
        const QString keys = actions[spec.id]->shortcut().toString(QKeySequence::PortableText);
        QCOMPARE(keys.isEmpty(), *spec.shortcut == 0);
        if (keys.isEmpty())
            continue;
        QVERIFY2(!seen[spec.scope].contains(keys), qPrintable(keys));
        seen[spec.scope].insert(keys);
    }
}

void TestActions::menusHoldEveryAction()
{
    QMainWindow window;
    const Actions actions(&window);
    actions.fill(window.menuBar());
    QSet<QAction *> inMenus;
    QStringList titles;
    for (const QAction *menu : window.menuBar()->actions()) {
        titles.append(menu->text().remove(u'&'));
        QVERIFY2(menu->text().contains(u'&'), qPrintable(menu->text())); // Alt and a letter
        for (QAction *action : menu->menu<QMenu *>()->actions())
            inMenus.insert(action);
    }
    QCOMPARE(titles.join(QLatin1Char(' ')), QStringLiteral("File Connection View Log Tools Help"));
    for (QAction *action : actions.all())
        QVERIFY2(inMenus.contains(action), qPrintable(action->text()));
}

void TestActions::conditionsEnable()
{
    QMainWindow window;
    Actions actions(&window);
    actions.setConditions(Always);
    QVERIFY(actions[ActionId::OpenUrl]->isEnabled());
    QVERIFY(!actions[ActionId::Connect]->isEnabled());
    actions.setConditions(HasPage | Stopped);
    QVERIFY(actions[ActionId::Connect]->isEnabled());
    QVERIFY(!actions[ActionId::Disconnect]->isEnabled());
    QVERIFY(!actions[ActionId::ReconnectNow]->isEnabled());
    actions.setConditions(HasPage | Running | Waiting);
    QVERIFY(!actions[ActionId::Connect]->isEnabled());
    QVERIFY(actions[ActionId::Disconnect]->isEnabled());
    QVERIFY(actions[ActionId::ReconnectNow]->isEnabled());
}

void TestActions::triggeringNamesTheAction()
{
    QMainWindow window;
    const Actions actions(&window);
    QSignalSpy spy(&actions, &Actions::triggered);
    actions[ActionId::ShowLog]->trigger();
    QCOMPARE(spy.size(), 1);
    QCOMPARE(spy.at(0).at(0).value<ActionId>(), ActionId::ShowLog);
    QCOMPARE(spy.at(0).at(1).toBool(), true);
}

WEIR_TEST(runUiTest<TestActions>)

#include "tst_actions.moc"
