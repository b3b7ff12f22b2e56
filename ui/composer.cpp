// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composer.h"

#include "delivery.h"
#include "icons.h"
#include "theme.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "log/jsonfaulttext.h"
#include "profile/variabletext.h"
#include "session/checkedmessage.h"

#include <QAbstractTextDocumentLayout>
#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStackedWidget>
#include <QTextBlock>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

namespace weir {

namespace {
constexpr int fewestLines = 3;
constexpr int mostLines = 8;
constexpr int frameWidth = 5; // border and padding in the style sheet
constexpr int checkAfter = 200; // ms without a key
constexpr qsizetype longestText = 1024 * 1024; // characters: all lines are laid out in the GUI thread
constexpr qsizetype longestName = 40;

bool isJson(QByteArrayView payload)
{
    const auto start = std::find_if_not(payload.begin(), payload.end(), [](char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    });
    return start != payload.end() && (*start == '{' || *start == '[') && formatJson(payload).has_value();
}

QString quoted(const QString &text)
{
    QString lines = QLatin1String("> ") + text;
    return lines.replace(QLatin1String("\n"), QLatin1String("\n> ")) + QLatin1Char('\n');
}

QString nameFrom(const QString &body)
{
    const QString name = body.left(4 * longestName).simplified();
    return name.size() > longestName ? name.left(longestName - 1) + QChar(u'…') : name;
}

// Why the text is not what it says it is; nothing where only sending will tell.
QString faultIn(const QString &text, MessageFormat format)
{
    if (text.isEmpty() || format == MessageFormat::Text || nextVariableToken(text, 0))
        return {};
    if (format == MessageFormat::Json) {
        const QByteArray json = text.toUtf8();
        const auto formatted = formatJson(json);
        return formatted ? QString() : jsonFaultText(formatted.error(), json);
    }
    const auto bytes = format == MessageFormat::Hex ? bytesFromHex(text) : bytesFromBase64(text);
    return bytes ? QString() : errorText(bytes.error());
}
}

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_scope(new VariableScope(this))
    , m_places(new QStackedWidget(this))
    , m_editor(new VariableTextEdit(m_scope, this))
    , m_path(new QLineEdit(this))
    , m_formats(new QComboBox(this))
    , m_more(makeIconButton("options", tr("More for this message"), this))
    , m_send(makeButton(tr("Send"), "", false, this))
    , m_fault(makeLabel(tr("What is wrong with the message"), this))
    , m_notice(makeLabel(tr("Waiting messages"), this))
{
    setObjectName(QStringLiteral("composer"));
    setAttribute(Qt::WA_StyledBackground);
    buildEditor();
    buildFileRow();
    buildControls();
    buildMenu();
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(10, 8, 10, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_places, 0, 0, 3, 1);
    grid->addWidget(m_formats, 0, 1);
    grid->addWidget(m_more, 0, 2);
    grid->addWidget(m_send, 1, 1, 1, 2);
    grid->setRowStretch(2, 1);
    grid->setColumnStretch(0, 1);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_fault, 1);
    foot->addWidget(m_notice, 0, Qt::AlignTop | Qt::AlignRight);
    grid->addLayout(foot, 3, 0, 1, 3);
    setFocusProxy(m_editor);
    QWidget *before = m_editor;
    for (QWidget *next : std::initializer_list<QWidget *>{m_path, m_formats, m_more, m_send}) {
        setTabOrder(before, next);
        before = next;
    }
    m_checkSoon.setSingleShot(true);
    m_checkSoon.setInterval(checkAfter);
    connect(&m_checkSoon, &QTimer::timeout, this, &Composer::check);
    setLineOpen(true);
    chooseFormat();
    fitHeight();
}

Composer::~Composer()
{
    if (m_reading)
        m_reading->cancel();
}

void Composer::setVariables(const Variables &variables)
{
    m_scope->setVariables(variables);
}

void Composer::setLineOpen(bool open)
{
    m_isOpen = open;
    m_send->setText(open ? tr("Send ⌃↵") : tr("Queue ⌃↵"));
    m_send->setAccessibleName(open ? tr("Send") : tr("Queue"));
    m_send->setToolTip(open ? tr("Send the message (Ctrl+Enter)")
                            : tr("The line is down: send the message when it is open again (Ctrl+Enter)"));
}

