// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "emptyhint.h"
#include "profiledraft.h"
#include "templatemodel.h"
#include "templatespanel.h"
#include "theme.h"
#include "uitest.h"

#include <QAbstractItemModelTester>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace weir;

namespace {
MessageTemplate message(const char *name, const char *folder = "")
{
    return {.name = s(name), .folder = s(folder), .format = MessageFormat::Json, .body = s("{}")};
}
}

class TestTemplatesPanel final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup() { m_panel.reset(); }

    void theyStandInFolders();
    void anEmptyListSaysWhatToDo();
    void enterPutsOneIntoTheEditorAndControlEnterSendsIt();
    void aNewOneIsNamedInPlace();
    void changesAreMarkedAndRevertUndoesThem();
    void altMovesThroughFolders();
    void foldersMoveToo();
    void oneIsDraggedIntoAFolder();
    void aFolderIsRenamed();
    void aCopyStandsBehindTheFirst();
    void closedFoldersStayClosed();
    void aNameThatIsBeingTypedIsNoTroubleAtTheEnd();

private:
    QTreeView *tree() const { return m_panel->findChild<QTreeView *>(); }
    TemplateModel *model() const { return static_cast<TemplateModel *>(tree()->model()); }
    void select(const char *name);
    QString selected() const { return tree()->currentIndex().data().toString(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(tree(), key, modifiers); }
    void name(const char *text);
    QStringList names() const;

    std::unique_ptr<ProfileDraft> m_draft;
    std::unique_ptr<TemplatesPanel> m_panel;
};

void TestTemplatesPanel::init()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    m_draft = std::make_unique<ProfileDraft>();
    Profile profile;
    profile.templates = {message("a"), message("b", "Rooms"), message("c"), message("d", "Other"),
                         message("e", "Rooms")};
    m_draft->setProfile(profile);
    m_draft->setSaved(profile);
    m_panel = std::make_unique<TemplatesPanel>(m_draft.get());
    m_panel->resize(300, 400);
    m_panel->show();
    m_panel->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
    new QAbstractItemModelTester(model(), QAbstractItemModelTester::FailureReportingMode::Fatal, model());
}

void TestTemplatesPanel::select(const char *name)
{
    const QModelIndexList found = model()->match(model()->index(0, 0), Qt::DisplayRole, s(name), 1,
                                                 Qt::MatchExactly | Qt::MatchRecursive);
    QCOMPARE(found.size(), 1);
    tree()->setCurrentIndex(found.constFirst());
    tree()->setFocus();
}

void TestTemplatesPanel::name(const char *text)
{
    auto *editor = tree()->findChild<QLineEdit *>();
    QVERIFY(editor);
    QVERIFY(!editor->accessibleName().isEmpty());
    editor->selectAll();
    QTest::keyClicks(editor, s(text));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_VERIFY(!tree()->findChild<QLineEdit *>());
}

QStringList TestTemplatesPanel::names() const
{
    QStringList all;
    for (const MessageTemplate &one : m_draft->profile().templates)
        all.append(one.folder.isEmpty() ? one.name : one.folder + u'/' + one.name);
    return all;
}

void TestTemplatesPanel::theyStandInFolders()
{
    QCOMPARE(model()->rowCount(), 4);
    QCOMPARE(model()->index(0, 0).data().toString(), s("a"));
    QCOMPARE(model()->index(1, 0).data().toString(), s("c"));
    const QModelIndex rooms = model()->index(2, 0);
    QCOMPARE(rooms.data().toString(), s("Rooms"));
    QCOMPARE(model()->rowCount(rooms), 2);
    QCOMPARE(model()->index(1, 0, rooms).data().toString(), s("e"));
    QVERIFY(tree()->isExpanded(rooms));
    QCOMPARE(model()->index(0, 0).data(Qt::AccessibleTextRole).toString(), s("a, JSON"));
    for (int i = 0; i < 5; ++i)
        QCOMPARE(model()->numberOf(model()->indexOf(i)), i);
}

void TestTemplatesPanel::anEmptyListSaysWhatToDo()
{
    const auto *hint = m_panel->findChild<EmptyHint *>();
    QVERIFY(!hint->isVisible());
    m_draft->setProfile({});
    QVERIFY(hint->isVisible() && !hint->text().isEmpty());
}

