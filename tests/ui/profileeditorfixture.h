// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "answermodel.h"
#include "colourswatches.h"
#include "profileeditor.h"
#include "profileform.h"
#include "requestbar.h"
#include "rowmodel.h"
#include "rowtable.h"
#include "theme.h"
#include "uitest.h"
#include "variableedit.h"
#include "variablescope.h"
#include "variabletextedit.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QToolButton>

using namespace weir;

// A request bar with its editor open for every test of a class.
class ProfileEditorFixture : public QObject
{
    Q_OBJECT

protected:
    template <typename Widget> Widget *named(const QString &name) const
    {
        for (Widget *widget : m_bar->findChildren<Widget *>()) {
            if (widget->accessibleName() == name)
                return widget;
        }
        qWarning("no widget is named %s", qPrintable(name));
        return nullptr;
    }
    void type(const QString &field, const QString &text)
    {
        auto *edit = named<QLineEdit>(field);
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    void choose(const QString &field, int index) { named<QComboBox>(field)->setCurrentIndex(index); }
    void check(const QString &text, bool on)
    {
        auto *box = named<QCheckBox>(text);
        if (box->isChecked() != on)
            QTest::keyClick(box, Qt::Key_Space);
    }
    void setNumber(const QString &field, double value) { named<QDoubleSpinBox>(field)->setValue(value); }
    void fillRows(const QString &table, const QString &lines)
    {
        QGuiApplication::clipboard()->setText(lines);
        QTest::keySequence(named<RowTable>(table), QKeySequence::Paste);
    }
    QPushButton *button(const QString &text) const
    {
        for (QPushButton *button : m_bar->findChildren<QPushButton *>()) {
            if (button->text() == text)
                return button;
        }
        return nullptr;
    }
    QString tabText(ProfileEditor::Tab tab) const { return tabs()->tabText(int(tab)); }
    QTabBar *tabs() const { return editor()->findChild<QTabBar *>(); }
    ProfileEditor *editor() const { return m_bar->findChild<ProfileEditor *>(); }

    std::unique_ptr<RequestBar> m_bar;

private Q_SLOTS:
    void init()
    {
        applyTheme(*qApp, Theme::Scheme::Light);
        m_bar = std::make_unique<RequestBar>();
        m_bar->resize(900, 320);
        m_bar->show();
        m_bar->setOptionsVisible(true);
        QVERIFY(QTest::qWaitForWindowExposed(m_bar.get()));
        m_bar->activateWindow();
    }
    void cleanup() { m_bar.reset(); }
};