void Composer::setNotice(const QString &text, const char *tone)
{
    m_notice->setText(text);
    m_notice->setVisible(!text.isEmpty());
    setTone(m_notice, tone);
}

void Composer::setText(const QString &text, MessageFormat format)
{
    if (isTooLong(text.size()))
        return;
    put({text, format});
    focusEditor();
}

QString Composer::text() const
{
    return m_editor->text();
}

MessageFormat Composer::format() const
{
    return isFile() ? MessageFormat::Text : MessageFormat(m_formats->currentIndex());
}

void Composer::insertReply(const QByteArray &payload)
{
    if (isTooLong(payload.size()))
        return;
    if (isFile())
        m_formats->setCurrentIndex(int(MessageFormat::Text));
    switch (format()) {
    case MessageFormat::Text:
        m_editor->insertPlainText(quoted(escapedVariables(fromUtf8(payload))));
        break;
    case MessageFormat::Json:
        m_editor->insertPlainText(escapedVariables(fromUtf8(payload)));
        break;
    case MessageFormat::Hex:
        m_editor->insertPlainText(hexText(payload));
        break;
    case MessageFormat::Base64:
        m_editor->insertPlainText(QString::fromLatin1(payload.toBase64()));
        break;
    }
    focusEditor();
}

void Composer::edit(const Event &event)
{
    const bool isBinary = event.kind == Kind::WsBinary;
    if (isTooLong(isBinary ? 3 * event.payload.size() : event.payload.size()))
        return;
    if (isBinary)
        setText(hexText(event.payload), MessageFormat::Hex);
    else
        setText(escapedVariables(fromUtf8(event.payload)),
                isJson(event.payload) ? MessageFormat::Json : MessageFormat::Text);
    if (event.flags & EventFlag::Masked)
        Q_EMIT said(tr("Secrets are masked in this message: put them in again before it is sent."));
    else if (!isBinary && event.payload.contains('\r'))
        Q_EMIT said(tr("The lines of this message ended in CR LF; here they end in LF."));
}

bool Composer::send(const MessageTemplate &message)
{
    return request(message.body, message.format);
}

void Composer::send()
{
    if (isFile())
        return sendFile();
    const WrittenMessage message = written();
    if (message.text.isEmpty())
        return showFault(tr("Nothing is written yet."));
    if (!request(message.text, message.format))
        return;
    m_history.add(message);
    put({{}, message.format});
}

void Composer::saveAsTemplate()
{
    const WrittenMessage message = written();
    if (isFile() || message.text.isEmpty())
        return showFault(tr("Write the message first: a template keeps what stands in the editor."));
    Q_EMIT saveAsTemplateRequested(
        {.name = nameFrom(message.text), .format = message.format, .body = message.text});
}

void Composer::focusEditor()
{
    (isFile() ? static_cast<QWidget *>(m_path) : m_editor)->setFocus(Qt::OtherFocusReason);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const auto modifiers = key->modifiers() & ~Qt::KeypadModifier;
    if (isEnter && modifiers == Qt::ControlModifier) {
        // The window has the same keys for something else.
        event->accept();
        if (event->type() == QEvent::KeyPress && !key->isAutoRepeat())
            send();
        return true;
    }
    if (event->type() != QEvent::KeyPress || watched != m_editor)
        return QWidget::eventFilter(watched, event);
    if (isEnter && modifiers == Qt::ShiftModifier) {
        m_editor->insertPlainText(QStringLiteral("\n")); // Qt would take U+2028
        return true;
    }
    return modifiers == Qt::NoModifier && walk(key->key());
}

void Composer::chooseFormat()
{
    m_places->setCurrentIndex(isFile() ? 1 : 0);
    m_editor->setJson(format() == MessageFormat::Json);
    m_editor->setPlaceholderText(format() == MessageFormat::Json ? tr("{ … }  {{variables}} are filled in")
                                     : format() == MessageFormat::Hex ? tr("00 ff 0a …")
                                     : format() == MessageFormat::Base64
                                     ? tr("AP8K…")
                                     : tr("A message; {{variables}} are filled in"));
    m_formatAction->setEnabled(!isFile() && format() == MessageFormat::Json);
    m_templateAction->setEnabled(!isFile());
    check();
}

