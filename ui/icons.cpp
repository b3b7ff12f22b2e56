// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "icons.h"

#include "theme.h"

#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QSvgRenderer>

// The initialiser is a declaration and cannot stand in a namespace.
static void initIconResources()
{
    Q_INIT_RESOURCE(weir);
}

namespace weir {

namespace {
// Renders the SVG as a mask for the palette's colour of the moment.
class TintedIcon final : public QIconEngine
{
public:
    TintedIcon(const QString &path, Tint tint)
        : m_path(path)
        , m_tint(tint)
    {
    }

    QIconEngine *clone() const override { return new TintedIcon(m_path, m_tint); }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatio();
        QPixmap image = pixmap(rect.size() * ratio, mode, state);
        image.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), image);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        QPixmap image(size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        QSvgRenderer renderer(m_path);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(image.rect(), colour(mode));
        return image;
    }

private:
    QColor colour(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        const Theme &theme = Theme::of(palette);
        switch (m_tint) {
        case Tint::Muted:
            return theme.muted;
        case Tint::OnAccent:
            return theme.onAccent;
        case Tint::Warn:
            return theme.warn;
        case Tint::Error:
            return theme.error;
        case Tint::Text:
            break;
        }
        return theme.text;
    }

    QString m_path;
    Tint m_tint;
};
} // namespace

QIcon icon(QLatin1String name, Tint tint)
{
    initIconResources();
    return QIcon(new TintedIcon(QLatin1String(":/weir/icons/") + name + QLatin1String(".svg"), tint));
}

QIcon applicationIcon()
{
    initIconResources();
    QIcon icon;
    QSvgRenderer renderer(QStringLiteral(":/weir/icons/weir.svg"));
    for (const int size : {16, 24, 32, 48, 64, 128, 256}) {
        QPixmap image(size, size);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        renderer.render(&painter);
        painter.end();
        icon.addPixmap(image);
    }
    return icon;
}

} // namespace weir
