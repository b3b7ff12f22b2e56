// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "testprogram.h"

#include "profile/profilestore.h"
#include "session/connectiontree.h"
#include "session/folderpath.h"
#include "session/workbench.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QMimeData>
#include <QSaveFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace weir;

using Row = ConnectionTree::Kind;

class TestConnectionTree final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void foldersNestAndRowsComeFirst();
    void namesAreSortedAsPeopleDo();
    void aConnectionStandsWhereItsProfileIs();
    void whatIsNotSavedHasAPlaceOfItsOwn();
    void aSavedConnectionMovesToItsProfile();
    void aFeedOfTheDemoFindsItsRow();
    void aRowIsRenamedInPlace();
    void aFolderIsRenamedWithAllInIt();
    void aFolderTakesTheNameOfAnother();
    void rowsAreDraggedIntoAFolder();
    void aFolderIsDraggedWithAllInIt();
    void aFolderDoesNotGoIntoItself();
    void nothingIsDroppedAmongTheFeedsOfTheDemo();
    void whatWasDroppedByAnotherWeirIsLeftAlone();
    void copiesHaveNamesOfTheirOwn();
    void removingIsUndoneInOneStep();
    void aProfileThatGoesLeavesItsConnection();
    void anEmptyFolderStaysUntilItIsRemoved();
    void aBrokenFileSaysWhy();
    void everyRowCanBeFoundByWhatItSays();
    void nothingIsUnreadInFront();
    void changesNeverResetIt();
    void aThousandProfilesAreQuick();
    void pathsOfFoldersAreClean();

