// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/profile.h"

#include "base/error.h"

#include <QWidget>

#include <functional>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QPushButton;
QT_END_NAMESPACE

namespace weir {

class ProfileDraft;
class ProfileEditor;
class VariableEdit;
class Variables;
class VariableScope;

// Method, URL, options and the button that connects; below it everything else of the profile, when the
// options are open, and the sentence that says what is wrong. What a person types here is never overwritten
// by what a connection does.
class RequestBar final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestBar(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RequestBar)

    const Profile &profile() const; // the draft's
    ProfileDraft *draft() const { return m_draft; }
    void setProfile(const Profile &profile);
    // What the store has of it. From the first call on there are Save and Revert, where they do something.
    void setSaved(const std::optional<Profile> &saved);
    bool isChanged() const; // from what is saved; also where nothing is
    void setVariables(const Variables &variables); // those of the draft included: again after edited()
    void
    setPreview(const std::function<QString(const Profile &)> &preview); // the request, resolved and masked
    void setActive(bool active); // the button says Disconnect
    void showError(const Error &error); // code None takes the sentence away
    // The same, with a sentence of its own, and a button where something can be done about it.
    void showSentence(const QString &sentence, const QString &remedy = {});
    void focusUrl();
    void setOptionsVisible(bool visible);

Q_SIGNALS:
    void connectRequested();
    void disconnectRequested();
    void edited(); // by a person
    void saveRequested();
    void revertRequested();
    void secretEntered(const QString &name, const QString &value); // to keep; the draft has {{secret.NAME}}
    void remedyRequested();
    void commandPasted(const QString &command); // curl, websocat or wscat instead of a URL
    void protocolChosen(); // another one than before, by hand
    void discoverRequested(); // of JSON-RPC: what methods there are

private:
    void buildRow();
    void load();
    void refresh();
    void readUrl(const QString &text);
    void readMethod(const QString &method);
    void readTransport(int index);
    void showProtocol();
    ProfileEditor *editor(); // made when it is first wanted
    bool isReady(); // no literal waits in a field of secrets; otherwise it is shown
    void clearError();

    ProfileDraft *m_draft;
    VariableScope *m_scope;
    QComboBox *m_method;
    QComboBox *m_transport; // of JSON-RPC
    VariableEdit *m_url;
    QPushButton *m_revert;
    QPushButton *m_save;
    QPushButton *m_discover;
    QPushButton *m_optionsButton;
    QPushButton *m_connect;
    QLabel *m_error;
    QPushButton *m_remedy;
    ProfileEditor *m_editor = nullptr;
    std::function<QString(const Profile &)> m_preview;
    bool m_isKept = false; // somebody keeps profiles: they can be saved
    bool m_active = false;
    bool m_loading = false;
};

} // namespace weir
