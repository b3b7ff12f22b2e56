// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileeditor.h"

#include "answerspage.h"
#include "authpage.h"
#include "headernames.h"
#include "linepage.h"
#include "notespage.h"
#include "profileform.h"
#include "rowtable.h"
#include "theme.h"
#include "transportpage.h"
#include "variablescope.h"
#include "variabletextedit.h"
#include "widgets.h"

#include "profile/requestbody.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

#include <algorithm>

namespace weir {

namespace {
// A quarter of the window: the table below stays usable in a small one.
constexpr int lowest = 150;
constexpr int highest = 230;
constexpr int dotSize = 6;

int countOn(const QList<ProfileRow> &rows)
{
    return int(std::count_if(rows.begin(), rows.end(), [](const ProfileRow &row) { return row.on; }));
}

int countTransport(const Profile &p)
{
    const ProfileTls &tls = p.tls;
    return int(tls.insecure) + int(!tls.pins.isEmpty()) + int(!tls.caFile.isEmpty())
        + int(!tls.certFile.isEmpty()) + int(tls.minimum != ProfileTls::Version::Any)
        + int(p.proxy.mode != ProfileProxy::Mode::System) + int(p.http2);
}

int countAnswers(const Profile &p)
{
    return int(
        std::count_if(p.answers.begin(), p.answers.end(), [](const AnswerRule &rule) { return rule.on; }));
}

bool sameTransport(const Profile &a, const Profile &b)
{
    return a.tls == b.tls && a.proxy == b.proxy && a.http2 == b.http2;
}

// The members of the tab Line, for comparison.
auto line(const Profile &p)
{
    return std::tie(p.reconnect, p.resilient, p.reconnectionTime, p.headerTimeout, p.readTimeout,
                    p.lastEventId, p.lineLimit, p.messageLimit, p.heartbeat, p.heartbeatTimeout,
                    p.subprotocols, p.autoConnect, p.callTimeout, p.openRpcFile);
}

auto words(const Profile &p)
{
    return std::tie(p.name, p.folder, p.colour, p.notes);
}

QPixmap dot(const Theme &theme, qreal ratio)
{
    QPixmap image(QSize(dotSize, dotSize) * ratio);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.accent);
    painter.drawEllipse(QRectF(0, 0, dotSize, dotSize));
    return image;
}

} // namespace

ProfileEditor::ProfileEditor(ProfileDraft *draft, const VariableScope *scope, QWidget *parent)
    : QFrame(parent)
    , m_draft(draft)
    , m_scope(scope)
    , m_tabs(makeTabs(tr("Options of the connection"), {}, this))
    , m_stack(new QStackedWidget(this))
{
    setObjectName(QStringLiteral("profileEditor"));
    setAccessibleName(tr("Options of the connection"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_tabs->setFont(smallFont());
    m_tabs->setIconSize(QSize(dotSize, dotSize));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_tabs);
    layout->addWidget(m_stack, 1);
    addPages();
    fit(); // before it is shown: nothing below jumps twice
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, this, &ProfileEditor::updatePreview);
    connect(scope, &VariableScope::changed, this, &ProfileEditor::updatePreview);
    connect(draft, &ProfileDraft::loaded, this, &ProfileEditor::refresh);
    connect(draft, &ProfileDraft::edited, this, &ProfileEditor::refresh);
    refresh();
}

void ProfileEditor::setPreview(const std::function<QString(const Profile &)> &preview)
{
    m_preview = preview;
    refresh();
}

void ProfileEditor::showTab(Tab tab)
{
    for (size_t i = 0; i < m_pages.size(); ++i) {
        if (m_pages[i].tab == tab)
            m_tabs->setCurrentIndex(int(i));
    }
}

QString ProfileEditor::pendingSentence() const
{
    for (const SecretEdit *secret : findChildren<SecretEdit *>()) {
        if (secret->isPending())
            return secret->sentence();
    }
    return {};
}