private:
    QString add(const QString &name, const QString &folder = {});
    QStringList names(const QModelIndex &parent = {}) const;
    QModelIndex row(const QStringList &path) const;
    QString folderOf(const QString &id) const { return m_store->profile(id)->value.folder; }
    bool drop(const QModelIndexList &rows, const QModelIndex &onto);
    // The store writes on a thread of its own, and undoes when all is written.
    void undo();
    void redo();
    bool isQuiet() const { return !m_store->hasUnsaved(); }

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<Workbench> m_workbench;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<ConnectionTree> m_tree;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void TestConnectionTree::init()
{
    ++m_count;
    auto workbench = Workbench::open(m_folder.filePath(QStringLiteral("tree%1.weir").arg(m_count)));
    QVERIFY(workbench);
    m_workbench = std::move(*workbench);
    m_store = std::make_unique<ProfileStore>();
    m_store->open(m_folder.filePath(QStringLiteral("profiles%1").arg(m_count)), ProfileStore::Create::Yes);
    QTRY_VERIFY_WITH_TIMEOUT(m_store->isLoaded(), 20000);
    m_tree = std::make_unique<ConnectionTree>(
        *m_workbench, *m_store, QStringLiteral("Demo"),
        QList<ConnectionTree::DemoFeed>{{QStringLiteral("Zeta"), QStringLiteral("/feeds/heartbeat?rate=20")},
                                        {QStringLiteral("Alpha"), QStringLiteral("/feeds/market")}});
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_tree.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void TestConnectionTree::cleanup()
{
    m_tester.reset();
    m_tree.reset();
    m_store.reset();
    m_workbench.reset();
}

QString TestConnectionTree::add(const QString &name, const QString &folder)
{
    return m_store->add(
        {.name = name, .folder = folder, .url = QString(QLatin1String("http://127.0.0.1:1/") + name)});
}

QStringList TestConnectionTree::names(const QModelIndex &parent) const
{
    QStringList names;
    for (int i = 0; i < m_tree->rowCount(parent); ++i)
        names.append(m_tree->index(i, 0, parent).data().toString());
    return names;
}

QModelIndex TestConnectionTree::row(const QStringList &path) const
{
    QModelIndex found;
    for (const QString &step : path)
        found = m_tree->index(int(names(found).indexOf(step)), 0, found);
    return found;
}

bool TestConnectionTree::drop(const QModelIndexList &rows, const QModelIndex &onto)
{
    const std::unique_ptr<QMimeData> data(m_tree->mimeData(rows));
    return m_tree->canDropMimeData(data.get(), Qt::MoveAction, -1, -1, onto)
        && m_tree->dropMimeData(data.get(), Qt::MoveAction, -1, -1, onto);
}

void TestConnectionTree::undo()
{
    QTRY_VERIFY_WITH_TIMEOUT(isQuiet() && m_store->canUndo(), 20000);
    m_store->undo();
    QTRY_VERIFY_WITH_TIMEOUT(m_store->canRedo(), 20000);
}

void TestConnectionTree::redo()
{
    m_store->redo();
    QTRY_VERIFY_WITH_TIMEOUT(!m_store->canRedo() && m_store->canUndo(), 20000);
}

void TestConnectionTree::foldersNestAndRowsComeFirst()
{
    add(QStringLiteral("deep"), QStringLiteral("Staging/EU"));
    add(QStringLiteral("shallow"), QStringLiteral("Staging"));
    add(QStringLiteral("loose"));
    QCOMPARE(names(),
             (QStringList{QStringLiteral("loose"), QStringLiteral("Demo"), QStringLiteral("Staging")}));
    QCOMPARE(names(row({QStringLiteral("Staging")})),
             (QStringList{QStringLiteral("shallow"), QStringLiteral("EU")}));
    QCOMPARE(m_tree->folders(), (QStringList{QStringLiteral("Staging"), QStringLiteral("Staging/EU")}));
    const QModelIndex deep = row({QStringLiteral("Staging"), QStringLiteral("EU"), QStringLiteral("deep")});
    QCOMPARE(deep.data(ConnectionTree::FolderRole).toString(), QStringLiteral("Staging/EU"));
    QCOMPARE(deep.data(ConnectionTree::KindRole).toInt(), int(Row::Profile));
}

void TestConnectionTree::namesAreSortedAsPeopleDo()
{
    for (const char *name : {"feed 10", "Feed 2", "alpha", "FEED 1", "Beta"})
        add(QLatin1String(name), QStringLiteral("F"));
    QCOMPARE(names(row({QStringLiteral("F")})).join(u','),
             QStringLiteral("alpha,Beta,FEED 1,Feed 2,feed 10"));
    // the demo's stand as they were given
    QCOMPARE(names(row({QStringLiteral("Demo")})).join(u','), QStringLiteral("Zeta,Alpha"));
}

void TestConnectionTree::aConnectionStandsWhereItsProfileIs()
{
    const QString id = add(QStringLiteral("one"), QStringLiteral("F"));
    Connection *connection = m_workbench->addConnection(m_store->profile(id)->value, id);
    QCOMPARE(m_tree->indexOf(connection), m_tree->indexOfProfile(id));
    QCOMPARE(m_tree->connection(m_tree->indexOfProfile(id)), connection);
    QVERIFY(m_tree->indexOfProfile(id).data(ConnectionTree::StatusRole).isValid());
    m_workbench->removeConnection(connection);
    QVERIFY(m_tree->indexOfProfile(id).isValid());
    QVERIFY(!m_tree->connection(m_tree->indexOfProfile(id)));
    QVERIFY(!m_tree->indexOfProfile(id).data(ConnectionTree::StatusRole).isValid());
}

void TestConnectionTree::whatIsNotSavedHasAPlaceOfItsOwn()
{
    Connection *connection = m_workbench->addConnection({.url = QStringLiteral("http://127.0.0.1:1/feed")});
    const QModelIndex shown = m_tree->indexOf(connection);
    QCOMPARE(shown.data(ConnectionTree::KindRole).toInt(), int(Row::Unsaved));
    QCOMPARE(shown.data().toString(), connection->name());
    QCOMPARE(shown.parent().data(ConnectionTree::KindRole).toInt(), int(Row::Group));
    QVERIFY(m_tree->setData(shown, QStringLiteral("Mine")));
    QCOMPARE(connection->profile().name, QStringLiteral("Mine"));
    QTRY_COMPARE(m_tree->indexOf(connection).data().toString(), QStringLiteral("Mine"));
    m_workbench->removeConnection(connection);
    QCOMPARE(names(), QStringList{QStringLiteral("Demo")});
}

void TestConnectionTree::aSavedConnectionMovesToItsProfile()
{
    Connection *connection = m_workbench->addConnection({.name = QStringLiteral("one")});
    const QString id = add(QStringLiteral("one"), QStringLiteral("F"));
    connection->setProfileId(id);
    QTRY_COMPARE(m_tree->indexOf(connection), m_tree->indexOfProfile(id));
    QCOMPARE(names(), (QStringList{QStringLiteral("Demo"), QStringLiteral("F")}));
}

void TestConnectionTree::aFeedOfTheDemoFindsItsRow()
{
    QSignalSpy started(m_workbench.get(), &Workbench::demoStarted);
    m_workbench->startDemo();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 20000);
    const QString url = m_workbench->demoUrl().resolved(QUrl(QStringLiteral("/feeds/market"))).toString();
    Connection *connection = m_workbench->addConnection({.url = url});
    QCOMPARE(m_tree->indexOf(connection), row({QStringLiteral("Demo"), QStringLiteral("Alpha")}));
    QCOMPARE(m_tree->indexOf(connection).data(ConnectionTree::DemoFeedRole).toInt(), 1);
    // another to the same feed is one of its own
    Connection *second = m_workbench->addConnection({.url = url});
    QCOMPARE(m_tree->indexOf(second).data(ConnectionTree::KindRole).toInt(), int(Row::Unsaved));
}

