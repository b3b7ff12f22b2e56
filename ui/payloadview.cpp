// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "payloadview.h"

#include "delivery.h"
#include "displaytext.h"
#include "scintilla.h"
#include "theme.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QLabel>
#include <QThreadPool>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr qsizetype slice = 16 * 1024; // bytes
constexpr qint64 sliceTime = 5; // ms of slices between two turns of the event loop
constexpr qsizetype foldLimit = 4 * 1024 * 1024; // folding looks at the whole text, in the GUI thread

constexpr qsizetype wrapLimit = 512 * 1024; // wrapping lays out every line

using Sci = QsciScintillaBase;

long colour(const QColor &c)
{
    return c.red() | c.green() << 8 | c.blue() << 16;
}
} // namespace

PayloadView::PayloadView(Form form, QWidget *parent)
    : QWidget(parent)
    , m_form(form)
    , m_editor(new QsciScintilla(this))
    , m_note(
          new QLabel(tr("Long lines are broken here. Copy the payload in the table to have it whole."), this))
    , m_feed(new QTimer(this))
{
    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(8, 10, 0, 0);
    box->addWidget(m_editor, 1);
    box->addWidget(m_note);
    m_note->setFont(smallFont());
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(4, 4, 8, 6);
    m_note->hide();
    setFocusProxy(m_editor);
    prepareEditor();
    m_feed->setInterval(0);
    connect(m_feed, &QTimer::timeout, this, &PayloadView::addSlice);
}

PayloadView::~PayloadView()
{
    if (m_delivery)
        m_delivery->cancel();
}

void PayloadView::setPayload(const QByteArray &payload)
{
    if (m_delivery)
        m_delivery->cancel();
    m_delivery = std::make_shared<Delivery>(this);
    m_complete = false;
    QThreadPool::globalInstance()->start(
        [this, delivery = m_delivery, payload, pretty = m_form == Form::Pretty] {
            const DisplayText shown = displayText(payload, pretty, [&] { return delivery->isCancelled(); });
            delivery->deliver([this, delivery, shown] {
                if (!delivery->isCancelled())
                    begin(shown);
            });
        });
}

QString PayloadView::text() const
{
    return m_editor->text();
}

void PayloadView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange)
        applyColours();
}

void PayloadView::prepareEditor()
{
    m_editor->setUtf8(true);
    m_editor->setReadOnly(true);
    m_editor->setFrameShape(QFrame::NoFrame);
    m_editor->setAccessibleName(m_form == Form::Pretty ? tr("Payload, formatted") : tr("Payload as text"));
    m_editor->setCaretLineVisible(false);
    m_editor->SendScintilla(Sci::SCI_SETUNDOCOLLECTION, 0L);
    // QScintilla tells screen readers of every insertion, and counts all characters before it for that.
    m_editor->SendScintilla(Sci::SCI_SETMODEVENTMASK, static_cast<unsigned long>(Sci::SC_MOD_CHANGEFOLD));
    m_editor->SendScintilla(Sci::SCI_SETCARETSTYLE, 1L);
    m_editor->SendScintilla(Sci::SCI_SETLAYOUTCACHE,
                            2L); // of the page: a cache of the document costs per line
    m_editor->SendScintilla(Sci::SCI_SETIDLESTYLING, 1L); // what is visible first
    // The tab key leaves the view: nothing can be typed here.
    m_editor->SendScintilla(Sci::SCI_CLEARCMDKEY, long(Sci::SCK_TAB));
    m_editor->SendScintilla(Sci::SCI_CLEARCMDKEY, long(Sci::SCK_TAB) | long(Sci::SCMOD_SHIFT) << 16);
    for (int margin = 0; margin < 5; ++margin)
        m_editor->setMarginWidth(margin, 0);
    applyColours();
}

