// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composer.h"
#include "icons.h"
#include "theme.h"
#include "variabletextedit.h"
#include "widgets.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace weir {

namespace {
constexpr qsizetype longestLine = 256 * 1024; // measured: 36 ms a key
}

void Composer::buildEditor()
{
    m_editor->setFont(fixedFont());
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setLongest(longestText, longestLine);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_editor->installEventFilter(this);
    m_places->addWidget(m_editor);
    connect(m_editor, &VariableTextEdit::longTextRefused, this, &Composer::refuseLongText);
    connect(m_editor, &VariableTextEdit::edited, this, [this] {
        m_checkSoon.start();
        Q_EMIT edited();
    });
    connect(m_editor->document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            &Composer::fitHeight);
}

void Composer::buildFileRow()
{
    auto *page = new QWidget(m_places);
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins({});
    column->addWidget(m_path);
    column->addStretch(1);
    m_path->setFont(fixedFont());
    m_path->setAccessibleName(tr("File to send"));
    m_path->setPlaceholderText(tr("A file of up to 64 MiB, sent as one binary message"));
    m_path->installEventFilter(this);
    QAction *choose =
        m_path->addAction(icon(QLatin1String("open"), Tint::Muted), QLineEdit::TrailingPosition);
    choose->setText(tr("Choose a file…"));
    choose->setToolTip(tr("Choose a file…"));
    connect(choose, &QAction::triggered, this, &Composer::chooseFile);
    connect(m_path, &QLineEdit::textEdited, this, &Composer::check);
    m_places->addWidget(page);
}

void Composer::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("File to send"), m_path->text());
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_path->setText(QDir::toNativeSeparators(path));
        check();
    });
    dialog->open();
}

void Composer::buildControls()
{
    m_formats->addItems({tr("Text"), tr("JSON"), tr("Hex"), tr("Base64"), tr("File…")});
    m_formats->setCurrentIndex(int(MessageFormat::Json));
    m_formats->setAccessibleName(tr("Format of the message"));
    m_formats->setToolTip(tr("What is written here: text and JSON are sent as text, all else as bytes"));
    setTone(m_send, "primary");
    m_send->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_fault->setWordWrap(true);
    m_fault->setFont(smallFont());
    setTone(m_fault, "error");
    m_notice->setFont(smallFont());
    connect(m_formats, &QComboBox::currentIndexChanged, this, &Composer::chooseFormat);
    connect(m_formats, &QComboBox::activated, this, [this](int item) {
        if (item == fileItem && m_path->text().isEmpty())
            chooseFile();
        focusEditor();
    });
    connect(m_send, &QPushButton::clicked, this, qOverload<>(&Composer::send));
}

void Composer::buildMenu()
{
    auto *menu = new QMenu(m_more);
    m_formatAction = menu->addAction(tr("Format JSON"), this, &Composer::formatText);
    m_formatAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_I);
    m_templateAction = menu->addAction(tr("Save as template"), this, &Composer::saveAsTemplate);
    m_templateAction->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_M);
    for (QAction *action : {m_formatAction, m_templateAction}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_more->setMenu(menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    setTone(m_more, "plain");
}

} // namespace weir