void TestConnectionTree::aRowIsRenamedInPlace()
{
    const QString id = add(QStringLiteral("zulu"), QStringLiteral("F"));
    add(QStringLiteral("mike"), QStringLiteral("F"));
    const QPersistentModelIndex held = m_tree->indexOfProfile(id);
    QCOMPARE(held.row(), 1);
    QVERIFY(m_tree->setData(held, QStringLiteral("  alpha ")));
    QCOMPARE(m_store->profile(id)->value.name, QStringLiteral("alpha"));
    QCOMPARE(held.row(), 0); // the same row, where its new name belongs
    QVERIFY(!m_tree->setData(held, QStringLiteral(" ")));
    undo();
    QCOMPARE(held.data().toString(), QStringLiteral("zulu"));
}

void TestConnectionTree::aFolderIsRenamedWithAllInIt()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("Old"));
    const QString two = add(QStringLiteral("two"), QStringLiteral("Old/Inner"));
    const QPersistentModelIndex held = m_tree->indexOfFolder(QStringLiteral("Old"));
    QVERIFY(m_tree->setData(held, QStringLiteral("New")));
    QVERIFY(held.isValid());
    QCOMPARE(held.data().toString(), QStringLiteral("New"));
    QCOMPARE(folderOf(one), QStringLiteral("New"));
    QCOMPARE(folderOf(two), QStringLiteral("New/Inner"));
    QVERIFY(m_tree->indexOfProfile(two)
                .data(ConnectionTree::SearchRole)
                .toString()
                .contains(QLatin1String("new/inner")));
    undo();
    QCOMPARE(folderOf(one), QStringLiteral("Old"));
    QCOMPARE(folderOf(two), QStringLiteral("Old/Inner"));
    QCOMPARE(m_tree->folders(), (QStringList{QStringLiteral("Old"), QStringLiteral("Old/Inner")}));
}

void TestConnectionTree::aFolderTakesTheNameOfAnother()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    add(QStringLiteral("two"), QStringLiteral("B"));
    QVERIFY(m_tree->setData(m_tree->indexOfFolder(QStringLiteral("A")), QStringLiteral("B")));
    QCOMPARE(folderOf(one), QStringLiteral("B"));
    QCOMPARE(names(m_tree->indexOfFolder(QStringLiteral("B"))).join(u','), QStringLiteral("one,two"));
    QVERIFY(!m_tree->indexOfFolder(QStringLiteral("A")).isValid());
    // a path puts it into another folder
    QVERIFY(m_tree->setData(m_tree->indexOfFolder(QStringLiteral("B")), QStringLiteral("C / D")));
    QCOMPARE(folderOf(one), QStringLiteral("C/D"));
}

void TestConnectionTree::rowsAreDraggedIntoAFolder()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    const QString two = add(QStringLiteral("two"));
    const QString three = add(QStringLiteral("three"), QStringLiteral("B"));
    const QModelIndexList dragged{m_tree->indexOfProfile(one), m_tree->indexOfProfile(two)};
    QVERIFY(m_tree->flags(dragged.constFirst()) & Qt::ItemIsDragEnabled);
    QVERIFY(drop(dragged, m_tree->indexOfProfile(three))); // on a row: into its folder
    QCOMPARE(folderOf(one), QStringLiteral("B"));
    QCOMPARE(folderOf(two), QStringLiteral("B"));
    QCOMPARE(m_tree->folders(), QStringList{QStringLiteral("B")});
    undo(); // of both
    QCOMPARE(folderOf(one), QStringLiteral("A"));
    QCOMPARE(folderOf(two), QString());
    QVERIFY(drop({m_tree->indexOfProfile(one)}, {}));
    QCOMPARE(folderOf(one), QString());
    QVERIFY(!drop({m_tree->indexOfProfile(one)}, {})); // it is there
}