void ProfileEditor::showPending()
{
    for (const Page &page : m_pages) {
        for (SecretEdit *secret : page.widget->findChildren<SecretEdit *>()) {
            if (!secret->isPending())
                continue;
            showTab(page.tab);
            secret->setFocus();
            return;
        }
    }
}

void ProfileEditor::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    window()->installEventFilter(this);
    fit();
}

bool ProfileEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == window())
        fit();
    return QFrame::eventFilter(watched, event);
}

void ProfileEditor::fit()
{
    setFixedHeight(std::clamp(window()->height() / 4, lowest, highest));
}

void ProfileEditor::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeRequested();
    else
        QFrame::keyPressEvent(event);
}

void ProfileEditor::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refresh();
}

void ProfileEditor::addPages()
{
    RowTable *headers = makeRows(
        [](auto &p) -> auto & { return p.headers; }, tr("Name"), tr("Value"));
    headers->setNames(requestHeaderNames());
    headers->setAccessibleName(tr("Headers"));
    RowTable *query = makeRows(
        [](auto &p) -> auto & { return p.query; }, tr("Name"), tr("Value"));
    query->setAccessibleName(tr("Parameters of the URL"));
    RowTable *variables = makeRows(
        [](auto &p) -> auto & { return p.variables; }, tr("Name"),
        tr("Value, before those of the environment"));
    variables->setAccessibleName(tr("Variables of this connection"));
    addPage({Tab::Params, tr("Params"), query, true, [](const Profile &p) { return countOn(p.query); },
             [](const Profile &a, const Profile &b) { return a.query == b.query; }},
            false);
    addPage({Tab::Headers, tr("Headers"), headers, true, [](const Profile &p) { return countOn(p.headers); },
             [](const Profile &a, const Profile &b) { return a.headers == b.headers; }},
            false);
    addPage({Tab::Body, tr("Body"), makeBody(), false,
             [](const Profile &p) { return int(p.body.has_value()); },
             [](const Profile &a, const Profile &b) { return a.body == b.body; }},
            false);
    addPage({Tab::Auth, tr("Auth"), new AuthPage(m_draft, m_scope, m_stack), false,
             [](const Profile &p) { return int(p.auth.type != ProfileAuth::Type::None); },
             [](const Profile &a, const Profile &b) { return a.auth == b.auth; }},
            true);
    addPage({Tab::Transport, tr("TLS && proxy"), new TransportPage(m_draft, m_scope, m_stack), true,
             countTransport, sameTransport},
            true);
    addPage({Tab::Line, tr("Line"), new LinePage(m_draft, m_scope, m_stack), false,
             [](const Profile &p) { return int(line(p) != line(Profile{})); },
             [](const Profile &a, const Profile &b) { return line(a) == line(b); }},
            true);
    addPage({Tab::Answers, tr("Answers"), new AnswersPage(m_draft, m_scope, m_stack), true, countAnswers,
             [](const Profile &a, const Profile &b) { return a.answers == b.answers; }},
            false);
    addPage({Tab::Variables, tr("Variables"), variables, true,
             [](const Profile &p) { return countOn(p.variables); },
             [](const Profile &a, const Profile &b) { return a.variables == b.variables; }},
            false);
    addPage({Tab::Notes, tr("Notes"), new NotesPage(m_draft, m_scope, m_stack), false,
             [](const Profile &p) { return int(!p.notes.isEmpty()); },
             [](const Profile &a, const Profile &b) { return words(a) == words(b); }},
            true);
    addPage({Tab::Preview, tr("Preview"), makePreview(), false, [](const Profile &) { return 0; },
             [](const Profile &, const Profile &) { return true; }},
            false);
}

