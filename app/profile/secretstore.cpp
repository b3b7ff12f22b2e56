// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretstore.h"

#include <QPointer>
#include <QSet>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <algorithm>
#include <utility>

namespace weir {

namespace {
constexpr qsizetype nameLimit = 128;

bool isNameCharacter(QChar c)
{
    return (c >= QLatin1Char('a') && c <= QLatin1Char('z'))
        || (c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        || (c >= QLatin1Char('0') && c <= QLatin1Char('9')) || c == QLatin1Char('_') || c == QLatin1Char('.')
        || c == QLatin1Char('-');
}

QString fromEnvironment(const QString &name)
{
    return qEnvironmentVariable(QByteArray("WEIR_SECRET_" + name.toLatin1()).constData());
}

// As far as nobody else holds the same bytes.
void wipe(QString &text)
{
    if (text.isDetached()) {
        volatile char16_t *at = reinterpret_cast<char16_t *>(text.data());
        for (qsizetype i = 0; i < text.size(); ++i)
            at[i] = 0;
    }
    text.clear();
}
}

// What a connection waits for.
struct SecretStore::Lookup
{
    QStringList names;
    QSet<QString> open; // the keychain has not answered yet
    Answer answer;
    QPointer<QObject> context;
    std::function<void(const Answer &)> done;
    bool isDone = false;
};

// What is written or removed.
struct SecretStore::Change
{
    QString name;
    QString value; // empty: it is removed
    QPointer<QObject> context;
    Done done;
    bool isDone = false;
};

SecretStore::SecretStore(QObject *parent)
    : SecretStore(Options(), parent)
{
}

SecretStore::SecretStore(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

SecretStore::~SecretStore()
{
    for (QString &value : m_session)
        wipe(value);
}

Expected<void> SecretStore::validateName(const QString &name)
{
    if (name.isEmpty() || name.size() > nameLimit || !std::all_of(name.begin(), name.end(), isNameCharacter))
        return failure(ErrorCode::InvalidSecretName, name.left(nameLimit));
    return {};
}

QString SecretStore::sentence() const
{
    return m_state == State::SessionOnly ? tr("Secrets are kept for this session only: %1").arg(m_why)
                                         : QString();
}

void SecretStore::resolve(const QStringList &names, QObject *context,
                          std::function<void(const Answer &)> done)
{
    const auto lookup = std::make_shared<Lookup>();
    lookup->names = names;
    lookup->names.removeDuplicates();
    lookup->context = context;
    lookup->done = std::move(done);
    for (const QString &name : std::as_const(lookup->names)) {
        if (m_session.contains(name))
            lookup->answer.values.insert(name, m_session.value(name));
        else if (validateName(name))
            lookup->open.insert(name);
    }
    if (lookup->open.isEmpty()) {
        QMetaObject::invokeMethod(
            this, [this, lookup] { finish(lookup); }, Qt::QueuedConnection);
        return;
    }
    QTimer::singleShot(m_options.timeout, this, [this, weak = std::weak_ptr(lookup)] {
        const auto late = weak.lock();
        if (!late || late->isDone)
            return;
        setState(State::SessionOnly, noAnswer());
        finish(late);
    });
    for (const QString &name : std::as_const(lookup->names)) {
        if (!lookup->open.contains(name))
            continue;
        auto *job = new QKeychain::ReadPasswordJob(m_options.service);
        connect(job, &QKeychain::Job::finished, this,
                [this, lookup, name](QKeychain::Job *finished) { found(lookup, name, finished); });
        start(job, name);
    }
}

void SecretStore::write(const QString &name, const QString &value, QObject *context, Done done)
{
    const auto change = std::make_shared<Change>(Change{name, value, context, std::move(done)});
    if (value.isEmpty()) {
        begin(change, new QKeychain::DeletePasswordJob(m_options.service));
        return;
    }
    auto *job = new QKeychain::WritePasswordJob(m_options.service);
    job->setTextData(value);
    begin(change, job);
}

void SecretStore::remove(const QString &name, QObject *context, Done done)
{
    write(name, {}, context, std::move(done));
}

// The job deletes itself once it has finished, which may be long after us.
void SecretStore::start(QKeychain::Job *job, const QString &name)
{
    job->setKey(name);
    connect(job, &QKeychain::Job::finished, this, [this] { m_glib.run(--m_running > 0); });
    m_glib.run(++m_running > 0);
    job->start();
}

void SecretStore::found(const std::shared_ptr<Lookup> &lookup, const QString &name, QKeychain::Job *job)
{
    const bool works = judge(*job);
    if (lookup->isDone)
        return;
    lookup->open.remove(name);
    if (works && job->error() == QKeychain::NoError)
        lookup->answer.values.insert(name, static_cast<QKeychain::ReadPasswordJob *>(job)->textData());
    if (lookup->open.isEmpty())
        finish(lookup);
}

void SecretStore::finish(const std::shared_ptr<Lookup> &lookup)
{
    lookup->isDone = true;
    Answer &answer = lookup->answer;
    for (const QString &name : std::as_const(lookup->names)) {
        if (answer.values.contains(name))
            continue;
        if (const auto valid = validateName(name); !valid)
            answer.errors.push_back(valid.error());
        else if (const QString value = fromEnvironment(name); !value.isEmpty())
            answer.values.insert(name, value);
        else if (m_state == State::SessionOnly)
            answer.errors.push_back({ErrorCode::SecretUnavailable, name + QLatin1String(": ") + m_why});
        else
            answer.errors.push_back({ErrorCode::SecretNotFound, name});
    }
    if (lookup->context && lookup->done)
        lookup->done(answer);
    for (QString &value : answer.values)
        wipe(value);
}

void SecretStore::begin(const std::shared_ptr<Change> &change, QKeychain::Job *job)
{
    if (const auto valid = validateName(change->name); !valid) {
        delete job;
        QMetaObject::invokeMethod(
            this, [this, change, error = valid.error()] { finish(change, error); }, Qt::QueuedConnection);
        return;
    }
    QTimer::singleShot(m_options.timeout, this, [this, weak = std::weak_ptr(change)] {
        const auto late = weak.lock();
        if (!late || late->isDone)
            return;
        setState(State::SessionOnly, noAnswer());
        changed(late, nullptr);
    });
    connect(job, &QKeychain::Job::finished, this, [this, change](QKeychain::Job *finished) {
        const bool works = judge(*finished);
        changed(change, works ? finished : nullptr);
    });
    start(job, change->name);
}

// `job`: the keychain has done it, maybe later than we waited.
void SecretStore::changed(const std::shared_ptr<Change> &change, const QKeychain::Job *job)
{
    const bool isRemoval = change->value.isEmpty();
    if (job && (isRemoval || !change->isDone || m_session.value(change->name) == change->value))
        forget(change->name);
    if (change->isDone)
        return;
    const bool wasHere = m_session.contains(change->name);
    if (!job) {
        forget(change->name);
        if (!isRemoval)
            m_session.insert(change->name, change->value);
    }
    const bool failed = !job && isRemoval && !wasHere;
    finish(change,
           failed ? Error{ErrorCode::KeychainError, change->name + QLatin1String(": ") + m_why} : Error{});
}

void SecretStore::finish(const std::shared_ptr<Change> &change, const Error &error)
{
    change->isDone = true;
    if (!change->context || !change->done)
        return;
    if (error.code == ErrorCode::None)
        change->done({});
    else
        change->done(tl::unexpected(error));
}

// Whether the keychain does its work; that it has no such entry is an answer, too.
bool SecretStore::judge(const QKeychain::Job &job)
{
    switch (job.error()) {
    case QKeychain::NoError:
    case QKeychain::EntryNotFound:
        setState(State::Keychain);
        return true;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        setState(State::SessionOnly, tr("the keychain was not unlocked."));
        return false;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        setState(State::SessionOnly, tr("this system has no keychain."));
        return false;
    case QKeychain::CouldNotDeleteEntry:
    case QKeychain::OtherError:
        break;
    }
    setState(State::SessionOnly, tr("the keychain failed (%1).").arg(job.errorString()));
    return false;
}

void SecretStore::setState(State state, const QString &why)
{
    if (state == m_state && why == m_why)
        return;
    m_state = state;
    m_why = why;
    Q_EMIT stateChanged();
}

QString SecretStore::noAnswer() const
{
    return tr("the keychain did not answer within %1 s.").arg(double(m_options.timeout.count()) / 1000);
}

void SecretStore::forget(const QString &name)
{
    if (const auto value = m_session.find(name); value != m_session.end()) {
        wipe(*value);
        m_session.erase(value);
    }
}

} // namespace weir