void TestConnectionTree::aFolderIsDraggedWithAllInIt()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A/Inner"));
    const QString two = add(QStringLiteral("two"), QStringLiteral("A"));
    add(QStringLiteral("three"), QStringLiteral("B"));
    // what is in the folder and chosen, too, goes once and with it
    QVERIFY(drop({m_tree->indexOfFolder(QStringLiteral("A")), m_tree->indexOfProfile(two)},
                 m_tree->indexOfFolder(QStringLiteral("B"))));
    QCOMPARE(folderOf(one), QStringLiteral("B/A/Inner"));
    QCOMPARE(folderOf(two), QStringLiteral("B/A"));
    QVERIFY(drop({m_tree->indexOfFolder(QStringLiteral("B/A"))}, {}));
    QCOMPARE(folderOf(one), QStringLiteral("A/Inner"));
}

void TestConnectionTree::aFolderDoesNotGoIntoItself()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A/Inner"));
    QVERIFY(!drop({m_tree->indexOfFolder(QStringLiteral("A"))},
                  m_tree->indexOfFolder(QStringLiteral("A/Inner"))));
    QVERIFY(!drop({m_tree->indexOfFolder(QStringLiteral("A"))}, m_tree->indexOfProfile(one)));
    QVERIFY(!drop({m_tree->indexOfFolder(QStringLiteral("A"))}, m_tree->indexOfFolder(QStringLiteral("A"))));
    QCOMPARE(folderOf(one), QStringLiteral("A/Inner"));
}

void TestConnectionTree::nothingIsDroppedAmongTheFeedsOfTheDemo()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    QVERIFY(!drop({m_tree->indexOfProfile(one)}, row({QStringLiteral("Demo")})));
    QVERIFY(!drop({m_tree->indexOfProfile(one)}, row({QStringLiteral("Demo"), QStringLiteral("Alpha")})));
    QVERIFY(!m_tree->canHoldProfiles(row({QStringLiteral("Demo")})));
    QCOMPARE(m_tree->flags(row({QStringLiteral("Demo"), QStringLiteral("Alpha")})),
             Qt::ItemIsEnabled | Qt::ItemIsSelectable);
}

void TestConnectionTree::whatWasDroppedByAnotherWeirIsLeftAlone()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    add(QStringLiteral("two"), QStringLiteral("B"));
    ConnectionTree other(*m_workbench, *m_store, {}, {});
    const std::unique_ptr<QMimeData> data(other.mimeData({other.indexOfProfile(one)}));
    QVERIFY(!m_tree->canDropMimeData(data.get(), Qt::MoveAction, -1, -1,
                                     m_tree->indexOfFolder(QStringLiteral("B"))));
    QMimeData torn;
    torn.setData(m_tree->mimeTypes().constFirst(), QByteArray("\xff\xff\xff\xff garbage", 12));
    QVERIFY(!m_tree->canDropMimeData(&torn, Qt::MoveAction, -1, -1, {}));
}

void TestConnectionTree::copiesHaveNamesOfTheirOwn()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    const auto copyOf = [this](const QModelIndex &row) {
        return m_store->profile(m_tree->duplicate({row}).value(0))->value;
    };
    QCOMPARE(copyOf(m_tree->indexOfProfile(one)).name, QStringLiteral("one copy"));
    const Profile second = copyOf(m_tree->indexOfProfile(one));
    QCOMPARE(second.name, QStringLiteral("one copy 2"));
    QCOMPARE(second.folder, QStringLiteral("A"));
    QCOMPARE(second.url, m_store->profile(one)->value.url);
    QCOMPARE(m_tree->duplicate({m_tree->indexOfFolder(QStringLiteral("A"))}).size(), 3);
    QCOMPARE(names(m_tree->indexOfFolder(QStringLiteral("A copy"))),
             names(m_tree->indexOfFolder(QStringLiteral("A"))));
    undo();
    QVERIFY(!m_tree->indexOfFolder(QStringLiteral("A copy")).isValid());
    Connection *unsaved = m_workbench->addConnection({.name = QStringLiteral("draft")});
    QVERIFY(m_tree->duplicate({m_tree->indexOf(unsaved)}).isEmpty());
    QCOMPARE(m_workbench->connections().back()->name(), QStringLiteral("draft copy"));
}

