// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include <QHash>
#include <QMap>
#include <QObject>
#include <QPointer>
#include <QSet>

#include <optional>

namespace weir {

enum class CopyFormat;
struct CopiedText;
class Connection;
class ProfileStore;
class QuestionBar;
class SecretStore;
class ConnectionPage;
class Variables;
class Workbench;
struct ImportResult;

// What the window does with profiles: keeps the drafts of its pages, takes connections over from other tools,
// brings secrets where they belong and starts what is to start by itself. Joins workbench, store and secrets;
// owns none of them.
class ProfileDesk final : public QObject
{
    Q_OBJECT

public:
    ProfileDesk(Workbench &workbench, ProfileStore &store, SecretStore &secrets, QuestionBar &questions,
                QWidget *window);
    Q_DISABLE_COPY_MOVE(ProfileDesk)

    // From now on the page can be saved and reverted, knows its variables, and is told what others do.
    void adopt(ConnectionPage *page);
    void setEnvironment(const QString &name); // of the store; empty or unknown: none
    void save(ConnectionPage *page);
    void revert(ConnectionPage *page);
    void startImport(const QString &text = {});
    void showSecrets();
    // To the clipboard, its variables filled in; secrets stay names.
    void copyAs(const Profile &profile, CopyFormat format);
    void copyCall(const Profile &profile, const QString &message, CopyFormat format); // one of JSON-RPC
    // What can be done about the failure of this connection: its certificate, its secrets.
    void offerRemedy(Connection *connection);

Q_SIGNALS:
    void said(const QString &sentence);
    void startRequested(weir::Connection *connection);

private:
    void keepCopied(const CopiedText &copied, const QString &name);
    void profilesChanged(const QStringList &ids);
    void profilesRemoved(const QStringList &ids);
    void askAboutConflict(const QString &id);
    void startAutomatic();
    void chooseEnvironment();
    void refreshPages();
    void refresh(ConnectionPage *page);
    void look(const QStringList &secretNames);
    void keepSecret(const QString &name, const QString &value);
    void askForSecrets(Connection *connection);
    void showCertificate(Connection *connection);
    void trust(Connection *connection, const QString &fingerprint);
    void take(const ImportResult &chosen);
    Variables variablesFor(const Profile &profile) const; // secrets as bullets
    Variables messageVariablesFor(const Profile &profile) const; // with their values
    std::optional<Profile> saved(const Connection &connection) const;
    QStringList secretNames() const;
    QList<Connection *> connectionsOf(const QString &profileId) const;

    Workbench &m_workbench;
    ProfileStore &m_store;
    SecretStore &m_secrets;
    QuestionBar &m_questions;
    QWidget *m_window;
    QList<QPointer<ConnectionPage>> m_pages;
    QHash<QString, Profile> m_known; // as the store last had them, by id
    QString m_environment; // its name
    QMap<QString, QString> m_present; // names of secrets that have a value, and bullets
    QHash<QString, QString> m_values; // of these: messages are filled in with them
};

} // namespace weir
