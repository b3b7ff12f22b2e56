// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "profile/variables.h"

namespace weir {

class SecretStore;

// What fills in the variables of every profile of a session.
struct ProfileContext
{
    std::optional<Environment> environment = {}; // the chosen one
    SecretStore *secrets = nullptr; // outlives the session; null: there are none
    QProcessEnvironment process = QProcessEnvironment::systemEnvironment();
    VariableGenerators generators = VariableGenerators::system();

    VariableSources sources(const QHash<QString, QString> &values = {}) const
    {
        VariableSources sources{
            .environment = environment, .process = process, .secrets = {}, .generators = generators};
        for (const auto &[name, value] : values.asKeyValueRange())
            sources.secrets.insert(name, value);
        return sources;
    }
};

} // namespace weir
