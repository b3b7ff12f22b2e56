// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "session/call.h"

#include <QWidget>

#include <array>
#include <memory>

namespace weir {

class CallIndex;
class CaptureReader;
class Delivery;
class DiffView;
class RowFetch;
struct Event;

// What differs between the answers of two calls: of one and the call of the same method before it, or of two
// that a person chose. Reads them only while it is shown.
class CallDiff final : public QWidget
{
    Q_OBJECT

public:
    explicit CallDiff(const CallIndex &index, QWidget *parent = nullptr);
    ~CallDiff() override;
    Q_DISABLE_COPY_MOVE(CallDiff)

    void setReader(std::shared_ptr<CaptureReader> reader); // that of the index
    void grow(); // the reader was refreshed
    void showCall(quint64 seq); // and the one before it; 0: none
    void compare(quint64 older, quint64 newer);
    const DiffView &view() const { return *m_view; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    struct Side
    {
        quint64 row = 0; // of the answer
        QString name;
        QByteArray answer;
        bool isLoaded = false;
    };
    void load();
    void take(const Event &row);
    void compareAnswers();
    const Call *callAt(quint64 seq) const;
    quint64 callBefore(const Call &call) const; // with an answer; 0: there is none

    const CallIndex &m_index;
    RowFetch *m_rows;
    DiffView *m_view;
    std::array<Side, 2> m_sides; // the older one first
    quint64 m_older = 0; // seqs of calls
    quint64 m_newer = 0;
    quint64 m_shown = 0; // the call of showCall()
    bool m_isChosen = false; // by a person, else the one before is looked for
    bool m_isLoaded = false; // or being read
    std::shared_ptr<Delivery> m_delivery;
};

} // namespace weir