void TestConnectionTree::removingIsUndoneInOneStep()
{
    const QString one = add(QStringLiteral("one"), QStringLiteral("A/B"));
    const QString two = add(QStringLiteral("two"), QStringLiteral("A"));
    const QString three = add(QStringLiteral("three"));
    const QModelIndexList rows{m_tree->indexOfFolder(QStringLiteral("A")), m_tree->indexOfProfile(three)};
    QCOMPARE(m_tree->profiles(rows).size(), 3);
    m_tree->remove(rows);
    QCOMPARE(names(), QStringList{QStringLiteral("Demo")});
    undo();
    QCOMPARE(folderOf(one), QStringLiteral("A/B"));
    QCOMPARE(names(), (QStringList{QStringLiteral("three"), QStringLiteral("Demo"), QStringLiteral("A")}));
    QVERIFY(m_tree->indexOfProfile(two).isValid());
}

void TestConnectionTree::aProfileThatGoesLeavesItsConnection()
{
    const QString id = add(QStringLiteral("one"), QStringLiteral("A"));
    Connection *connection = m_workbench->addConnection(m_store->profile(id)->value, id);
    m_store->remove({id});
    QCOMPARE(m_tree->indexOf(connection).data(ConnectionTree::KindRole).toInt(), int(Row::Unsaved));
    undo();
    QCOMPARE(m_tree->indexOf(connection), m_tree->indexOfProfile(id));
}

void TestConnectionTree::anEmptyFolderStaysUntilItIsRemoved()
{
    const QString path = m_tree->addFolder({});
    const QString second = m_tree->addFolder({});
    QVERIFY(path != second);
    const QString id = add(QStringLiteral("one"));
    QVERIFY(m_tree->move({m_tree->indexOfProfile(id)}, path));
    QCOMPARE(folderOf(id), path);
    QVERIFY(m_tree->move({m_tree->indexOfProfile(id)}, {}));
    QVERIFY(m_tree->indexOfFolder(path).isValid());
    QVERIFY(m_tree->setData(m_tree->indexOfFolder(second), QStringLiteral("Mine")));
    const QString inner = m_tree->addFolder(QStringLiteral("Mine"));
    QVERIFY(folderpath::isInside(inner, QStringLiteral("Mine")));
    m_tree->remove({m_tree->indexOfFolder(QStringLiteral("Mine")), m_tree->indexOfFolder(path)});
    QCOMPARE(names(), (QStringList{QStringLiteral("one"), QStringLiteral("Demo")}));
}

void TestConnectionTree::aBrokenFileSaysWhy()
{
    const QString id = add(QStringLiteral("one"), QStringLiteral("A"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_store->hasUnsaved(), 20000);
    QSaveFile file(QDir(m_store->folder()).filePath(id % QLatin1String(".json"))); // never seen half written
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\n \"weir\": 1,\n oops\n}\n");
    QVERIFY(file.commit());
    QTRY_COMPARE_WITH_TIMEOUT(m_tree->indexOfProfile(id).data(ConnectionTree::KindRole).toInt(),
                              int(Row::Broken), 20000);
    const QModelIndex broken = m_tree->indexOfProfile(id);
    QVERIFY(broken.data(ConnectionTree::ReasonRole).toString().contains(u'3'));
    QVERIFY(!(m_tree->flags(broken) & Qt::ItemIsEditable));
    m_tree->remove({broken});
    QVERIFY(!m_tree->indexOfProfile(id).isValid());
}

void TestConnectionTree::everyRowCanBeFoundByWhatItSays()
{
    const QString id = m_store->add({.name = QStringLiteral("ÄRGER"),
                                     .folder = QStringLiteral("Staging/EU"),
                                     .notes = QStringLiteral("Only with VPN"),
                                     .url = QStringLiteral("https://Example.org/x")});
    const QString text = m_tree->indexOfProfile(id).data(ConnectionTree::SearchRole).toString();
    for (const QString &part : {QStringLiteral("ärger"), QStringLiteral("staging/eu"), QStringLiteral("vpn"),
                                QStringLiteral("example.org")})
        QVERIFY2(text.contains(part), qPrintable(part));
}

