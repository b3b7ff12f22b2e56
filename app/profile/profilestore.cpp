// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "profilestore.h"

#include "profileid.h"
#include "profilename.h"

#include <QEvent>

#include <algorithm>
#include <type_traits>
#include <utility>

namespace weir {

namespace {
QString titleOf(const Profile &profile)
{
    return shownName(profile);
}
QString titleOf(const Environment &environment)
{
    return environment.name;
}

// What a reader would not take is not written.
std::optional<ProfileFault> faultOf(const Profile &profile)
{
    const auto read = readProfile(contentOf(profile));
    return read ? std::nullopt : std::optional(read.error());
}
std::optional<ProfileFault> faultOf(const Environment &environment)
{
    const auto read = readEnvironment(contentOf(environment));
    return read ? std::nullopt : std::optional(read.error());
}

Error invalid(const QString &title, const ProfileFault &fault)
{
    return {ErrorCode::ProfileInvalid, title + QLatin1String(": ") + faultText(fault)};
}

QString textFor(const QString &one, const QString &many, const QStringList &titles)
{
    return titles.size() == 1 ? one.arg(titles.constFirst()) : many.arg(titles.size());
}
}

ProfileStore::ProfileStore(QObject *parent)
    : QObject(parent)
    , m_worker(this)
{
}

ProfileStore::~ProfileStore() = default;

void ProfileStore::open(const QString &folder, Create create)
{
    Effects effects;
    for (const auto &[id, entry] : profiles())
        effects.profiles[id] = StoreEffect::Removed;
    for (const auto &[id, entry] : environments())
        effects.environments[id] = StoreEffect::Removed;
    m_profiles.clear();
    m_environments.clear();
    m_history.clear();
    m_requests.clear();
    m_waiting.clear();
    m_folder = folder;
    m_isLoaded = false;
    m_worker.open(++m_opened, folder, create == Create::Yes);
    tell(effects);
    Q_EMIT historyChanged();
}

void ProfileStore::refresh()
{
    m_worker.refresh();
}

QString ProfileStore::add(const Profile &profile)
{
    return addAll({profile}).constFirst();
}

QStringList ProfileStore::addAll(const QList<Profile> &newOnes)
{
    return addTo(m_profiles, newOnes);
}

void ProfileStore::save(const QString &id, const Profile &profile, Overwrite overwrite)
{
    saveIn(m_profiles, {{id, profile}}, overwrite);
}

void ProfileStore::saveAll(const std::map<QString, Profile> &newValues)
{
    saveIn(m_profiles, newValues, Overwrite::No);
}

void ProfileStore::remove(const QStringList &ids)
{
    removeFrom(m_profiles, ids);
}

void ProfileStore::revert(const QString &id)
{
    revertIn(m_profiles, id);
}

QString ProfileStore::addEnvironment(const Environment &environment)
{
    return addTo(m_environments, QList<Environment>{environment}).constFirst();
}

void ProfileStore::saveEnvironment(const QString &id, const Environment &environment, Overwrite overwrite)
{
    saveIn(m_environments, {{id, environment}}, overwrite);
}

void ProfileStore::removeEnvironments(const QStringList &ids)
{
    removeFrom(m_environments, ids);
}

void ProfileStore::revertEnvironment(const QString &id)
{
    revertIn(m_environments, id);
}

bool ProfileStore::event(QEvent *event)
{
    if (event->type() != QEvent::User)
        return QObject::event(event);
    Effects effects;
    bool isLoaded = m_isLoaded;
    for (const StoreNews &news : m_worker.take()) {
        const auto *outcome = std::get_if<FileOutcome>(&news.what);
        if (news.folder != m_opened) {
            if (outcome && outcome->error) // what was to be written into the folder before
                effects.errors.append(*outcome->error);
        } else if (const auto *files = std::get_if<FilesFound>(&news.what)) {
            take(*files, effects);
            isLoaded = true;
        } else if (outcome) {
            take(*outcome, effects);
        } else {
            effects.errors.append(std::get<Error>(news.what));
        }
    }
    const bool isFirst = isLoaded && !std::exchange(m_isLoaded, isLoaded);
    tell(effects);
    if (isFirst)
        Q_EMIT loaded();
    while (m_requests.empty() && !m_waiting.empty()) {
        const Way way = m_waiting.front();
        m_waiting.pop_front();
        travel(way);
    }
    return true;
}

template <typename T> QStringList ProfileStore::addTo(StoreShelf<T> &shelf, const QList<T> &values)
{
    Effects effects;
    Request request;
    QStringList ids;
    QStringList titles;
    for (const T &value : values) {
        const QString title = titleOf(value);
        const QString id =
            freeId(title, [&shelf](const QString &comparable) { return shelf.isTaken(comparable); });
        ids.append(id);
        titles.append(title);
        if (const auto fault = faultOf(value)) {
            shelf.hold(id, value);
            effects.errors.append(invalid(title, *fault));
        } else {
            request.step.edits.append(shelf.put(id, value));
        }
        note(shelf.kind(), id, StoreEffect::Changed, effects);
    }
    request.step.text = textFor(tr("Add “%1”"), tr("Add %1 connections"), titles);
    run(std::move(request), FileRequest::Rule::UnlessChanged);
    tell(effects);
    return ids;
}

template <typename T>
void ProfileStore::saveIn(StoreShelf<T> &shelf, const std::map<QString, T> &values, Overwrite overwrite)
{
    Effects effects;
    Request request;
    QStringList titles;
    for (const auto &[id, value] : values) {
        const StoreEntry<T> *entry = shelf.find(id);
        const bool isConflict = entry && entry->conflict && overwrite == Overwrite::No;
        if (entry && entry->broken) {
            effects.errors.append({ErrorCode::ProfileBroken, id});
            continue;
        }
        if (entry && entry->value == value && !entry->isUnsaved)
            continue;
        const auto fault = faultOf(value);
        if (fault)
            effects.errors.append(invalid(titleOf(value), *fault));
        if (fault || isConflict) {
            shelf.hold(id, value);
        } else {
            request.step.edits.append(shelf.put(id, value));
            titles.append(titleOf(value));
        }
        note(shelf.kind(), id, isConflict ? StoreEffect::Conflicted : StoreEffect::Changed, effects);
    }
    request.step.text = textFor(tr("Change “%1”"), tr("Change %1 connections"), titles);
    run(std::move(request),
        overwrite == Overwrite::Yes ? FileRequest::Rule::Overwrite : FileRequest::Rule::UnlessChanged);
    tell(effects);
}

template <typename T> void ProfileStore::removeFrom(StoreShelf<T> &shelf, const QStringList &ids)
{
    Effects effects;
    Request request;
    QStringList titles;
    for (const QString &id : ids) {
        const StoreEntry<T> *entry = shelf.find(id);
        if (!entry)
            continue;
        if (!shelf.canTake(id)) {
            effects.errors.append({ErrorCode::ProfileNotAFile, id});
            continue;
        }
        titles.append(titleOf(entry->value));
        if constexpr (std::is_same_v<T, Profile>)
            request.profiles[id] = *entry;
        else
            request.environments[id] = *entry;
        request.step.edits.append(shelf.take(id));
        note(shelf.kind(), id, StoreEffect::Removed, effects);
    }
    request.step.text = textFor(tr("Delete “%1”"), tr("Delete %1 connections"), titles);
    run(std::move(request), FileRequest::Rule::UnlessChanged);
    tell(effects);
}

template <typename T> void ProfileStore::revertIn(StoreShelf<T> &shelf, const QString &id)
{
    Effects effects;
    note(shelf.kind(), id, shelf.revert(id), effects);
    tell(effects);
}

void ProfileStore::note(StoreKind kind, const QString &id, StoreEffect effect, Effects &effects)
{
    if (effect != StoreEffect::None)
        (kind == StoreKind::Profile ? effects.profiles : effects.environments)[id] = effect;
}

void ProfileStore::travel(Way way)
{
    if (!m_requests.empty())
        return m_waiting.push_back(way);
    if (way == Way::Undo ? !canUndo() : !canRedo())
        return;
    Request request;
    request.way = way;
    request.step = way == Way::Undo ? m_history.takeUndo() : m_history.takeRedo();
    run(std::move(request), FileRequest::Rule::AllOrNothing);
    Q_EMIT historyChanged();
}

void ProfileStore::run(Request request, FileRequest::Rule rule)
{
    if (request.step.edits.isEmpty())
        return;
    FileRequest files{.number = ++m_lastRequest, .rule = rule, .edits = request.step.edits};
    if (request.way == Way::Undo) {
        for (FileEdit &edit : files.edits)
            std::swap(edit.before, edit.after);
    }
    m_worker.run(files);
    m_requests.emplace(files.number, std::move(request));
}

void ProfileStore::take(const FilesFound &files, Effects &effects)
{
    for (const FileState &state : files.states)
        found(state, effects);
}

void ProfileStore::take(const FileOutcome &outcome, Effects &effects)
{
    auto node = m_requests.extract(outcome.number);
    if (node.empty())
        return;
    if (outcome.error)
        effects.errors.append(*outcome.error);
    if (node.mapped().way == Way::Forth)
        takeForth(std::move(node.mapped()), outcome, effects);
    else
        takeTravel(std::move(node.mapped()), outcome, effects);
}

void ProfileStore::takeForth(Request request, const FileOutcome &outcome, Effects &effects)
{
    for (const FileEdit &edit : std::as_const(request.step.edits)) {
        if (edit.key.kind == StoreKind::Profile)
            takeEdit(m_profiles, edit, request.profiles, outcome, effects);
        else
            takeEdit(m_environments, edit, request.environments, outcome, effects);
    }
    if (outcome.done.isEmpty())
        return;
    m_history.add({request.step.text, outcome.done});
    Q_EMIT historyChanged();
}

template <typename T>
void ProfileStore::takeEdit(StoreShelf<T> &shelf, const FileEdit &edit,
                            const std::map<QString, StoreEntry<T>> &gone, const FileOutcome &outcome,
                            Effects &effects)
{
    const auto isOfKey = [&edit](const auto &other) { return other.key == edit.key; };
    const QString &id = edit.key.id;
    const auto removed = gone.find(id);
    const StoreEntry<T> *entry = removed == gone.end() ? nullptr : &removed->second;
    const auto conflict = std::find_if(outcome.conflicts.begin(), outcome.conflicts.end(), isOfKey);
    if (conflict != outcome.conflicts.end()) {
        if (entry)
            effects.errors.append({ErrorCode::ProfileChanged, titleOf(entry->value)});
        note(shelf.kind(), id, shelf.conflicted(*conflict, entry), effects);
    } else if (std::any_of(outcome.done.begin(), outcome.done.end(), isOfKey)) {
        note(shelf.kind(), id, shelf.settled(edit), effects);
    } else {
        note(shelf.kind(), id, shelf.failed(id, entry), effects);
    }
}

void ProfileStore::takeTravel(Request request, const FileOutcome &outcome, Effects &effects)
{
    for (const FileEdit &edit : outcome.done)
        found(understood(edit.key, edit.after), effects);
    for (const FileState &state : outcome.conflicts)
        found(state, effects);
    const bool isUndo = request.way == Way::Undo;
    if (!outcome.conflicts.isEmpty())
        effects.errors.append({ErrorCode::ProfileUndoRefused, request.step.text});
    else if (outcome.error.has_value() == isUndo)
        m_history.putDone(std::move(request.step));
    else
        m_history.putUndone(std::move(request.step));
    Q_EMIT historyChanged();
}

void ProfileStore::found(const FileState &state, Effects &effects)
{
    if (state.key.kind == StoreKind::Profile)
        note(StoreKind::Profile, state.key.id, m_profiles.found(state), effects);
    else
        note(StoreKind::Environment, state.key.id, m_environments.found(state), effects);
}

void ProfileStore::tell(const Effects &effects)
{
    QStringList gone;
    QStringList others;
    for (const auto &[id, effect] : effects.profiles)
        (effect == StoreEffect::Removed ? gone : others).append(id);
    if (!gone.isEmpty())
        Q_EMIT removed(gone);
    if (!others.isEmpty())
        Q_EMIT changed(others);
    if (!effects.environments.empty())
        Q_EMIT environmentsChanged();
    for (const auto &[id, effect] : effects.profiles) {
        if (effect == StoreEffect::Conflicted)
            Q_EMIT conflicted(id);
    }
    for (const auto &[id, effect] : effects.environments) {
        if (effect == StoreEffect::Conflicted)
            Q_EMIT environmentConflicted(id);
    }
    for (const Error &error : effects.errors)
        Q_EMIT failed(error);
}

} // namespace weir
