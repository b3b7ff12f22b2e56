// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "colourswatches.h"

#include "theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPainter>

namespace weir {

namespace {
constexpr int side = 24;

class Swatch final : public QAbstractButton
{
public:
    Swatch(const QString &colour, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_colour(colour)
    {
        setCheckable(true);
        setFixedSize(side, side);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(name);
        setToolTip(name);
    }

    const QString &colour() const { return m_colour; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const QRectF box(rect());
        painter.setPen(Qt::NoPen);
        if (m_colour.isEmpty()) {
            painter.setPen(QPen(theme.muted, 1.4));
            painter.drawEllipse(box.adjusted(6, 6, -6, -6));
            painter.drawLine(box.center() + QPointF(-4, 4), box.center() + QPointF(4, -4));
        } else {
            painter.setBrush(shown());
            painter.drawEllipse(box.adjusted(5, 5, -5, -5));
        }
        painter.setBrush(Qt::NoBrush);
        if (isChecked() || underMouse() || hasFocus()) {
            painter.setPen(
                QPen(isChecked() || hasFocus() ? theme.accent : theme.line, hasFocus() ? 2.2 : 1.6));
            painter.drawEllipse(box.adjusted(1.5, 1.5, -1.5, -1.5));
        }
    }

private:
    // The dark theme has lighter ones of the same hues.
    QColor shown() const
    {
        const QColor colour(m_colour);
        const auto &light = Theme::light().dots;
        for (size_t i = 0; i < light.size(); ++i) {
            if (light[i] == colour)
                return Theme::of(this).dots[i];
        }
        return colour;
    }

    QString m_colour;
};

} // namespace

ColourSwatches::ColourSwatches(QWidget *parent)
    : QWidget(parent)
    , m_group(new QButtonGroup(this))
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins({});
    m_row->setSpacing(2);
    m_row->addStretch(1);
    const QString names[] = {tr("Grey"),   tr("Blue"), tr("Vermilion"), tr("Green"),
                             tr("Orange"), tr("Pink"), tr("Sky blue"),  tr("Yellow")};
    static_assert(std::size(names) == Theme::ConnectionColours);
    add({}, tr("By the order of connections"));
    for (size_t i = 0; i < std::size(names); ++i)
        add(Theme::light().dots[i].name(), names[i]);
    connect(m_group, &QButtonGroup::buttonClicked, this, &ColourSwatches::edited);
    setColour({});
}

QString ColourSwatches::colour() const
{
    const QAbstractButton *button = m_group->checkedButton();
    return button ? static_cast<const Swatch *>(button)->colour() : QString();
}

void ColourSwatches::setColour(const QString &colour)
{
    const auto find = [this](const QString &wanted) -> QAbstractButton * {
        for (QAbstractButton *button : m_group->buttons()) {
            if (static_cast<Swatch *>(button)->colour().compare(wanted, Qt::CaseInsensitive) == 0)
                return button;
        }
        return nullptr;
    };
    if (!find(colour))
        add(colour, colour);
    find(colour)->setChecked(true);
}

void ColourSwatches::add(const QString &colour, const QString &name)
{
    auto *swatch = new Swatch(colour, name, this);
    m_group->addButton(swatch);
    m_row->insertWidget(m_row->count() - 1, swatch);
}

} // namespace weir
