// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "badges.h"
#include "chipbar.h"
#include "chips.h"
#include "icons.h"
#include "theme.h"
#include "uitest.h"

#include <QApplication>
#include <QDirIterator>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace weir;

namespace {

// As a person reads them.
QList<Chip *> visibleChips(const ChipBar &bar)
{
    QList<Chip *> chips;
    for (Chip *chip : bar.findChildren<Chip *>()) {
        if (chip->isVisible())
            chips.append(chip);
    }
    std::sort(chips.begin(), chips.end(), [](const Chip *a, const Chip *b) {
        return std::pair(a->y(), a->x()) < std::pair(b->y(), b->x());
    });
    return chips;
}

} // namespace

class tst_Theme final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesContrast();
    void everyTextCanBeRead_data();
    void everyTextCanBeRead();
    void widgetsFollowAChange();
    void styleSheetHasNoNameLeft();
    void everyIconIsPaintedInThePalette();
    void chipsChooseAndFallBackToAll();
    void chipsThatDoNotFitAreBehindTheLast();
    void chipsKeepTheirPlace();
    void allMayStandForEveryGroup();
};

void tst_Theme::computesContrast()
{
    QCOMPARE(qRound(contrastRatio(Qt::white, Qt::black) * 10), 210);
    QCOMPARE(qRound(contrastRatio(Qt::white, Qt::white) * 10), 10);
    QCOMPARE(qRound(contrastRatio(QColor(0x777777), Qt::white) * 100), 448); // WCAG's own example
}

void tst_Theme::everyTextCanBeRead_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("behind");
    for (const bool dark : {false, true}) {
        const Theme &theme = dark ? Theme::dark() : Theme::light();
        std::vector<std::pair<QString, QColor>> texts = {
            {QStringLiteral("text"), theme.text},         {QStringLiteral("muted"), theme.muted},
            {QStringLiteral("accent"), theme.accent},     {QStringLiteral("ok"), theme.ok},
            {QStringLiteral("warn"), theme.warn},         {QStringLiteral("error"), theme.error},
            {QStringLiteral("key"), theme.jsonKey},       {QStringLiteral("string"), theme.jsonString},
            {QStringLiteral("number"), theme.jsonNumber}, {QStringLiteral("word"), theme.jsonWord}};
        for (int i = 0; i < Theme::ConnectionColours; ++i)
            texts.emplace_back(QStringLiteral("shade %1").arg(i), theme.shades[size_t(i)]);
        const std::pair<const char *, QColor> grounds[] = {
            {"window", theme.window}, {"panel", theme.panel}, {"deep", theme.deep}, {"soft", theme.soft}};
        for (const auto &[name, colour] : texts) {
            for (const auto &[where, ground] : grounds)
                QTest::addRow("%s: %s on %s", dark ? "dark" : "light", qPrintable(name), where)
                    << dark << colour << ground;
        }
        QTest::addRow("%s: on accent", dark ? "dark" : "light") << dark << theme.onAccent << theme.accent;
    }
}

void tst_Theme::everyTextCanBeRead()
{
    QFETCH(QColor, text);
    QFETCH(QColor, behind);
    const double ratio = contrastRatio(text, behind);
    QVERIFY2(ratio >= 4.5,
             qPrintable(QStringLiteral("%1 on %2: %3").arg(text.name(), behind.name()).arg(ratio)));
}

void tst_Theme::widgetsFollowAChange()
{
    // Qt tells widgets of a new palette only while the application runs.
    QLabel label;
    bool dark = false;
    bool light = false;
    QMetaObject::invokeMethod(
        qApp,
        [&] {
            applyTheme(*qApp, Theme::Scheme::Dark);
            dark = Theme::of(&label).isDark;
            applyTheme(*qApp, Theme::Scheme::Light);
            light = !Theme::of(&label).isDark;
            QCoreApplication::exit();
        },
        Qt::QueuedConnection);
    QCoreApplication::exec();
    QVERIFY(dark);
    QVERIFY(light);
    QCOMPARE(QLabel().palette().color(QPalette::Highlight), Theme::light().soft);
}

void tst_Theme::styleSheetHasNoNameLeft()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    const QString sheet = Theme::light().styleSheet();
    QVERIFY(sheet.size() > 1000);
    QVERIFY(!sheet.contains(u'@'));
}

void tst_Theme::everyIconIsPaintedInThePalette()
{
    applyTheme(*qApp, Theme::Scheme::Light);
    int icons = 0;
    for (QDirIterator it(QStringLiteral(":/weir/icons")); it.hasNext();) {
        it.next();
        const QByteArray name = it.fileInfo().completeBaseName().toLatin1();
        const QImage image = icon(QLatin1String(name)).pixmap(16, 16).toImage();
        QColor strongest = Qt::transparent;
        for (int i = 0; i < 256; ++i) {
            const QColor colour = image.pixelColor(i % 16, i / 16);
            if (colour.alpha() > strongest.alpha())
                strongest = colour;
        }
        QVERIFY2(strongest.alpha() > 100, name.constData());
        QVERIFY2(qAbs(strongest.red() - Theme::light().text.red()) < 4, name.constData());
        ++icons;
    }
    QVERIFY(icons > 10);
    QVERIFY(!applicationIcon().pixmap(64, 64).isNull());
}