void TestTemplatesPanel::enterPutsOneIntoTheEditorAndControlEnterSendsIt()
{
    QSignalSpy chosen(m_panel.get(), &TemplatesPanel::chosen);
    QSignalSpy sent(m_panel.get(), &TemplatesPanel::sendRequested);
    select("b");
    press(Qt::Key_Return);
    QCOMPARE(chosen.size(), 1);
    QCOMPARE(chosen[0][0].value<MessageTemplate>().name, s("b"));
    press(Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(sent.size(), 1);
    QTest::mouseClick(m_panel->findChild<QPushButton *>(), Qt::LeftButton);
    QCOMPARE(sent.size(), 2);
    const QPoint at = tree()->visualRect(model()->indexOf(0)).center();
    QTest::mouseClick(tree()->viewport(), Qt::LeftButton, {}, at);
    QTest::mouseDClick(tree()->viewport(), Qt::LeftButton, {}, at);
    QCOMPARE(chosen.size(), 2);
    QCOMPARE(chosen[1][0].value<MessageTemplate>().name, s("a"));
    select("Rooms"); // a folder is neither
    press(Qt::Key_Return, Qt::ControlModifier);
    QVERIFY(!m_panel->findChild<QPushButton *>()->isEnabled());
    QCOMPARE(sent.size(), 2);
}

void TestTemplatesPanel::aNewOneIsNamedInPlace()
{
    QSignalSpy asked(m_panel.get(), &TemplatesPanel::newRequested);
    select("b");
    press(Qt::Key_Insert);
    QCOMPARE(asked.size(), 1);
    m_panel->add(message("raw"));
    name("fresh");
    QCOMPARE(names(),
             (QStringList{s("a"), s("Rooms/b"), s("Rooms/fresh"), s("c"), s("Other/d"), s("Rooms/e")}));
    QCOMPARE(selected(), s("fresh"));
}

void TestTemplatesPanel::changesAreMarkedAndRevertUndoesThem()
{
    using Role = TemplateModel::Role;
    QVERIFY(!m_draft->isChanged());
    select("c");
    press(Qt::Key_F2);
    name("C");
    QVERIFY(m_draft->isChanged());
    QVERIFY(tree()->currentIndex().data(Role::ChangedRole).toBool());
    QVERIFY(!model()->indexOf(0).data(Role::ChangedRole).toBool());
    press(Qt::Key_Delete);
    QCOMPARE(m_draft->profile().templates.size(), 4);
    m_draft->setProfile(*m_draft->saved());
    QCOMPARE(names(), (QStringList{s("a"), s("Rooms/b"), s("c"), s("Other/d"), s("Rooms/e")}));
    QCOMPARE(model()->templates(), m_draft->profile().templates);
}

void TestTemplatesPanel::altMovesThroughFolders()
{
    select("c");
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().first(2), (QStringList{s("c"), s("a")}));
    press(Qt::Key_Up, Qt::AltModifier); // it is the first
    QCOMPARE(selected(), s("c"));
    press(Qt::Key_Down, Qt::AltModifier);
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{s("a"), s("Rooms/c"), s("Rooms/b"), s("Rooms/e"), s("Other/d")}));
    QCOMPARE(selected(), s("c"));
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names().first(2), (QStringList{s("a"), s("c")}));
}

void TestTemplatesPanel::foldersMoveToo()
{
    select("Other");
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(names(), (QStringList{s("a"), s("c"), s("Other/d"), s("Rooms/b"), s("Rooms/e")}));
    QCOMPARE(selected(), s("Other"));
}

void TestTemplatesPanel::oneIsDraggedIntoAFolder()
{
    const auto drop = [this](int number, int row, const QModelIndex &parent) {
        const std::unique_ptr<QMimeData> data(model()->mimeData({model()->indexOf(number)}));
        model()->dropMimeData(data.get(), Qt::MoveAction, row, 0, parent);
    };
    drop(0, -1, model()->folder(s("Rooms")));
    QCOMPARE(names(), (QStringList{s("c"), s("Rooms/b"), s("Rooms/e"), s("Rooms/a"), s("Other/d")}));
    QCOMPARE(selected(), s("a"));
    drop(3, 0, model()->folder(s("Rooms")));
    QCOMPARE(names(), (QStringList{s("c"), s("Rooms/a"), s("Rooms/b"), s("Rooms/e"), s("Other/d")}));
    drop(1, 2, model()->folder(s("Rooms")));
    QCOMPARE(names(), (QStringList{s("c"), s("Rooms/b"), s("Rooms/a"), s("Rooms/e"), s("Other/d")}));
    drop(4, 0, {});
    QCOMPARE(names(), (QStringList{s("d"), s("c"), s("Rooms/b"), s("Rooms/a"), s("Rooms/e")}));
    TemplateModel other; // of another list
    const std::unique_ptr<QMimeData> foreign(model()->mimeData({model()->indexOf(0)}));
    QVERIFY(!other.dropMimeData(foreign.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(other.rowCount(), 0);
}

void TestTemplatesPanel::aFolderIsRenamed()
{
    select("Rooms");
    press(Qt::Key_F2);
    name("Halls");
    QCOMPARE(names(), (QStringList{s("a"), s("Halls/b"), s("c"), s("Other/d"), s("Halls/e")}));
    tree()->setFocus();
    select("Halls");
    press(Qt::Key_F2);
    name("Other"); // one of them now
    QCOMPARE(model()->folders(), QStringList{s("Other")});
    QCOMPARE(model()->rowCount(model()->folder(s("Other"))), 3);
}

void TestTemplatesPanel::aCopyStandsBehindTheFirst()
{
    select("b");
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(names(),
             (QStringList{s("a"), s("Rooms/b"), s("Rooms/b (copy)"), s("c"), s("Other/d"), s("Rooms/e")}));
    QCOMPARE(selected(), s("b (copy)"));
}

void TestTemplatesPanel::closedFoldersStayClosed()
{
    tree()->collapse(model()->folder(s("Rooms")));
    select("c");
    press(Qt::Key_Delete);
    QCOMPARE(selected(), s("Rooms"));
    QVERIFY(!tree()->isExpanded(model()->folder(s("Rooms"))));
    QVERIFY(tree()->isExpanded(model()->folder(s("Other"))));
}

void TestTemplatesPanel::aNameThatIsBeingTypedIsNoTroubleAtTheEnd()
{
    select("a");
    press(Qt::Key_F2);
    QTest::keyClicks(tree()->findChild<QLineEdit *>(), s("half"));
    m_draft.reset();
    m_panel.reset();
}

WEIR_TEST(runUiTest<TestTemplatesPanel>)

#include "tst_templatespanel.moc"
