// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTimer>
#include <QWidget>

QT_BEGIN_NAMESPACE
class QLabel;
QT_END_NAMESPACE

namespace weir {

class VariableScope;
class VariableTextEdit;

// What will be sent, to the byte but for its variables; it can be written here, too. As high as its lines,
// within bounds. A request that is too long to be laid out is told, and sent all the same.
class RequestPreview final : public QWidget
{
    Q_OBJECT

public:
    explicit RequestPreview(const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(RequestPreview)

    const QString &text() const { return m_text; }
    // Emits nothing. A long one is shown a moment later, so that nobody who writes in a form waits for it.
    void setText(const QString &text);
    void setProblem(const QString &sentence);
    void setWrong(const QStringList &parts); // of the text; the first of each is red

Q_SIGNALS:
    void edited();
    void longTextRefused();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showText();
    void fitHeight();
    void mark();

    VariableTextEdit *m_edit;
    QLabel *m_problem;
    QString m_text;
    QTimer m_showSoon;
    QStringList m_wrong;
};

} // namespace weir
