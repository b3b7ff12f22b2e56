// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "eventcolumns.h"

#include <QHeaderView>

class QStandardItemModel;

namespace weir {

// The columns of the big table: titles, widths, order, which of them are shown. The last one shown takes the
// room that is left, and never less than its own width.
class EventHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit EventHeader(std::vector<EventColumn> columns, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(EventHeader)

    const std::vector<EventColumn> &columns() const { return m_columns; }
    bool isBesideKinds() const { return m_besideKinds; }
    QString title(int column) const; // in words, also of a column whose title is a sign or nothing
    QSize sizeHint() const override;

    // Text that a later version can read; false and no change where it is of other columns.
    QByteArray saveColumns() const;
    bool restoreColumns(const QByteArray &state);
    void resetColumns();
    void setColumnShown(int column, bool shown); // one is always left
    void setColumnWidth(int column, int width);
    void widenColumn(int column, int width); // where it is narrower

Q_SIGNALS:
    void fitRequested(int column); // its divider was clicked twice, or the menu said so

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place
    {
        int column = 0;
        int width = 0;
        bool isShown = true;
    };
    void buildTitles();
    void apply(const std::vector<Place> &places);
    int defaultWidth(int column) const;
    int lastShown() const;
    void fill();

    std::vector<EventColumn> m_columns;
    bool m_besideKinds = false;
    QStandardItemModel *m_titles;
    std::vector<int> m_widths; // as chosen: the last column may be wider, a hidden one has none
    bool m_isArranging = false;
};

} // namespace weir
