// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "storeentry.h"
#include "storehistory.h"
#include "storeshelf.h"
#include "storeworker.h"

#include "base/error.h"

#include <QObject>
#include <QStringList>

#include <deque>
#include <map>

namespace weir {

// A folder of profiles and environments that others change too. What is asked for is shown at once and
// written by a thread of the store's own; a file that others changed in the meantime is never overwritten
// without being asked. Lives on the thread that made it. Entries are known by their id, the name of their
// file without .json, which stays when the name changes.
class ProfileStore final : public QObject
{
    Q_OBJECT

public:
    enum class Create { No, Yes };
    enum class Overwrite { No, Yes };

    explicit ProfileStore(QObject *parent = nullptr);
    ~ProfileStore() override; // waits until all is written
    Q_DISABLE_COPY_MOVE(ProfileStore)

    // Empty until loaded(), which comes also where there is no such folder.
    void open(const QString &folder, Create create = Create::No);
    const QString &folder() const { return m_folder; }
    bool isLoaded() const { return m_isLoaded; }
    // Where the system does not tell what others do, as on some network drives.
    void refresh();

    const std::map<QString, ProfileEntry> &profiles() const { return m_profiles.entries(); }
    const std::map<QString, EnvironmentEntry> &environments() const { return m_environments.entries(); }
    const ProfileEntry *profile(const QString &id) const { return m_profiles.find(id); }
    const EnvironmentEntry *environment(const QString &id) const { return m_environments.find(id); }
    bool hasUnsaved() const { return m_profiles.isUnsaved() || m_environments.isUnsaved(); }

    // Several in one go are one step to undo. What is saved under an id that is gone is there again.
    QString add(const Profile &profile);
    QStringList addAll(const QList<Profile> &newOnes);
    void save(const QString &id, const Profile &profile, Overwrite overwrite = Overwrite::No);
    void saveAll(const std::map<QString, Profile> &newValues);
    void remove(const QStringList &ids);
    // Forgets what is unsaved.
    void revert(const QString &id);
    QString addEnvironment(const Environment &environment);
    void saveEnvironment(const QString &id, const Environment &environment,
                         Overwrite overwrite = Overwrite::No);
    void removeEnvironments(const QStringList &ids);
    void revertEnvironment(const QString &id);

    // A step is refused, and forgotten, where one of its files was changed by others since.
    bool canUndo() const { return m_history.canUndo(); }
    bool canRedo() const { return m_history.canRedo(); }
    QString undoText() const { return m_history.undoText(); }
    QString redoText() const { return m_history.redoText(); }
    void undo() { travel(Way::Undo); }
    void redo() { travel(Way::Redo); }

Q_SIGNALS:
    void loaded();
    void changed(const QStringList &ids); // new ones too
    void removed(const QStringList &ids);
    void conflicted(const QString &id); // the entry has both versions
    void environmentsChanged();
    void environmentConflicted(const QString &id);
    void historyChanged();
    void failed(const Error &error); // ErrorCode::None: the folder is there again

protected:
    bool event(QEvent *event) override;

private:
    enum class Way { Forth, Undo, Redo };
    struct Request
    {
        Way way = Way::Forth;
        StoreStep step;
        std::map<QString, ProfileEntry> profiles; // that are about to be removed
        std::map<QString, EnvironmentEntry> environments;
    };
    // What is to be told when all that came is taken in.
    struct Effects
    {
        std::map<QString, StoreEffect> profiles;
        std::map<QString, StoreEffect> environments;
        QList<Error> errors;
    };

    template <typename T> QStringList addTo(StoreShelf<T> &shelf, const QList<T> &values);
    template <typename T>
    void saveIn(StoreShelf<T> &shelf, const std::map<QString, T> &values, Overwrite overwrite);
    template <typename T> void removeFrom(StoreShelf<T> &shelf, const QStringList &ids);
    template <typename T> void revertIn(StoreShelf<T> &shelf, const QString &id);
    static void note(StoreKind kind, const QString &id, StoreEffect effect, Effects &effects);
    void travel(Way way);
    void run(Request request, FileRequest::Rule rule);
    void take(const FilesFound &found, Effects &effects);
    void take(const FileOutcome &outcome, Effects &effects);
    void takeForth(Request request, const FileOutcome &outcome, Effects &effects);
    void takeTravel(Request request, const FileOutcome &outcome, Effects &effects);
    template <typename T>
    void takeEdit(StoreShelf<T> &shelf, const FileEdit &edit, const std::map<QString, StoreEntry<T>> &gone,
                  const FileOutcome &outcome, Effects &effects);
    void found(const FileState &state, Effects &effects);
    void tell(const Effects &effects);

    QString m_folder;
    bool m_isLoaded = false;
    quint64 m_opened = 0; // counts open()
    quint64 m_lastRequest = 0;
    StoreShelf<Profile> m_profiles{StoreKind::Profile};
    StoreShelf<Environment> m_environments{StoreKind::Environment};
    StoreHistory m_history;
    std::map<quint64, Request> m_requests; // that the worker has
    std::deque<Way> m_waiting; // steps to undo or redo when it has none
    StoreWorker m_worker;
};

} // namespace weir
