// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractButton>

#include <optional>

namespace weir {

// A checkable pill: a label and how many there are.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(Chip)

    // The label is plain text from a feed: it is made visible and elided.
    void setLabel(const QString &label, std::optional<quint64> count = {});
    const QString &shown() const { return m_shown; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString m_shown;
    mutable int m_width = 0; // of the text; 0: not measured yet
};

} // namespace weir
