// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QWidget>

#include <memory>

class QLabel;
class QsciScintilla;
class QTimer;

namespace weir {

class Delivery;
struct DisplayText;

// A payload as text, pretty or raw. It is prepared on the pool and put into the editor in slices; what holds
// up the window is that Scintilla makes room for all of it at once, a tenth of a second for sixteen
// megabytes.
class PayloadView final : public QWidget
{
    Q_OBJECT

public:
    enum class Form { Pretty, Raw };
    explicit PayloadView(Form form, QWidget *parent = nullptr);
    ~PayloadView() override;
    Q_DISABLE_COPY_MOVE(PayloadView)

    void setPayload(const QByteArray &payload);
    QString text() const; // what is shown by now
    bool isComplete() const { return m_complete; }

Q_SIGNALS:
    void completed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void prepareEditor();
    void applyColours();
    void begin(const DisplayText &shown);
    void addSlice();

    Form m_form;
    QsciScintilla *m_editor;
    QLabel *m_note; // lines were broken
    QTimer *m_feed;
    std::shared_ptr<Delivery> m_delivery;
    QByteArray m_text; // UTF-8
    qsizetype m_added = 0;
    bool m_json = false;
    bool m_complete = true;
};

} // namespace weir
