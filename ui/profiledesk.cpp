// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profiledesk.h"

#include "certificatedialog.h"
#include "connectionpage.h"
#include "importdialog.h"
#include "questionbar.h"
#include "requestbar.h"
#include "secretsdialog.h"

#include "http/certificatereport.h"
#include "profile/copyas.h"
#include "profile/profilename.h"
#include "profile/profilestore.h"
#include "profile/secretstore.h"
#include "session/profileresolver.h"
#include "session/workbench.h"

#include <QClipboard>
#include <QGuiApplication>

namespace weir {

namespace {
const QString bullets = QStringLiteral("••••••");
}

ProfileDesk::ProfileDesk(Workbench &workbench, ProfileStore &store, SecretStore &secrets,
                         QuestionBar &questions, QWidget *window)
    : QObject(window)
    , m_workbench(workbench)
    , m_store(store)
    , m_secrets(secrets)
    , m_questions(questions)
    , m_window(window)
{
    m_workbench.setSecrets(&m_secrets);
    for (const auto &[id, entry] : m_store.profiles())
        m_known.insert(id, entry.value);
    // Once, and when the environments are known too.
    if (!m_store.isLoaded())
        connect(&m_store, &ProfileStore::loaded, this, &ProfileDesk::startAutomatic, Qt::QueuedConnection);
    connect(&m_store, &ProfileStore::changed, this, &ProfileDesk::profilesChanged);
    connect(&m_store, &ProfileStore::removed, this, &ProfileDesk::profilesRemoved);
    connect(&m_store, &ProfileStore::conflicted, this, &ProfileDesk::askAboutConflict);
    connect(&m_store, &ProfileStore::environmentsChanged, this, &ProfileDesk::chooseEnvironment);
    connect(&m_store, &ProfileStore::failed, this, [this](const Error &error) {
        Q_EMIT said(error.code == ErrorCode::None ? tr("The folder of the connections is there again.")
                                                  : errorText(error));
    });
    connect(&m_secrets, &SecretStore::stateChanged, this, [this] {
        if (const QString sentence = m_secrets.sentence(); !sentence.isEmpty())
            Q_EMIT said(sentence);
    });
}

void ProfileDesk::adopt(ConnectionPage *page)
{
    m_pages.removeAll(nullptr);
    m_pages.append(page);
    RequestBar &bar = page->request();
    Connection *connection = &page->connection();
    bar.setPreview([this](const Profile &profile) {
        VariableSources sources = m_workbench.context().sources();
        sources.secrets = m_present;
        return requestPreview(profile, sources);
    });
    connect(&bar, &RequestBar::edited, page, [this, page, connection] {
        connection->setProfile(page->request().profile());
        page->request().setVariables(variablesFor(connection->profile()));
        page->setMessageVariables(messageVariablesFor(connection->profile()));
    });
    connect(&bar, &RequestBar::saveRequested, this, [this, page] { save(page); });
    connect(&bar, &RequestBar::revertRequested, this, [this, page] { revert(page); });
    connect(&bar, &RequestBar::secretEntered, this, &ProfileDesk::keepSecret);
    connect(&bar, &RequestBar::commandPasted, this, &ProfileDesk::startImport);
    connect(&bar, &RequestBar::remedyRequested, this, [this, connection] { offerRemedy(connection); });
    connect(page, &ConnectionPage::secretsMissing, this, &ProfileDesk::look);
    refresh(page);
    look(namedSecrets(connection->profile(), m_workbench.context().environment));
}

void ProfileDesk::setEnvironment(const QString &name)
{
    m_environment = name;
    chooseEnvironment();
}

void ProfileDesk::save(ConnectionPage *page)
{
    Connection &connection = page->connection();
    Profile profile = page->request().profile();
    if (profile.name.isEmpty())
        profile.name = shownName(profile); // the file is named after it
    connection.setProfile(profile);
    page->request().setProfile(profile);
    if (connection.profileId().isEmpty())
        connection.setProfileId(m_store.add(profile));
    else
        m_store.save(connection.profileId(), profile);
    m_known.insert(connection.profileId(), profile);
    refresh(page);
    Q_EMIT said(tr("“%1” is saved.").arg(connection.name()));
}

void ProfileDesk::revert(ConnectionPage *page)
{
    const auto before = saved(page->connection());
    if (!before)
        return;
    page->connection().setProfile(*before);
    page->request().setProfile(*before);
    refresh(page);
}

void ProfileDesk::startImport(const QString &text)
{
    auto *dialog = new ImportDialog(secretNames(), m_window);
    connect(dialog, &ImportDialog::importRequested, this, &ProfileDesk::take);
    dialog->setText(text);
    dialog->show();
}

void ProfileDesk::showSecrets()
{
    auto *dialog = new SecretsDialog(m_secrets, secretNames(), tr("Keep"), m_window);
    connect(dialog, &SecretsDialog::changed, this, &ProfileDesk::look);
    dialog->show();
}

void ProfileDesk::copyAs(const Profile &profile, CopyFormat format)
{
    keepCopied(weir::copyAs(profile, format), shownName(profile));
}

void ProfileDesk::copyCall(const Profile &profile, const QString &message, CopyFormat format)
{
    keepCopied(copyCallAs(profile, message, format), shownName(profile));
}

void ProfileDesk::keepCopied(const CopiedText &copied, const QString &name)
{
    QGuiApplication::clipboard()->setText(copied.text);
    Q_EMIT said(copied.notTaken.isEmpty()
                    ? tr("“%1” is in the clipboard.").arg(name)
                    : tr("“%1” is in the clipboard. %2").arg(name, copied.notTaken.join(QLatin1Char(' '))));
}

void ProfileDesk::offerRemedy(Connection *connection)
{
    if (connection->missingSecrets().isEmpty())
        showCertificate(connection);
    else
        askForSecrets(connection);
}

// Edits that nobody saved yet are kept: they are what a person works at.
void ProfileDesk::profilesChanged(const QStringList &ids)
{
    for (const QString &id : ids) {
        const ProfileEntry *entry = m_store.profile(id);
        if (!entry || entry->broken)
            continue;
        const auto before = m_known.constFind(id);
        for (Connection *connection : connectionsOf(id)) {
            if (connection->profile() == entry->value)
                continue;
            if (before != m_known.constEnd() && connection->profile() == *before)
                connection->setProfile(entry->value);
            else if (before == m_known.constEnd() || *before != entry->value)
                Q_EMIT said(tr("“%1” was changed on disk; your edits are kept. Revert takes what is there.")
                                .arg(connection->name()));
        }
        m_known.insert(id, entry->value);
        if (!entry->conflict)
            m_questions.withdraw(id);
    }
    refreshPages();
}

void ProfileDesk::profilesRemoved(const QStringList &ids)
{
    for (const QString &id : ids) {
        m_known.remove(id);
        m_questions.withdraw(id);
        for (Connection *connection : connectionsOf(id))
            connection->setProfileId({}); // it goes on, and can be saved again
    }
    refreshPages();
}

void ProfileDesk::askAboutConflict(const QString &id)
{
    const ProfileEntry *entry = m_store.profile(id);
    if (!entry || !entry->conflict)
        return;
    const StoreConflict<Profile> &conflict = *entry->conflict;
    const QString name = shownName(entry->value);
    const QString sentence = conflict.theirs
        ? tr("“%1” was changed by somebody else before you saved it.").arg(name)
        : tr("The file of “%1” was removed or damaged by somebody else before you saved it.").arg(name);
    m_questions.ask(id, sentence,
                    {{tr("Keep mine"),
                      [this, id] {
                          if (const ProfileEntry *mine = m_store.profile(id))
                              m_store.save(id, mine->value, ProfileStore::Overwrite::Yes);
                      }},
                     {tr("Take theirs"), [this, id] {
                          m_known.remove(id);
                          m_store.revert(id);
                          if (const ProfileEntry *theirs = m_store.profile(id)) {
                              for (Connection *connection : connectionsOf(id))
                                  connection->setProfile(theirs->value);
                          }
                          refreshPages();
                      }}});
}

void ProfileDesk::startAutomatic()
{
    for (const auto &[id, entry] : m_store.profiles()) {
        if (entry.broken || !entry.value.autoConnect || !connectionsOf(id).isEmpty())
            continue;
        Q_EMIT startRequested(m_workbench.addConnection(entry.value, id));
    }
}

void ProfileDesk::chooseEnvironment()
{
    std::optional<Environment> chosen;
    for (const auto &[id, entry] : m_store.environments()) {
        if (!entry.broken && !m_environment.isEmpty() && entry.value.name == m_environment)
            chosen = entry.value;
    }
    m_workbench.setEnvironment(chosen);
    refreshPages();
}

void ProfileDesk::refreshPages()
{
    m_pages.removeAll(nullptr);
    for (ConnectionPage *page : std::as_const(m_pages))
        refresh(page);
}

void ProfileDesk::refresh(ConnectionPage *page)
{
    const Connection &connection = page->connection();
    if (page->request().profile() != connection.profile())
        page->request().setProfile(connection.profile());
    page->request().setSaved(saved(connection));
    page->request().setVariables(variablesFor(connection.profile()));
    page->setMessageVariables(messageVariablesFor(connection.profile()));
}

void ProfileDesk::look(const QStringList &secretNames)
{
    if (secretNames.isEmpty())
        return;
    m_secrets.resolve(secretNames, this, [this, secretNames](const SecretStore::Answer &answer) {
        for (const QString &name : secretNames) {
            if (answer.values.contains(name))
                m_present.insert(name, bullets);
            else
                m_present.remove(name);
            m_values.insert(name, answer.values.value(name));
        }
        refreshPages();
    });
}

void ProfileDesk::keepSecret(const QString &name, const QString &value)
{
    m_secrets.write(name, value, this, [this, name](const Expected<void> &outcome) {
        if (!outcome)
            Q_EMIT said(errorText(outcome.error()));
        look({name});
    });
}

void ProfileDesk::askForSecrets(Connection *connection)
{
    auto *dialog =
        new SecretsDialog(m_secrets, connection->missingSecrets(), tr("Keep and connect"), m_window);
    connect(dialog, &SecretsDialog::changed, this, &ProfileDesk::look);
    connect(dialog, &SecretsDialog::kept, connection, [this, connection] {
        if (!connection->isActive())
            Q_EMIT startRequested(connection);
    });
    dialog->show();
}

void ProfileDesk::showCertificate(Connection *connection)
{
    const CertificateReport report = connection->status().certificate;
    if (report.chain.isEmpty())
        return;
    auto *dialog = new CertificateDialog(report, connection->name(), m_window);
    connect(dialog, &CertificateDialog::trustRequested, connection,
            [this, connection](const QString &fingerprint) { trust(connection, fingerprint); });
    dialog->show();
}

// For this profile only: it becomes one of its pins, to be saved like every other change.
void ProfileDesk::trust(Connection *connection, const QString &fingerprint)
{
    Profile profile = connection->profile();
    if (!profile.tls.pins.contains(fingerprint))
        profile.tls.pins.append(fingerprint);
    connection->setProfile(profile);
    refreshPages();
    if (!connection->isActive())
        Q_EMIT startRequested(connection);
}

void ProfileDesk::take(const ImportResult &chosen)
{
    QList<Profile> profiles;
    for (const ImportedProfile &imported : chosen.profiles) {
        profiles.append(imported.profile);
        for (const ImportedSecret &secret : imported.secrets)
            keepSecret(secret.name, secret.value);
    }
    for (const ImportedSecret &secret : chosen.secrets)
        keepSecret(secret.name, secret.value);
    for (const Environment &environment : chosen.environments)
        m_store.addEnvironment(environment);
    m_store.addAll(profiles);
    Q_EMIT said(tr("Imported connections: %1.").arg(profiles.size()));
}

Variables ProfileDesk::variablesFor(const Profile &profile) const
{
    VariableSources sources = m_workbench.context().sources();
    sources.profile = profile.variables;
    sources.secrets = m_present;
    return Variables(std::move(sources));
}

Variables ProfileDesk::messageVariablesFor(const Profile &profile) const
{
    VariableSources sources = m_workbench.context().sources();
    sources.profile = profile.variables;
    for (const auto &[name, present] : m_present.asKeyValueRange())
        sources.secrets.insert(name, m_values.value(name));
    return Variables(std::move(sources));
}

std::optional<Profile> ProfileDesk::saved(const Connection &connection) const
{
    const ProfileEntry *entry = m_store.profile(connection.profileId());
    return entry && !entry->broken ? std::optional(entry->value) : std::nullopt;
}

QStringList ProfileDesk::secretNames() const
{
    QStringList names;
    const auto add = [&](const Profile &profile) {
        names += namedSecrets(profile, m_workbench.context().environment);
    };
    for (const auto &[id, entry] : m_store.profiles())
        add(entry.value);
    for (const Connection *connection : m_workbench.connections())
        add(connection->profile());
    names.removeDuplicates();
    names.sort();
    return names;
}

QList<Connection *> ProfileDesk::connectionsOf(const QString &profileId) const
{
    QList<Connection *> found;
    for (Connection *connection : m_workbench.connections()) {
        if (!profileId.isEmpty() && connection->profileId() == profileId)
            found.append(connection);
    }
    return found;
}

} // namespace weir
