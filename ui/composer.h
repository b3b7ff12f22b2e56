// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/messagehistory.h"
#include "profile/variables.h"

#include "base/secretmask.h"

#include <QTimer>
#include <QWidget>

#include <memory>

QT_BEGIN_NAMESPACE
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;
class QToolButton;
QT_END_NAMESPACE

namespace weir {

class Delivery;
class VariableScope;
class VariableTextEdit;
struct Event;

// Where a message is written: as text, JSON that is checked while it is typed, or bytes in hexadecimal
// digits, base64 or a file. What is asked to be sent has its variables filled in. What cannot be sent is told
// in one sentence beneath, and stays.
class Composer final : public QWidget
{
    Q_OBJECT

public:
    explicit Composer(QWidget *parent = nullptr);
    ~Composer() override;
    Q_DISABLE_COPY_MOVE(Composer)

    // With the values of secrets: they are sent, and never shown.
    void setVariables(const Variables &variables);
    void setLineOpen(bool open); // otherwise what is sent has to wait
    // What the owner has to say, “3.2 MB wait to be sent”; `tone` is "", "warn" or "error".
    void setNotice(const QString &text, const char *tone = "");

    // What stood there before is one step back in the history; so it is with edit().
    void setText(const QString &text, MessageFormat format);
    QString text() const;
    MessageFormat format() const; // Text, too, where a file is chosen
    void insertReply(const QByteArray &payload); // quoted in a text, as it is in JSON
    void edit(const Event &event); // to send what it was once more
    bool send(const MessageTemplate &message); // at once, past the editor; false: the sentence says why not
    void send();
    void saveAsTemplate(); // asks for it
    void focusEditor();

Q_SIGNALS:
    // `secrets` are those that stand in the payload.
    void sendRequested(Kind kind, const QByteArray &payload, const Secrets &secrets);
    void saveAsTemplateRequested(const MessageTemplate &message);
    void edited();
    // Secrets are named that the variables have no value of; once for each set of names.
    void secretsMissing(const QStringList &names);
    void said(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int fileItem = 4; // behind those of MessageFormat
    static constexpr qsizetype longestText = 1024 * 1024; // characters

    void buildEditor();
    void buildFileRow();
    void buildControls();
    void buildMenu();
    void chooseFormat();
    void chooseFile();
    void formatText();
    void check();
    void lookForSecrets();
    void fitHeight();
    void showAll();
    bool walk(int key);
    void sendFile();
    bool request(const QString &text, MessageFormat format);
    bool isFile() const;
    bool isTooLong(const QString &text); // and says so
    void refuseLongText();
    WrittenMessage written() const;
    void put(const WrittenMessage &message);
    void showFault(const QString &sentence);

    VariableScope *m_scope;
    QStackedWidget *m_places;
    VariableTextEdit *m_editor;
    QLineEdit *m_path;
    QComboBox *m_formats;
    QToolButton *m_more;
    QAction *m_formatAction = nullptr;
    QAction *m_templateAction = nullptr;
    QPushButton *m_send;
    QLabel *m_fault;
    QLabel *m_notice;
    QTimer m_checkSoon;
    MessageHistory m_history;
    QStringList m_missing; // secrets
    std::shared_ptr<Delivery> m_reading; // of a file that is about to be sent
    bool m_isOpen = true;
};

} // namespace weir
