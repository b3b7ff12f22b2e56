// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profileid.h"

#include <QStringView>
#include <QTextBoundaryFinder>

#include <algorithm>

namespace weir {

namespace {
constexpr qsizetype maximumBytes = 120; // a suffix, .json and that of a temporary file still fit into 255
constexpr QStringView forbidden = u"/\\:*?\"<>|"; // on one system or another

bool isForbidden(const QString &text, qsizetype at)
{
    const QChar c = text[at];
    if (c.isHighSurrogate())
        return at + 1 == text.size() || !text[at + 1].isLowSurrogate();
    if (c.isLowSurrogate())
        return at == 0 || !text[at - 1].isHighSurrogate();
    return c.category() == QChar::Other_Control || c.category() == QChar::Separator_Line
        || c.category() == QChar::Separator_Paragraph || forbidden.contains(c);
}

// Among them those that show a name in another order than it has. Joiners are a part of characters.
bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Format && c != QChar(0x200c) && c != QChar(0x200d);
}

QString shortened(const QString &text, qsizetype bytes)
{
    if (text.toUtf8().size() <= bytes)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    qsizetype end = 0;
    qsizetype size = 0;
    for (qsizetype next = finder.toNextBoundary(); next > 0; next = finder.toNextBoundary()) {
        size += QStringView(text).sliced(end, next - end).toUtf8().size();
        if (size > bytes)
            break;
        end = next;
    }
    return text.first(end);
}

// Leading: hidden files and options of programs; trailing: Windows cuts them off.
QString trimmed(const QString &text)
{
    qsizetype begin = 0;
    qsizetype end = text.size();
    while (begin < end && (text[begin].isSpace() || text[begin] == u'.' || text[begin] == u'-'))
        ++begin;
    while (end > begin && (text[end - 1].isSpace() || text[end - 1] == u'.'))
        --end;
    return text.sliced(begin, end - begin);
}

// Devices of Windows, whatever follows the first dot.
bool isReserved(const QString &id)
{
    const QString stem = id.section(QLatin1Char('.'), 0, 0).trimmed().toUpper();
    if (stem == QLatin1String("CON") || stem == QLatin1String("PRN") || stem == QLatin1String("AUX")
        || stem == QLatin1String("NUL"))
        return true;
    return stem.size() == 4 && stem[3].isDigit()
        && (stem.startsWith(QLatin1String("COM")) || stem.startsWith(QLatin1String("LPT")));
}
}

QString idFromName(const QString &name)
{
    const QString start = name.first(std::min(name.size(), maximumBytes * 4));
    QString text;
    for (qsizetype i = 0; i < start.size(); ++i) {
        if (!isInvisible(start[i]))
            text += isForbidden(start, i) ? QChar(u'-') : start[i];
    }
    const QString id =
        trimmed(shortened(trimmed(text.normalized(QString::NormalizationForm_C)), maximumBytes));
    if (id.isEmpty())
        return QStringLiteral("unnamed");
    return isReserved(id) ? QString(QLatin1Char('_') + id) : id;
}

QString freeId(const QString &name, const std::function<bool(const QString &)> &isTaken)
{
    const QString id = idFromName(name);
    QString free = id;
    for (int i = 2; isTaken(comparableId(free)); ++i)
        free = id + QLatin1Char(' ') + QString::number(i);
    return free;
}

QString comparableId(const QString &id)
{
    return id.toCaseFolded().normalized(QString::NormalizationForm_KC);
}

} // namespace weir