void TestConnectionTree::nothingIsUnreadInFront()
{
    QSignalSpy started(m_workbench.get(), &Workbench::demoStarted);
    m_workbench->startDemo();
    QTRY_COMPARE_WITH_TIMEOUT(started.size(), 1, 20000);
    const QUrl url = m_workbench->demoUrl().resolved(QUrl(QStringLiteral("/feeds/heartbeat?rate=20")));
    Connection *connection = m_workbench->addConnection({.url = url.toString()});
    QVERIFY(connection->start());
    const auto unread = [&] {
        return m_tree->indexOf(connection).data(ConnectionTree::UnreadRole).toULongLong();
    };
    QTRY_VERIFY_WITH_TIMEOUT(unread() > 0, 20000);
    m_tree->setSeen(connection);
    QCOMPARE(unread(), 0);
    const quint64 events = connection->status().events;
    QTRY_VERIFY_WITH_TIMEOUT(connection->status().events > events + 3, 20000);
    QCOMPARE(unread(), 0);
    m_tree->setSeen(nullptr);
    QTRY_VERIFY_WITH_TIMEOUT(unread() > 0, 20000);
}

void TestConnectionTree::changesNeverResetIt()
{
    QSignalSpy resets(m_tree.get(), &QAbstractItemModel::modelReset);
    const QString one = add(QStringLiteral("one"), QStringLiteral("A"));
    QVERIFY(m_tree->move({m_tree->indexOfProfile(one)}, QStringLiteral("B/C")));
    QVERIFY(m_tree->setData(m_tree->indexOfFolder(QStringLiteral("B")), QStringLiteral("D")));
    m_tree->remove({m_tree->indexOfFolder(QStringLiteral("D"))});
    undo();
    redo();
    QCOMPARE(resets.size(), 0);
}

// Bounds that only something quadratic would miss, on a slow machine, too.
void TestConnectionTree::aThousandProfilesAreQuick()
{
    m_tester.reset(); // looks at every row after every change
    m_store->open(m_folder.filePath(QStringLiteral("nowhere"))); // it is the rows that are measured
    QList<Profile> many;
    for (int i = 0; i < 1000; ++i)
        many.append(
            {.name = QStringLiteral("Profile %1").arg(i), .folder = QStringLiteral("F%1").arg(i % 20)});
    m_store->addAll(many);
    QElapsedTimer clock;
    clock.start();
    const ConnectionTree second(*m_workbench, *m_store, {}, {});
    const qint64 built = clock.restart();
    QCOMPARE(second.folders().size(), 20);
    int found = 0;
    for (int folder = 0; folder < 20; ++folder) {
        const QModelIndex parent = second.index(folder, 0);
        for (int i = 0; i < second.rowCount(parent); ++i)
            found += second.index(i, 0, parent).data(ConnectionTree::SearchRole).toString().contains(u'9');
    }
    QVERIFY(found > 0);
    qInfo("built in %lld ms, searched in %lld ms", built, clock.elapsed());
    QVERIFY(built < 2000 && clock.elapsed() < 2000);
}

void TestConnectionTree::pathsOfFoldersAreClean()
{
    QCOMPARE(folderpath::clean(QStringLiteral(" /A //  B  b/ ")), QStringLiteral("A/B b"));
    QCOMPARE(folderpath::parentOf(QStringLiteral("A/B")), QStringLiteral("A"));
    QCOMPARE(folderpath::parentOf(QStringLiteral("A")), QString());
    QCOMPARE(folderpath::lastOf(QStringLiteral("A/B")), QStringLiteral("B"));
    QVERIFY(folderpath::isInside(QStringLiteral("A/B"), QStringLiteral("A")));
    QVERIFY(!folderpath::isInside(QStringLiteral("AB"), QStringLiteral("A")));
    QCOMPARE(folderpath::rebased(QStringLiteral("A/B/C"), QStringLiteral("A/B"), QStringLiteral("X")),
             QStringLiteral("X/C"));
    QCOMPARE(folderpath::rebased(QStringLiteral("A"), QStringLiteral("A"), QString()), QString());
}

WEIR_TEST(runAppTest<TestConnectionTree>)

#include "tst_connectiontree.moc"