void tst_Theme::chipsChooseAndFallBackToAll()
{
    ChipBar bar;
    bar.setAll(QStringLiteral("All"), 12);
    bar.setItems({{"tick", QStringLiteral("tick"), 10}, {"halt", QStringLiteral("halt"), 2}});
    bar.resize(400, 40);
    bar.show();
    QSignalSpy spy(&bar, &ChipBar::checkedKeysChanged);
    const auto chips = visibleChips(bar);
    QCOMPARE(chips.size(), 3);
    QVERIFY(chips[0]->isChecked());
    QTest::mouseClick(chips[1], Qt::LeftButton);
    QCOMPARE(bar.checkedKeys(), std::set<QByteArray>{"tick"});
    QVERIFY(!chips[0]->isChecked());
    QTest::keyClick(chips[2], Qt::Key_Space);
    QCOMPARE(bar.checkedKeys(), (std::set<QByteArray>{"tick", "halt"}));
    QTest::mouseClick(chips[0], Qt::LeftButton);
    QVERIFY(bar.checkedKeys().empty());
    QVERIFY(chips[0]->isChecked());
    QCOMPARE(spy.count(), 3);
    bar.setCheckedKeys({"gone"});
    QCOMPARE(visibleChips(bar).size(), 4);
    QCOMPARE(spy.count(), 3);
}

void tst_Theme::chipsThatDoNotFitAreBehindTheLast()
{
    ChipBar bar(2);
    std::vector<ChipBar::Item> items;
    for (int i = 0; i < 50; ++i)
        items.push_back({QByteArray::number(i), QStringLiteral("type %1").arg(i), quint64(i)});
    bar.setItems(items);
    bar.setItems({{"other", QStringLiteral("other"), 1}}, 1);
    bar.resize(400, bar.heightForWidth(400));
    bar.show();
    QVERIFY(bar.height() < 3 * visibleChips(bar).constFirst()->height());
    const auto shown = visibleChips(bar);
    QVERIFY(shown.size() > 4 && shown.size() < 20);
    QCOMPARE(shown[1]->shown(), QStringLiteral("type 49 49")); // the most frequent first
    QVERIFY(shown.constLast()->shown().contains(QString::number(50 + 2 - shown.size() + 1)));
    QCOMPARE(shown[shown.size() - 2]->shown(), QStringLiteral("other 1"));
    for (const Chip *chip : shown)
        QVERIFY(bar.rect().contains(chip->geometry()));
    bar.setCheckedKeys({"0"}); // the least frequent is shown once it is chosen
    bool found = false;
    for (const Chip *chip : visibleChips(bar))
        found = found || (chip->shown() == QLatin1String("type 0 0") && chip->isChecked());
    QVERIFY(found);
}

void tst_Theme::chipsKeepTheirPlace()
{
    ChipBar bar;
    bar.resize(600, 40);
    bar.show();
    bar.setItems({{"a", QStringLiteral("a"), 1}, {"b", QStringLiteral("b"), 2}});
    bar.setItems(
        {{"a", QStringLiteral("a"), 9}, {"b", QStringLiteral("b"), 2}, {"c", QStringLiteral("c"), 5}});
    QStringList texts;
    for (const Chip *chip : visibleChips(bar))
        texts.append(chip->shown());
    QCOMPARE(texts,
             (QStringList{QStringLiteral("All"), QStringLiteral("b 2"), QStringLiteral("a 9"),
                          QStringLiteral("c 5")}));
}

void tst_Theme::allMayStandForEveryGroup()
{
    ChipBar bar(2, ChipBar::AllOf::EveryGroup);
    bar.resize(600, 40);
    bar.show();
    bar.setItems({{"a", QStringLiteral("a"), 1}}, 0);
    bar.setItems({{"b", QStringLiteral("b"), 1}}, 1);
    const auto chips = visibleChips(bar);
    QCOMPARE(chips.size(), 3);
    QTest::mouseClick(chips[1], Qt::LeftButton);
    QTest::mouseClick(chips[2], Qt::LeftButton);
    QVERIFY(!chips[0]->isChecked());
    QCOMPARE(bar.checkedKeys(1), std::set<QByteArray>{"b"});
    QTest::mouseClick(chips[0], Qt::LeftButton);
    QVERIFY(bar.checkedKeys(0).empty() && bar.checkedKeys(1).empty());
}

WEIR_TEST(runUiTest<tst_Theme>)
#include "tst_theme.moc"
