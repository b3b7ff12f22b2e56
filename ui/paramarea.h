// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "paramline.h"

#include <QAbstractScrollArea>

namespace weir {

class ParamModel;
class ParamRow;
class VariableScope;

// The parameters of a call, a line each. As high as its lines where there is room, otherwise it scrolls; only
// the lines that can be seen have widgets, and the one that has the keyboard.
class ParamArea final : public QAbstractScrollArea
{
    Q_OBJECT

public:
    ParamArea(ParamModel *model, const VariableScope *scope, QWidget *parent = nullptr);
    Q_DISABLE_COPY_MOVE(ParamArea)

    void setLabelWidth(int width);
    int wantedLabelWidth() const; // for all names at the top
    void focusPath(const ParamPath &path);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    bool focusNextPrevChild(bool next) override;
    void changeEvent(QEvent *event) override;

private:
    struct Span
    {
        int top = 0;
        int bottom = 0;
    };
    void measure(); // and arrange anew
    void refresh(); // after the lines changed
    void arrange(bool all); // all: also what stands in rows that stay
    void chainStops(const std::vector<ParamRow *> &rows);
    ParamRow *spareRow();
    ParamRow *focusedRow() const;
    int lineAt(int y) const; // of the contents
    int lineOf(const ParamRow *row) const; // -1: none any more
    Span spanOf(const ParamPath &path) const; // with what is below it
    void reveal(int line);
    void add(const ParamPath &container, QWidget *button);
    void addNamed(const ParamPath &container, const QString &name);
    void move(const ParamPath &path, int by);
    void drag(const ParamPath &path, const QPoint &globalPosition);

    ParamModel *m_model;
    const VariableScope *m_scope;
    int m_labelWidth = 96;
    std::vector<int> m_tops = {0}; // of each line, and the end of all
    std::vector<ParamRow *> m_rows; // children of the viewport
    QList<QWidget *> m_stops; // of Tab
    ParamPath m_dragged; // empty: none
    bool m_arranging = false;
};

} // namespace weir