void PayloadView::applyColours()
{
    const Theme &theme = Theme::of(this);
    const QFont font = fixedFont();
    QsciLexer *old = m_editor->lexer();
    QsciLexerJSON *lexer = nullptr;
    if (m_json) {
        lexer = new QsciLexerJSON(m_editor);
        lexer->setDefaultFont(font);
        lexer->setDefaultPaper(theme.window);
        lexer->setFont(font, -1);
        lexer->setPaper(theme.window, -1);
        lexer->setColor(theme.text, -1);
        lexer->setColor(theme.jsonKey, QsciLexerJSON::Property);
        lexer->setColor(theme.jsonString, QsciLexerJSON::String);
        lexer->setColor(theme.jsonString, QsciLexerJSON::UnclosedString);
        lexer->setColor(theme.jsonString, QsciLexerJSON::IRI);
        lexer->setColor(theme.jsonString, QsciLexerJSON::IRICompact);
        lexer->setColor(theme.jsonString, QsciLexerJSON::EscapeSequence);
        lexer->setColor(theme.jsonNumber, QsciLexerJSON::Number);
        lexer->setColor(theme.jsonWord, QsciLexerJSON::Keyword);
        lexer->setHighlightEscapeSequences(false);
    }
    m_editor->setLexer(lexer);
    delete old;
    m_editor->setFont(font);
    m_editor->setColor(theme.text);
    m_editor->setPaper(theme.window);
    // The tallest of all fonts makes the height of the lines, also one that nothing is written in.
    const QByteArray family = font.family().toUtf8();
    for (unsigned long style = 0; style <= Sci::STYLE_MAX; ++style) {
        m_editor->SendScintilla(Sci::SCI_STYLESETFONT, style, family.constData());
        m_editor->SendScintilla(Sci::SCI_STYLESETSIZEFRACTIONAL, style,
                                std::lround(font.pointSizeF() * int(Sci::SC_FONT_SIZE_MULTIPLIER)));
    }
    m_editor->SendScintilla(Sci::SCI_SETEXTRAASCENT, 2L);
    m_editor->SendScintilla(Sci::SCI_SETEXTRADESCENT, 2L);
    m_editor->setSelectionBackgroundColor(theme.soft);
    m_editor->SendScintilla(Sci::SCI_SETSELFORE, 0UL, 0L);
    m_editor->setCaretForegroundColor(theme.text);
    m_editor->SendScintilla(Sci::SCI_STYLESETBACK, 32UL, colour(theme.window));
    m_editor->setFolding(m_json && m_text.size() <= foldLimit ? QsciScintilla::PlainFoldStyle
                                                              : QsciScintilla::NoFoldStyle);
    m_editor->setFoldMarginColors(theme.window, theme.window);
    // QScintilla gives the signs of folding fixed colours, and its own setters pass them over.
    for (int marker = Sci::SC_MARKNUM_FOLDEREND; marker <= int(Sci::SC_MARKNUM_FOLDEROPEN); ++marker) {
        m_editor->SendScintilla(Sci::SCI_MARKERSETFORE, static_cast<unsigned long>(marker),
                                colour(theme.window));
        m_editor->SendScintilla(Sci::SCI_MARKERSETBACK, static_cast<unsigned long>(marker),
                                colour(theme.muted));
    }
}

void PayloadView::begin(const DisplayText &shown)
{
    m_feed->stop();
    m_text = shown.text;
    m_added = 0;
    m_json = shown.isJson;
    m_note->setVisible(shown.isBroken);
    m_editor->setReadOnly(false);
    m_editor->clear();
    // With room to spare: where it is full to the last byte, all of it is moved once more.
    m_editor->SendScintilla(Sci::SCI_ALLOCATE, static_cast<unsigned long>(m_text.size() + 4 * slice));
    m_editor->setWrapMode(m_text.size() <= wrapLimit ? QsciScintilla::WrapCharacter
                                                     : QsciScintilla::WrapNone);
    m_editor->setReadOnly(true);
    applyColours();
    m_feed->start();
    addSlice();
}

void PayloadView::addSlice()
{
    QElapsedTimer clock;
    clock.start();
    m_editor->SendScintilla(Sci::SCI_SETREADONLY, 0L);
    do {
        const qsizetype size = std::min(slice, m_text.size() - m_added);
        m_editor->SendScintilla(Sci::SCI_APPENDTEXT, static_cast<unsigned long>(size),
                                m_text.constData() + m_added);
        m_added += size;
    } while (m_added < m_text.size() && clock.elapsed() < sliceTime);
    m_editor->SendScintilla(Sci::SCI_SETREADONLY, 1L);
    if (m_added < m_text.size())
        return;
    m_feed->stop();
    m_text.clear();
    m_complete = true;
    Q_EMIT completed();
}

} // namespace weir
