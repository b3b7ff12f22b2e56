// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "chatpage.h"
#include "composer.h"
#include "conversationview.h"
#include "delivery.h"
#include "format.h"
#include "queuepanel.h"
#include "requestbar.h"
#include "searchfield.h"
#include "sendplanpanel.h"
#include "settings.h"
#include "templatespanel.h"
#include "visibletext.h"

#include "log/heardmessages.h"
#include "log/lens.h"
#include "session/workbench.h"

#include "base/payloadtype.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QKeyEvent>
#include <QSaveFile>
#include <QThreadPool>
#include <QToolButton>

#include <algorithm>

// What the page sends, finds and saves; what it shows is in chatpage.cpp.
namespace weir {

namespace {

constexpr size_t mostItems = 500; // of the queue that are listed
constexpr qsizetype previewSize = 200; // bytes
constexpr qint64 noticeable = 256 * 1024; // bytes that wait in an open line

bool isMessage(Kind kind)
{
    return kind == Kind::WsText || kind == Kind::WsBinary;
}

QString suffixOf(const Event &event)
{
    if (const QByteArray suffix = payloadSuffix(payloadType(event.payload)); !suffix.isEmpty())
        return QString::fromLatin1(suffix);
    const char first = event.payload.isEmpty() ? char(0) : event.payload.front();
    if (event.kind == Kind::WsText)
        return first == '{' || first == '[' ? QStringLiteral("json") : QStringLiteral("txt");
    return QStringLiteral("bin");
}

Expected<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return failure(ErrorCode::FileError, path + QLatin1String(": ") + file.errorString());
}

} // namespace

void ChatPage::connectSenders()
{
    connect(m_composer, &Composer::sendRequested, this, &ChatPage::send);
    connect(m_composer, &Composer::said, this, &ChatPage::said);
    connect(m_composer, &Composer::edited, this, [this] {
        if (!m_saysWaiting)
            m_composer->setNotice({});
    });
    connect(m_composer, &Composer::secretsMissing, this, &ChatPage::secretsMissing);
    connect(m_composer, &Composer::saveAsTemplateRequested, this, [this](const MessageTemplate &message) {
        showSide(SideTab::Templates);
        m_templates->add(message);
    });
    connect(m_templates, &TemplatesPanel::chosen, this, [this](const MessageTemplate &message) {
        m_composer->setText(message.body, message.format);
        m_composer->focusEditor();
    });
    connect(m_templates, &TemplatesPanel::sendRequested, m_composer,
            qOverload<const MessageTemplate &>(&Composer::send));
    connect(m_templates, &TemplatesPanel::newRequested, m_composer, &Composer::saveAsTemplate);
    m_plan->setSource(
        [this] { return MessageTemplate{.format = m_composer->format(), .body = m_composer->text()}; });
    connect(m_plan, &SendPlanPanel::sendRequested, this, &ChatPage::send);
    connect(m_plan, &SendPlanPanel::runningChanged, this, &ChatPage::hear);
    connect(m_heard, &HeardMessages::heard, m_plan, &SendPlanPanel::messageReceived);
    connect(&workbench(), &Workbench::logGrown, m_heard, &HeardMessages::grow);
    connect(m_queue, &QueuePanel::withdrawRequested, this, [this](quint64 id) { connection().withdraw(id); });
    connect(m_queue, &QueuePanel::withdrawAllRequested, &connection(), &Connection::withdrawAll);
    connect(m_queue, &QueuePanel::editRequested, this, &ChatPage::editWaiting);
    connect(m_single, &Lens::eventLoaded, this, [this](const Event &event) {
        if (event.seq == m_actSeq && m_act)
            std::exchange(m_act, {})(event);
    });
    connect(m_single, &Lens::failed, this, [this](const Error &error) { Q_EMIT said(errorText(error)); });
}

// Two plans may run beside each other: what one waits for is heard on.
void ChatPage::hear()
{
    if (m_plan->isRunning() == m_isHearing)
        return;
    m_isHearing = m_plan->isRunning();
    if (m_isHearing)
        m_heard->start(workbench().reader(), logId());
    else
        m_heard->stop();
}

void ChatPage::send(Kind kind, const QByteArray &payload, const Secrets &secrets)
{
    if (const auto id = connection().send(kind, payload, secrets); !id) {
        m_composer->setNotice(errorText(id.error()), "error");
        m_saysWaiting = false;
        m_plan->stop();
    }
}

