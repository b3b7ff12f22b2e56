// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "glibloop.h"

#include "base/error.h"

#include <QHash>
#include <QObject>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <vector>

namespace QKeychain {
class Job;
}

namespace weir {

// Secrets by their names, kept by the system's keychain. Where there is none, or it does not open, they are
// kept in memory until the program ends, and state() says so; never in a file of ours. The value of a name is
// what was written in this session while the keychain failed, else what the keychain has, else
// WEIR_SECRET_NAME of the environment (the name exactly as it is). The keychain cannot be asked for its
// names. Lives on the main thread and never blocks it: answers come later, and not once the context is gone.
class SecretStore final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        Unknown, // nobody asked the keychain yet
        Keychain,
        SessionOnly,
    };

    struct Options
    {
        QString service = QStringLiteral("weir");
        // A person may have to unlock the keychain first.
        std::chrono::milliseconds timeout = std::chrono::seconds(60);
    };
    explicit SecretStore(QObject *parent = nullptr);
    explicit SecretStore(Options options, QObject *parent = nullptr);
    ~SecretStore() override; // overwrites what it kept itself; copies that were handed out are not its own
    Q_DISABLE_COPY_MOVE(SecretStore)

    // Letters, digits, “_”, “.” and “-” of ASCII, 128 at most; otherwise InvalidSecretName.
    static Expected<void> validateName(const QString &name);

    State state() const { return m_state; }
    // SessionOnly: that secrets are kept for this session only, and why; otherwise empty.
    QString sentence() const;

    struct Answer
    {
        QHash<QString, QString> values;
        std::vector<Error> errors; // one for each name without a value, in the order of the names

        bool operator==(const Answer &) const = default;
    };
    // All the secrets of a connection. Within the timeout there is an answer, however the keychain hangs.
    void resolve(const QStringList &names, QObject *context, std::function<void(const Answer &)> done);

    using Done = std::function<void(const Expected<void> &)>;
    // Where the keychain fails this is no error: the value is kept for this session. An empty value is
    // remove().
    void write(const QString &name, const QString &value, QObject *context, Done done);
    // It is no error where there is nothing to remove.
    void remove(const QString &name, QObject *context, Done done);

Q_SIGNALS:
    void stateChanged(); // or its sentence

private:
    struct Lookup;
    struct Change;
    void start(QKeychain::Job *job, const QString &name);
    void found(const std::shared_ptr<Lookup> &lookup, const QString &name, QKeychain::Job *job);
    void finish(const std::shared_ptr<Lookup> &lookup);
    void begin(const std::shared_ptr<Change> &change, QKeychain::Job *job);
    void changed(const std::shared_ptr<Change> &change, const QKeychain::Job *job);
    void finish(const std::shared_ptr<Change> &change, const Error &error);
    bool judge(const QKeychain::Job &job);
    void setState(State state, const QString &why = {});
    QString noAnswer() const;
    void forget(const QString &name);

    const Options m_options;
    GlibLoop m_glib;
    int m_running = 0; // jobs
    State m_state = State::Unknown;
    QString m_why;
    QHash<QString, QString> m_session;
};

} // namespace weir
