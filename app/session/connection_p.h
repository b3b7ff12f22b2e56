// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connection.h"
#include "profilecontext.h"
#include "ratemeter.h"

#include "profile/secretstore.h"

#include "base/eventsink.h"
#include "base/loopthread.h"
#include "base/secretmask.h"

#include <QTimer>

namespace weir {

class MaskingSink;
class Recorder;

struct Connection::Private
{
    Private(Recorder *log, LoopThread &network, const ProfileContext &surroundings, const Profile &given,
            const QString &givenId);

    // With the values of its secrets; what is missing is an error, and nothing starts.
    Expected<void> begin(Connection &connection, const QHash<QString, QString> &values);
    void prepared(Connection &connection, const SecretStore::Answer &answer);

    void statusChanged(Connection &connection);
    void finished(Connection &connection, int run);
    void announce(Connection &connection);
    void retire(std::shared_ptr<QByteArray> lastEventId =
                    {}); // stops the client and deletes it on its thread, then its sink
    bool rest(); // retires, to start again where it was; false: it was not running
    void sendQueued(); // what the outbox has
    void setAnswers();

    Recorder *recorder; // another one where the session goes on in a new capture
    LoopThread &thread;
    const ProfileContext &context; // of the workbench
    Profile profile;
    QString profileId;
    QUrl url; // of the last start
    QHash<QString, QString> secretValues; // of the last start, by name
    Secrets secrets; // of the last start, and what was sent since
    Secrets sentSecrets; // of messages, also of those that wait
    SecretMask mask; // of both
    QStringList missing; // secrets, at the last start
    Error startError; // of a start that came to nothing after its secrets were read
    bool isPreparing = false; // reads its secrets
    std::shared_ptr<QByteArray> resumeId; // where the next start goes on; its thread writes it
    quint32 id = 0;
    LineClient *client = nullptr; // lives on the thread, and ends there
    const std::shared_ptr<Outbox> outbox = std::make_shared<Outbox>(); // of all clients after each other
    std::shared_ptr<EventSink> sink;
    MaskingSink *masking = nullptr; // a part of the sink
    int run = 0; // start() counts; what an earlier client says comes too late
    bool isRunning = false;
    RateMeter rate;
    QTimer quiet; // until changed() may be said again
    QTimer tick; // rates fall and count-downs go on without a word of the client
    bool isPending = false;
};

} // namespace weir