void ChatPage::showWaiting(const WebSocketStatus &status)
{
    if (const quint64 revision = connection().waitingRevision(); revision != m_waiting) {
        m_waiting = revision;
        std::vector<QueueItem> items;
        for (const OutMessage &message : connection().waitingMessages(mostItems)) {
            const QString text = message.kind == Kind::WsText
                ? visibleText(message.payload, previewSize)
                : QString::fromLatin1(message.payload.left(24).toHex(' '));
            items.push_back({message.id, message.kind, message.payload.size(), connection().masked(text)});
        }
        m_queue->setItems(std::move(items));
    }
    const qint64 waiting = status.queuedBytes + status.unsentBytes;
    const bool isSlow = status.state == LineState::Open && waiting > noticeable;
    if (isSlow)
        m_composer->setNotice(tr("%1 wait to be sent: the peer reads slowly.").arg(sizeText(waiting)),
                              "warn");
    else if (m_saysWaiting) // another notice stays until something is written
        m_composer->setNotice({});
    m_saysWaiting = isSlow;
}

void ChatPage::editWaiting(quint64 id)
{
    const auto message = connection().withdraw(id);
    if (!message)
        return;
    Event event;
    event.kind = message->kind;
    event.payload = message->payload;
    m_composer->edit(event);
    m_composer->focusEditor();
}

void ChatPage::with(quint64 seq, std::function<void(const Event &)> act)
{
    m_actSeq = seq;
    m_act = std::move(act);
    m_single->loadEvent(seq);
}

void ChatPage::sendAgain(const Event &event)
{
    if (!isMessage(event.kind))
        return;
    // The log has bullets where a secret stood: to send them would be to send something else.
    if (event.flags & Masked) {
        Q_EMIT said(
            tr("This message held a secret, which the log does not have; send it from its template."));
        return;
    }
    send(event.kind, event.payload, {});
}

void ChatPage::saveAs(const Event &event)
{
    const QString folder = settings().value(Setting::ExportFolder).toString();
    const QString name = QStringLiteral("message-%1.%2").arg(event.seq).arg(suffixOf(event));
    auto *dialog = new QFileDialog(this, tr("Save message"), QDir(folder).filePath(name));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this, [this, bytes = event.payload](const QString &path) {
        settings().setValue(Setting::ExportFolder, QFileInfo(path).absolutePath());
        auto delivery = std::make_shared<Delivery>(this);
        connect(this, &QObject::destroyed, this, [delivery] { delivery->cancel(); });
        QThreadPool::globalInstance()->start([this, delivery, path, bytes] {
            delivery->deliver([this, path, written = writeFile(path, bytes)] {
                Q_EMIT said(written ? tr("Saved as %1.").arg(path) : errorText(written.error()));
            });
        });
    });
    dialog->open();
}

void ChatPage::find()
{
    const QString text = search()->text();
    m_talk->setHighlight(text);
    for (QToolButton *button : {m_previous, m_next})
        button->setEnabled(!text.isEmpty());
    Query query = wantedQuery();
    query.text = text.toUtf8();
    if (text.isEmpty())
        query.kinds = kindBit(Kind::RpcInvalid); // nothing to look for
    m_found->setQuery(query);
    updateMatches();
}

void ChatPage::step(int by)
{
    const quint64 count = m_found->rowCount();
    if (search()->text().isEmpty() || count == 0)
        return;
    const quint64 now = chosenSeq();
    // The row of the first match at or behind what is chosen
    const quint64 at = now ? m_found->rowOf(now) : 0;
    const bool isOn = now && m_found->seqAt(at) == now;
    quint64 row = by > 0 ? (isOn ? at + 1 : at) : (at + count - 1);
    row %= count;
    const quint64 seq = m_found->seqAt(row);
    if (isTableShown())
        table()->goTo(seq);
    else
        m_talk->showSeq(seq);
    updateMatches();
}

QString ChatPage::matchesText() const
{
    if (search()->text().isEmpty())
        return {};
    const quint64 count = m_found->rowCount();
    const quint64 now = chosenSeq();
    const quint64 row = now ? m_found->rowOf(now) : 0;
    if (count > 0 && now && m_found->seqAt(row) == now)
        return tr("%1 of %2").arg(countText(row + 1), countText(count));
    return m_found->isSearching() ? tr("%1 so far").arg(countText(count))
                                  : tr("%1 match").arg(countText(count));
}

void ChatPage::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_F3)
        return step(event->modifiers() & Qt::ShiftModifier ? -1 : 1);
    ConnectionPage::keyPressEvent(event);
}

} // namespace weir
