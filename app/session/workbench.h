// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "captures.h"
#include "connection.h"
#include "profilecontext.h"

#include "profile/profile.h"

#include "base/error.h"

#include <QObject>

#include <memory>
#include <vector>

namespace weir {

class CaptureReader;
class Recorder;

// Owns the log, the network threads and the connections. Lives on the GUI thread.
class Workbench final : public QObject
{
    Q_OBJECT

public:
    // An empty path: an automatic capture under the user's data directory, mode 0600. All automatic captures
    // share `budget` bytes.
    static Expected<std::unique_ptr<Workbench>> open(const QString &capturePath,
                                                     qint64 budget = defaultCaptureBudget);
    ~Workbench() override; // stops everything, writes what is queued
    Q_DISABLE_COPY_MOVE(Workbench)

    // Live from now on, and closed until it is started. `profileId`: where the profile is kept, if anywhere.
    Connection *addConnection(const Profile &profile, const QString &profileId = {});
    // Where the secrets of profiles are; outlives the workbench. Null: there are none.
    void setSecrets(SecretStore *secrets);
    // For every start from now on.
    void setEnvironment(const std::optional<Environment> &environment);
    const ProfileContext &context() const;
    void removeConnection(Connection *connection);
    const std::vector<Connection *> &connections() const;

    std::shared_ptr<CaptureReader> reader() const;
    QString capturePath() const;
    quint64 eventCount() const;
    double eventsPerSecond() const;

    // After captureFull(): a new automatic capture; what runs connects again, where it was. What was read
    // from reader() stays valid and old.
    Expected<void> goOnInNewCapture();

    // The demo server, started on its own thread; its base URL once demoStarted() came.
    void startDemo();
    QUrl demoUrl() const;

Q_SIGNALS:
    void connectionAdded(weir::Connection *connection);
    void connectionRemoved(weir::Connection *connection);
    void logGrown(); // reader() was refreshed; at most once in 16 ms
    void trouble(const weir::Error &error); // recording; code None: it goes on
    void captureFull(); // the automatic capture holds its share of the budget; once for each
    void demoStarted(const QUrl &url);

private:
    struct Private;
    explicit Workbench(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace weir