void Composer::formatText()
{
    const QByteArray json = text().toUtf8();
    const auto formatted = formatJson(json, longestText);
    if (!formatted)
        return showFault(jsonFaultText(formatted.error(), json));
    QTextCursor cursor(m_editor->document()); // not setText(): it can be undone
    cursor.select(QTextCursor::Document);
    cursor.insertText(QString::fromUtf8(*formatted));
    m_editor->moveCursor(QTextCursor::Start);
    showFault({});
}

void Composer::check()
{
    m_checkSoon.stop();
    showFault(isFile() ? QString() : faultIn(text(), format()));
}

// As many lines as are written, within bounds.
void Composer::fitHeight()
{
    const int lines = std::clamp(int(m_editor->document()->size().height()), fewestLines, mostLines);
    const QFontMetrics metrics(m_editor->font());
    const int around = 2 * (frameWidth + int(m_editor->document()->documentMargin()));
    const int height = lines * metrics.lineSpacing() + around;
    if (m_places->minimumHeight() != height)
        m_places->setFixedHeight(height);
}

bool Composer::walk(int key)
{
    const QTextCursor cursor = m_editor->textCursor();
    const QTextBlock block = cursor.block();
    const int line = block.layout()->lineForTextPosition(cursor.positionInBlock()).lineNumber();
    const bool isFirst = !block.previous().isValid() && line <= 0;
    const bool isLast = !block.next().isValid() && line >= block.layout()->lineCount() - 1;
    std::optional<WrittenMessage> other;
    if (key == Qt::Key_Up && isFirst)
        other = m_history.older(written());
    else if (key == Qt::Key_Down && isLast)
        other = m_history.newer(written());
    if (!other)
        return false;
    put(*other);
    return true;
}

void Composer::sendFile()
{
    if (m_reading)
        return;
    const QString path = m_path->text().trimmed();
    if (path.isEmpty())
        return showFault(tr("Choose a file first."));
    showFault({});
    m_send->setEnabled(false);
    m_reading = std::make_shared<Delivery>(this);
    QThreadPool::globalInstance()->start([this, delivery = m_reading, path] {
        delivery->deliver([this, bytes = bytesFromFile(path)] {
            m_reading.reset();
            m_send->setEnabled(true);
            if (!bytes)
                return showFault(errorText(bytes.error()));
            Q_EMIT sendRequested(Kind::WsBinary, *bytes, {});
        });
    });
}

bool Composer::request(const QString &text, MessageFormat format)
{
    const auto message = checkedMessage(text, format, m_scope->variables());
    showFault(message ? QString() : errorText(message.error()));
    if (message)
        Q_EMIT sendRequested(message->kind, message->payload, message->secrets);
    return message.has_value();
}

bool Composer::isFile() const
{
    return m_formats->currentIndex() == fileItem;
}

bool Composer::isTooLong(qsizetype size)
{
    if (size <= longestText)
        return false;
    Q_EMIT said(tr("This is too large to be edited here; save it, and send it as a file."));
    return true;
}

WrittenMessage Composer::written() const
{
    return {text(), format()};
}

void Composer::put(const WrittenMessage &message)
{
    m_formats->setCurrentIndex(int(message.format));
    m_editor->setText(message.text);
    m_editor->moveCursor(QTextCursor::End);
    check();
}

void Composer::showFault(const QString &sentence)
{
    m_fault->setText(sentence);
    m_fault->setVisible(!sentence.isEmpty());
}

void Composer::buildEditor()
{
    m_editor->setFont(fixedFont());
    m_editor->setAccessibleName(tr("Message"));
    m_editor->setLongestPaste(longestText);
    m_editor->setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_editor->installEventFilter(this);
    m_places->addWidget(m_editor);
    connect(m_editor, &VariableTextEdit::longTextRefused, this, [this] { isTooLong(longestText + 1); });
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
