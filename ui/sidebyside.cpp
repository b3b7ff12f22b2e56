// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sidebyside.h"

#include "callstrip.h"
#include "diffview.h"
#include "elidedlabel.h"
#include "theme.h"
#include "visibletext.h"
#include "widgets.h"

#include "session/calltext.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace weir {

namespace {
constexpr qsizetype longestRequest = 500; // bytes
constexpr qint64 noise = 100; // µs that make no difference

bool hasEnded(const Call &call)
{
    return call.state != Call::State::Waiting && call.state != Call::State::Sent;
}
}

SideBySide::SideBySide(QWidget *parent)
    : QDialog(parent)
    , m_request(new ElidedLabel(tr("The call"), this))
    , m_send(makeButton(tr("Send to both"), "", false, this))
    , m_times(makeLabel(tr("Which was faster"), this))
    , m_diff(new DiffView(this))
{
    setWindowTitle(tr("Same call to two connections"));
    setObjectName(QStringLiteral("sideBySide"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(12, 12, 12, 12);
    head->setSpacing(12);
    m_request->setFont(fixedFont());
    m_request->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    setTone(m_send, "primary");
    m_send->setDefault(true);
    head->addWidget(m_request, 1);
    head->addWidget(m_send);
    auto *halves = new QHBoxLayout;
    halves->setContentsMargins({});
    halves->setSpacing(1);
    halves->addWidget(makeHalf(Left), 1);
    halves->addWidget(makeHalf(Right), 1);
    m_times->setFont(smallFont());
    m_times->setContentsMargins(12, 8, 12, 0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(halves);
    layout->addWidget(m_times);
    layout->addWidget(m_diff, 1);
    m_diff->setSideBySide(true);
    connect(m_send, &QPushButton::clicked, this, &SideBySide::send);
    setCandidates({});
    showDiff();
    resize(900, 560);
}

void SideBySide::setRequest(const QString &method, const QByteArray &request)
{
    setWindowTitle(tr("%1 to two connections").arg(visibleText(method)));
    m_request->setText(visibleText(request, longestRequest));
}

void SideBySide::setCandidates(const QStringList &names, int left, int right)
{
    const std::array<int, 2> chosen{left, right};
    for (size_t i = 0; i < m_halves.size(); ++i) {
        QComboBox *box = m_halves[i].connection;
        box->clear();
        for (const QString &name : names)
            box->addItem(visibleText(name));
        box->setCurrentIndex(std::min(chosen[i], int(names.size()) - 1));
    }
    updateSend();
}

int SideBySide::candidate(Side side) const
{
    return m_halves[side].connection->currentIndex();
}

void SideBySide::setOutcome(Side side, const Call &call, const QByteArray &result)
{
    Half &half = m_halves[side];
    half.call = call;
    half.result = result;
    half.hasEnded = hasEnded(call);
    half.strip->setCall(call, callIdText(call.id));
    const bool isFailure = call.state == Call::State::Failed;
    half.failure->setText(isFailure ? visibleText(QString::fromUtf8(call.outcome)) : QString());
    half.failure->setVisible(isFailure);
    showDiff();
}

void SideBySide::setFailure(Side side, const QString &sentence)
{
    Half &half = m_halves[side];
    half.hasEnded = true;
    half.result.clear();
    half.call = {};
    half.strip->clear();
    half.failure->setText(visibleText(sentence));
    half.failure->show();
    showDiff();
}

QWidget *SideBySide::makeHalf(Side side)
{
    Half &half = m_halves[side];
    auto *box = new QWidget(this);
    half.connection = new QComboBox(box);
    half.connection->setAccessibleName(side == Left ? tr("Connection on the left")
                                                    : tr("Connection on the right"));
    half.connection->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    half.strip = new CallStrip(box);
    half.failure = makeLabel(tr("Why there is no answer"), box);
    half.failure->setFont(smallFont());
    half.failure->setWordWrap(true);
    half.failure->setContentsMargins(12, 6, 12, 2);
    setTone(half.failure, "error");
    auto *choice = new QHBoxLayout;
    choice->setContentsMargins(12, 0, 12, 10);
    choice->addWidget(half.connection);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(choice);
    layout->addWidget(half.strip);
    layout->addWidget(half.failure);
    layout->addStretch(1);
    connect(half.connection, &QComboBox::currentIndexChanged, this, &SideBySide::updateSend);
    return box;
}

void SideBySide::send()
{
    for (Half &half : m_halves) {
        half.hasEnded = false;
        half.call = {};
        half.result.clear();
        half.strip->clear();
        half.failure->hide();
    }
    showDiff();
    Q_EMIT sendRequested(candidate(Left), candidate(Right));
}

void SideBySide::updateSend()
{
    const bool isPossible =
        candidate(Left) >= 0 && candidate(Right) >= 0 && candidate(Left) != candidate(Right);
    m_send->setEnabled(isPossible);
    m_send->setToolTip(isPossible ? QString() : tr("Choose two different connections."));
}

void SideBySide::showDiff()
{
    const Half &left = m_halves[Left];
    const Half &right = m_halves[Right];
    const bool areTimed = left.call.ended > 0 && right.call.ended > 0;
    m_times->setVisible(areTimed);
    if (areTimed) {
        const qint64 difference = left.call.duration() - right.call.duration();
        const QString time = callTimeText(std::abs(difference));
        m_times->setText(std::abs(difference) < noise ? tr("Both took the same time.")
                             : difference > 0         ? tr("The right one was faster by %1.").arg(time)
                                                      : tr("The left one was faster by %1.").arg(time));
    }
    if (!left.hasEnded && !right.hasEnded && left.call.seq == 0 && right.call.seq == 0)
        return m_diff->clear(tr("Choose two connections and send the call to both."));
    if (!left.hasEnded || !right.hasEnded)
        return m_diff->clear(tr("Waiting for both answers."));
    if (left.result.isEmpty() || right.result.isEmpty())
        return m_diff->clear(tr("There are no two results to compare."));
    m_diff->compare(left.result, right.result, left.connection->currentText(),
                    right.connection->currentText());
}

} // namespace weir
