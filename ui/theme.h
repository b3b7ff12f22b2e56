// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

class QApplication;
class QWidget;

namespace weir {

// The named colours of the window, light or dark. Every text colour has a contrast of 4.5:1 or more on
// `window`, `panel`, `deep` and `soft`.
struct Theme
{
    enum class Scheme { System, Light, Dark };
    static constexpr int ConnectionColours = 8;

    bool isDark = false;
    QColor window; // pages, tables, fields
    QColor panel; // bars, headers, buttons
    QColor deep; // behind tabs and conversations
    QColor line;
    QColor text;
    QColor muted;
    QColor accent;
    QColor onAccent; // text on accent
    QColor soft; // selection, checked pills and buttons
    QColor ok;
    QColor warn;
    QColor error;
    QColor idle; // the dot of a connection that is closed; never text
    QColor jsonKey;
    QColor jsonString;
    QColor jsonNumber;
    QColor jsonWord; // true, false, null
    std::array<QColor, ConnectionColours> dots; // Okabe-Ito
    std::array<QColor, ConnectionColours> shades; // the same hues, for text

    static const Theme &light();
    static const Theme &dark();
    // The theme that belongs to a widget's palette: widgets follow a change without being told.
    static const Theme &of(const QWidget *widget);
    static const Theme &of(const QPalette &palette);

    const QColor &dot(quint32 connection) const { return dots[connection % ConnectionColours]; }
    const QColor &shade(quint32 connection) const { return shades[connection % ConnectionColours]; }

    QPalette palette() const;
    QString styleSheet() const;
};

// WCAG 2.1, relative luminance: 1 to 21.
double contrastRatio(const QColor &a, const QColor &b);

// Fusion, our palette, style sheet and font size on the whole application. May be called again.
void applyTheme(QApplication &application, Theme::Scheme scheme);

// Of payloads and numbers: the system's fixed font in the size of tables.
QFont fixedFont();
// Of tables and everything secondary: one point below the application's.
QFont smallFont();

} // namespace weir
