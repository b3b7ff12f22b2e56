// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composer.h"

#include "delivery.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "visibletext.h"
#include "widgets.h"

#include "profile/variabletext.h"
#include "session/checkedmessage.h"

#include "base/jsonfaulttext.h"
#include "base/utf8.h"

#include <QAction>
#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBlock>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr int fewestLines = 3;
constexpr int mostLines = 8;
constexpr int frameWidth = 6; // border and padding in the style sheet, and a pixel to spare
constexpr int checkAfter = 200; // ms without a key
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
    if (isTooLong(text))
        return;
    if (const WrittenMessage before = written(); !before.text.isEmpty())
        m_history.add(before);
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
    if (payload.size() > longestText)
        return refuseLongText();
    if (isFile())
        m_formats->setCurrentIndex(int(MessageFormat::Text));
    QString reply;
    switch (format()) {
    case MessageFormat::Text:
        reply = quoted(escapedVariables(textFromUtf8(payload)));
        break;
    case MessageFormat::Json:
        reply = escapedVariables(textFromUtf8(payload));
        break;
    case MessageFormat::Hex:
        reply = hexText(payload);
        break;
    case MessageFormat::Base64:
        reply = QString::fromLatin1(payload.toBase64());
        break;
    }
    if (isTooLong(reply))
        return;
    m_editor->insertPlainText(reply);
    focusEditor();
}

void Composer::edit(const Event &event)
{
    if (event.payload.size() > longestText)
        return refuseLongText();
    const bool isBinary = event.kind == Kind::WsBinary;
    const QString text = isBinary ? hexText(event.payload) : escapedVariables(textFromUtf8(event.payload));
    if (isTooLong(text))
        return;
    setText(text,
            isBinary                    ? MessageFormat::Hex
                : isJson(event.payload) ? MessageFormat::Json
                                        : MessageFormat::Text);
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
    // Where all lines have room the first one stands at the top, once the editor knows how high it is.
    if (event->type() == QEvent::Resize && watched == m_editor)
        QMetaObject::invokeMethod(this, &Composer::showAll, Qt::QueuedConnection);
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
    const QByteArray json = this->text().toUtf8();
    const auto formatted = formatJson(json);
    if (!formatted)
        return showFault(jsonFaultText(formatted.error(), json));
    const QString text = QString::fromUtf8(*formatted);
    if (isTooLong(text))
        return;
    QTextCursor cursor(m_editor->document()); // not setText(): it can be undone
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    m_editor->moveCursor(QTextCursor::Start);
    showFault({});
}

void Composer::check()
{
    m_checkSoon.stop();
    lookForSecrets();
    showFault(isFile() ? QString() : faultIn(text(), format()));
}

void Composer::lookForSecrets()
{
    QStringList names;
    const QString prefix = QStringLiteral("secret.");
    if (const QString written = text(); written.contains(prefix)) {
        for (const VariableSpan &span : m_scope->variables().scan(written)) {
            if (span.kind == VariableSpan::Kind::Secret && !span.known)
                names.append(span.name.mid(prefix.size()));
        }
    }
    names.removeDuplicates();
    if (names != std::exchange(m_missing, names) && !names.isEmpty())
        Q_EMIT secretsMissing(names);
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

void Composer::showAll()
{
    if (m_editor->document()->size().height() <= mostLines)
        m_editor->verticalScrollBar()->setValue(0);
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

bool Composer::isTooLong(const QString &text)
{
    const bool tooLong = m_editor->isTooLong(text);
    if (tooLong)
        refuseLongText();
    return tooLong;
}

void Composer::refuseLongText()
{
    Q_EMIT said(tr("This is too large to be edited here; save it, and send it as a file."));
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

} // namespace weir
