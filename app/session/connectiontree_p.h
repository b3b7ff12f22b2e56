// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "connectiontree.h"

#include "profile/profile.h"

namespace weir {

struct ConnectionTree::Node
{
    Kind kind = Kind::Profile;
    QString name = {}; // what is shown; of a folder: the last step of its path
    QString id = {}; // in the store
    Profile profile = {};
    QString reason = {}; // Broken
    QString target = {}; // DemoFeed
    int rank = 0; // among groups, and among feeds of the demo
    Connection *connection = nullptr;
    QString url = {}; // of the connection, when its row was looked for
    double rate = 0;
    quint64 events = 0; // of the connection's run, when it was last looked at
    quint64 unread = 0;
    mutable QString search = {}; // empty: not made yet
    Node *parent = nullptr;
    std::vector<std::unique_ptr<Node>> rows = {};

    bool isFolder() const { return kind == Kind::Folder || kind == Kind::Group; }
    int row() const;
};

} // namespace weir
