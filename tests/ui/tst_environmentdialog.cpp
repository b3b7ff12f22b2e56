// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "environmentdialog.h"
#include "rowtable.h"
#include "uitest.h"

#include "profile/profilestore.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTemporaryDir>

using namespace weir;

class TestEnvironmentDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void addedOnesAreNamedAtOnce();
    void variablesAreSaved();
    void namesStayApart();
    void removingIsUndone();
    void whatOthersChangeIsShown();

private:
    void click(const char *text);
    const Environment &stored(const QString &id) const { return m_store->environment(id)->value; }

    QTemporaryDir m_folder;
    int m_count = 0;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<EnvironmentDialog> m_dialog;
    QListWidget *m_list = nullptr;
    RowTable *m_table = nullptr;
};

void TestEnvironmentDialog::init()
{
    m_store = std::make_unique<ProfileStore>();
    m_store->open(m_folder.filePath(QString::number(++m_count)), ProfileStore::Create::Yes);
    QTRY_VERIFY_WITH_TIMEOUT(m_store->isLoaded(), 20000);
    m_dialog = std::make_unique<EnvironmentDialog>(*m_store);
    m_list = m_dialog->findChild<QListWidget *>();
    m_table = m_dialog->findChild<RowTable *>();
    m_dialog->show();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
}

void TestEnvironmentDialog::cleanup()
{
    m_dialog.reset();
    m_store.reset();
}

void TestEnvironmentDialog::click(const char *text)
{
    for (QPushButton *button : m_dialog->findChildren<QPushButton *>()) {
        if (button->text() == QLatin1String(text)) {
            QTest::mouseClick(button, Qt::LeftButton);
            return;
        }
    }
    QFAIL(text);
}

void TestEnvironmentDialog::addedOnesAreNamedAtOnce()
{
    QVERIFY(!m_table->isEnabled());
    click("Add");
    auto *editor = m_list->findChild<QLineEdit *>();
    QVERIFY(editor);
    QTest::keyClicks(editor, QStringLiteral("staging"));
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(m_store->environments().begin()->second.value.name, QStringLiteral("staging"));
    QVERIFY(m_table->isEnabled());
}

void TestEnvironmentDialog::variablesAreSaved()
{
    const QString id = m_store->addEnvironment({.name = QStringLiteral("dev")});
    m_dialog->choose(QStringLiteral("dev"));
    m_table->setRows({{.name = QStringLiteral("host"), .value = QStringLiteral("http://127.0.0.1")}});
    Q_EMIT m_table->edited();
    QCOMPARE(stored(id).variables.size(), 1);
    QCOMPARE(stored(id).variables.constFirst().name, QStringLiteral("host"));
    click("Duplicate");
    QCOMPARE(m_store->environments().size(), size_t(2));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("dev copy"));
    QCOMPARE(m_table->rows(), stored(id).variables);
}

void TestEnvironmentDialog::namesStayApart()
{
    m_store->addEnvironment({.name = QStringLiteral("dev")});
    const QString id = m_store->addEnvironment({.name = QStringLiteral("prod")});
    m_dialog->choose(QStringLiteral("prod"));
    m_list->currentItem()->setText(QStringLiteral("dev"));
    QCOMPARE(stored(id).name, QStringLiteral("dev 2"));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("dev 2"));
    m_list->currentItem()->setText(QStringLiteral("  "));
    QCOMPARE(m_list->currentItem()->text(), QStringLiteral("dev 2"));
}

void TestEnvironmentDialog::removingIsUndone()
{
    m_store->addEnvironment({.name = QStringLiteral("dev")});
    m_dialog->choose(QStringLiteral("dev"));
    click("Remove");
    QCOMPARE(m_list->count(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(
        !m_store->hasUnsaved() && m_store->undoText().startsWith(QLatin1String("Delete")), 20000);
    QTest::keyClick(m_dialog.get(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(m_list->count(), 1, 20000);
}

void TestEnvironmentDialog::whatOthersChangeIsShown()
{
    const QString id = m_store->addEnvironment({.name = QStringLiteral("dev")});
    m_dialog->choose(QStringLiteral("dev"));
    m_store->saveEnvironment(
        id, {.name = QStringLiteral("dev"), .variables = {{.name = QStringLiteral("host"), .value = {}}}});
    QCOMPARE(m_table->rows().size(), 1);
    m_store->removeEnvironments({id});
    QCOMPARE(m_list->count(), 0);
    QVERIFY(m_table->rows().isEmpty());
}

WEIR_TEST(runUiTest<TestEnvironmentDialog>)

#include "tst_environmentdialog.moc"
