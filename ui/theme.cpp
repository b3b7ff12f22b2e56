// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "theme.h"

#include <QApplication>
#include <QFile>
#include <QFontDatabase>
#include <QProxyStyle>
#include <QWidget>

#include <cmath>

// The initialiser is a declaration and cannot stand in a namespace.
static void initThemeResources()
{
    Q_INIT_RESOURCE(weir);
}

namespace weir {

namespace {
// Sizes in points: 13 and 12 pixels at 96 dpi.
constexpr qreal smallestUiFont = 10;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

Theme makeLight()
{
    Theme theme;
    theme.window = 0xffffff;
    theme.panel = 0xf7f9fa;
    theme.deep = 0xeef1f4;
    theme.line = 0xd9dfe5;
    theme.text = 0x1b2430;
    theme.muted = 0x566270;
    theme.accent = 0x0b6a7c;
    theme.onAccent = 0xffffff;
    theme.soft = 0xd3eef2;
    theme.ok = 0x1f7233;
    theme.warn = 0x985000;
    theme.error = 0xbf2626;
    theme.idle = 0xc4ccd4;
    theme.jsonKey = 0x0b4f8f;
    theme.jsonString = 0x1b7234;
    theme.jsonNumber = 0xa04500;
    theme.jsonWord = 0x7b3a9c;
    theme.dots = {0x5f6b78, 0x0072b2, 0xd55e00, 0x009e73, 0xe69f00, 0xcc79a7, 0x56b4e9, 0xb8a800};
    theme.shades = {0x566270, 0x0068a3, 0xa84a00, 0x00724f, 0x8a5a00, 0x9c3f74, 0x1a6a9c, 0x6b6200};
    return theme;
}

Theme makeDark()
{
    Theme theme;
    theme.isDark = true;
    theme.window = 0x1b2027;
    theme.panel = 0x20262e;
    theme.deep = 0x14181d;
    theme.line = 0x2e3741;
    theme.text = 0xe3e8ed;
    theme.muted = 0xa3afbb;
    theme.accent = 0x3bc9db;
    theme.onAccent = 0x06262b;
    theme.soft = 0x12444d;
    theme.ok = 0x51cf66;
    theme.warn = 0xffa94d;
    theme.error = 0xff8a8a;
    theme.idle = 0x4a5561;
    theme.jsonKey = 0x7cbcf5;
    theme.jsonString = 0x8ce99a;
    theme.jsonNumber = 0xffc078;
    theme.jsonWord = 0xd0a8f0;
    theme.dots = {0x93a0ad, 0x56b4e9, 0xff8a3d, 0x2dd4a0, 0xf2c14e, 0xe79cc6, 0x8fd0f5, 0xf0e442};
    theme.shades = {0xa3afbb, 0x6cbdee, 0xff9c5c, 0x2dd4a0, 0xf2c14e, 0xe9a6cc, 0x9bd6f7, 0xf0e442};
    return theme;
}

constexpr char styleMark[] = "weirStyle";

// Fusion, but letters for Alt are not underlined.
class CalmStyle final : public QProxyStyle
{
public:
    CalmStyle()
        : QProxyStyle(QStringLiteral("Fusion"))
    {
    }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *data) const override
    {
        return hint == SH_UnderlineShortcut ? 0 : QProxyStyle::styleHint(hint, option, widget, data);
    }
};

QColor halfway(const QColor &a, const QColor &b)
{
    return QColor((a.red() + b.red()) / 2, (a.green() + b.green()) / 2, (a.blue() + b.blue()) / 2);
}

bool isDarkPalette(const QPalette &palette)
{
    return luminance(palette.color(QPalette::Window)) < luminance(palette.color(QPalette::WindowText));
}
} // namespace

const Theme &Theme::light()
{
    static const Theme theme = makeLight();
    return theme;
}

const Theme &Theme::dark()
{
    static const Theme theme = makeDark();
    return theme;
}

const Theme &Theme::of(const QWidget *widget)
{
    return of(widget->palette());
}

const Theme &Theme::of(const QPalette &palette)
{
    return isDarkPalette(palette) ? dark() : light();
}

QPalette Theme::palette() const
{
    QPalette palette(text, panel, panel.lighter(105), line.darker(115), line, text, text, window, window);
    palette.setColor(QPalette::AlternateBase, panel);
    palette.setColor(QPalette::Button, panel);
    palette.setColor(QPalette::Highlight, soft);
    palette.setColor(QPalette::HighlightedText, text);
    palette.setColor(QPalette::PlaceholderText, muted);
    palette.setColor(QPalette::ToolTipBase, panel);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::Link, accent);
    palette.setColor(QPalette::LinkVisited, accent);
    palette.setColor(QPalette::Mid, line);
    QColor faint = muted;
    faint.setAlpha(150);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, line);
    return palette;
}

QString Theme::styleSheet() const
{
    QFile file(QStringLiteral(":/weir/weir.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> names[] = {
        {"@window", window},
        {"@panel", panel},
        {"@deep", deep},
        {"@line", line},
        {"@text", text},
        {"@muted", muted},
        {"@onAccent", onAccent},
        {"@soft", soft},
        {"@ok", ok},
        {"@error", error},
        {"@warn", warn},
        {"@accentFaint", halfway(accent, window)},
        {"@accentHover", isDark ? accent.lighter(112) : accent.lighter(115)},
        {"@accent", accent}};
    for (const auto &[name, colour] : names)
        sheet.replace(QLatin1String(name), colour.name());
    sheet.replace(QLatin1String("@scheme"), QLatin1String(isDark ? "dark" : "light"));
    return sheet;
}

double contrastRatio(const QColor &a, const QColor &b)
{
    const double x = luminance(a);
    const double y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

void applyTheme(QApplication &application, Theme::Scheme scheme)
{
    initThemeResources();
    if (!application.property(styleMark).toBool()) {
        QApplication::setStyle(new CalmStyle);
        application.setProperty(styleMark, true);
    }
    // An empty palette brings the system's own back: that one says whether the desktop is dark.
    application.setStyleSheet({});
    QApplication::setPalette(QPalette());
    const bool dark = scheme == Theme::Scheme::Dark
        || (scheme == Theme::Scheme::System && isDarkPalette(QGuiApplication::palette()));
    const Theme &theme = dark ? Theme::dark() : Theme::light();
    QApplication::setPalette(theme.palette());
    QFont font = QApplication::font();
    if (font.pointSizeF() > 0 && font.pointSizeF() < smallestUiFont) {
        font.setPointSizeF(smallestUiFont);
        QApplication::setFont(font);
    }
    application.setStyleSheet(theme.styleSheet());
}

QFont fixedFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(smallFont().pointSizeF());
    return font;
}

QFont smallFont()
{
    QFont font = QApplication::font();
    font.setPointSizeF(std::max(7.0, font.pointSizeF() - 1));
    return font;
}

} // namespace weir
