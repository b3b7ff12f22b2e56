// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "folderpath.h"

#include <QStringList>

namespace weir::folderpath {

QString clean(const QString &typed)
{
    QStringList steps;
    for (const QString &step : typed.split(u'/')) {
        if (const QString name = step.simplified(); !name.isEmpty())
            steps.append(name);
    }
    return steps.join(u'/');
}

QString join(const QString &parent, const QString &name)
{
    return parent.isEmpty() ? name : parent + u'/' + name;
}

QString parentOf(const QString &path)
{
    return path.left(std::max<qsizetype>(0, path.lastIndexOf(u'/')));
}

QString lastOf(const QString &path)
{
    return path.mid(path.lastIndexOf(u'/') + 1);
}

bool isInside(const QString &path, const QString &folder)
{
    return folder.isEmpty() || path == folder || (path.startsWith(folder) && path.at(folder.size()) == u'/');
}

QString rebased(const QString &path, const QString &from, const QString &to)
{
    const QString rest =
        path.mid(from.isEmpty() || path.size() == from.size() ? from.size() : from.size() + 1);
    return rest.isEmpty() ? to : join(to, rest);
}

} // namespace weir::folderpath
