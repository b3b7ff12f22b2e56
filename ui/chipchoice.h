// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

#include <vector>

namespace weir {

class Chip;

// Chips of which exactly one is checked; they wrap like words. Arrow keys go from one to the next.
class ChipChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit ChipChoice(const QStringList &labels, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ChipChoice)

    int current() const { return m_current; }
    void setCurrent(int index); // emits nothing
    void setLabel(int index, const QString &label);
    void setToolTips(const QStringList &toolTips);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(int index); // by a person

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void choose(int index);
    int place(int width, bool move) const; // the height

    std::vector<Chip *> m_chips; // children
    int m_current = 0;
};

} // namespace weir