void ProfileEditor::addPage(const Page &page, bool scrolls)
{
    QWidget *shown = page.widget;
    if (scrolls) {
        auto *area = new QScrollArea(m_stack);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidgetResizable(true);
        area->setFocusPolicy(Qt::NoFocus);
        area->setBackgroundRole(QPalette::Base);
        page.widget->setBackgroundRole(QPalette::Base);
        area->setWidget(page.widget);
        shown = area;
    }
    m_stack->addWidget(shown);
    m_pages.push_back(page);
    m_tabs->addTab(page.title);
}

RowTable *ProfileEditor::makeRows(const Member<QList<ProfileRow>> &member, const QString &name,
                                  const QString &value)
{
    auto *table = new RowTable(m_scope, m_stack);
    table->setHints(name, value);
    const auto show = [this, table, member] {
        table->setRows(member.read(m_draft->profile()));
        const std::optional<Profile> &saved = m_draft->saved();
        table->setSaved(saved ? std::optional(member.read(*saved)) : std::nullopt);
    };
    connect(m_draft, &ProfileDraft::loaded, table, show);
    connect(table, &RowTable::edited, this, [this, table, member] { m_draft->edit(member, table->rows()); });
    show();
    return table;
}

QWidget *ProfileEditor::makeBody()
{
    auto *page = new QWidget(m_stack);
    auto *body = new VariableTextEdit(m_scope, page);
    body->setFont(fixedFont());
    body->setPlaceholderText(tr("Body, sent again at every reconnection"));
    body->setAccessibleName(tr("Request body"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(body);
    const auto show = [this, body] { body->setText(m_draft->profile().body.value_or(QString())); };
    connect(m_draft, &ProfileDraft::loaded, body, show);
    connect(body, &VariableTextEdit::edited, this, [this, body] {
        const QString text = body->toPlainText();
        m_draft->edit<std::optional<QString>>(
            [](auto &p) -> auto & { return p.body; }, text.isEmpty() ? std::nullopt : std::optional(text));
    });
    show();
    return page;
}

QWidget *ProfileEditor::makePreview()
{
    auto *page = new QWidget(m_stack);
    m_previewText = new QPlainTextEdit(page);
    m_previewText->setProperty("field", true);
    m_previewText->setReadOnly(true);
    m_previewText->setFont(fixedFont());
    m_previewText->setTabChangesFocus(true);
    m_previewText->setAccessibleName(tr("The request as it goes out, secrets hidden"));
    auto *layout = new QVBoxLayout(page);
    layout->setContentsMargins(10, 8, 10, 8);
    layout->addWidget(m_previewText);
    return page;
}

void ProfileEditor::refresh()
{
    for (int i = 0; i < int(m_pages.size()); ++i)
        refreshTab(i);
    updatePreview();
}

void ProfileEditor::refreshTab(int index)
{
    const Page &page = m_pages[size_t(index)];
    const Profile &profile = m_draft->profile();
    const bool changed = m_draft->saved() && !page.same(profile, *m_draft->saved());
    const int count = page.count(profile);
    QString text = page.title;
    if (count > 0)
        text += page.isCounted ? u' ' + QString::number(count) : QStringLiteral(" •");
    m_tabs->setTabText(index, text);
    m_tabs->setTabIcon(index, changed ? QIcon(dot(Theme::of(this), devicePixelRatioF())) : QIcon());
    m_tabs->setTabToolTip(index, changed ? tr("Not as it was saved") : QString());
    // A body that is there stays in sight, also where the method does not send it.
    const bool needed = page.tab == Tab::Body
        ? profile.protocol == Protocol::Sse && (takesBody(profile.method) || profile.body)
        : page.tab != Tab::Preview || m_preview;
    const bool spoken = page.tab != Tab::Answers || profile.protocol == Protocol::JsonRpc;
    m_tabs->setTabVisible(index, needed && spoken);
}

void ProfileEditor::updatePreview()
{
    const bool shown = m_pages[size_t(std::max(0, m_tabs->currentIndex()))].tab == Tab::Preview;
    if (shown && m_preview)
        m_previewText->setPlainText(m_preview(m_draft->profile()));
}

} // namespace weir
