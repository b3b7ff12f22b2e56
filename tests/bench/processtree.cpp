// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "processtree.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

namespace weir {

namespace {
// The fields of /proc/PID/stat from the state on (the name before may hold anything).
std::vector<std::string> statOf(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/stat");
    std::string text;
    std::getline(file, text);
    const size_t end = text.rfind(')');
    std::istringstream rest(end == std::string::npos ? std::string() : text.substr(end + 1));
    std::vector<std::string> fields;
    for (std::string field; rest >> field;)
        fields.push_back(field);
    return fields;
}

double kilobytes(const std::string &path, const std::string &name)
{
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with(name))
            return std::atof(line.c_str() + name.size());
    }
    return 0;
}
}

ProcessTree::ProcessTree(const std::vector<std::string> &command)
{
    m_pid = ::fork();
    if (m_pid != 0)
        return;
    ::setsid();
    const int null = ::open("/dev/null", O_RDWR);
    for (const int end : {0, 1, 2})
        ::dup2(null, end);
    std::vector<char *> arguments;
    for (const std::string &argument : command)
        arguments.push_back(const_cast<char *>(argument.c_str()));
    arguments.push_back(nullptr);
    ::execvp(arguments[0], arguments.data());
    ::_exit(127);
}

ProcessTree::~ProcessTree()
{
    ::kill(m_pid, SIGTERM);
    for (int i = 0; i < 200 && isRunning(); ++i)
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    ::kill(-m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
}

bool ProcessTree::isRunning() const
{
    const auto fields = statOf(std::to_string(m_pid));
    return !fields.empty() && fields[0] != "Z";
}

std::vector<pid_t> ProcessTree::processes() const
{
    std::vector<pid_t> found;
    for (const auto &entry : std::filesystem::directory_iterator("/proc")) {
        const std::string name = entry.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const auto fields = statOf(name);
        if (fields.size() > 3 && fields[3] == std::to_string(m_pid)) // the session
            found.push_back(pid_t(std::atoi(name.c_str())));
    }
    return found;
}

double ProcessTree::cpuSeconds() const
{
    double ticks = 0;
    for (const pid_t pid : processes()) {
        const auto fields = statOf(std::to_string(pid));
        for (size_t i = 11; i < 15 && fields.size() > 14; ++i) // with children that have ended
            ticks += std::atof(fields[i].c_str());
    }
    return ticks / double(::sysconf(_SC_CLK_TCK));
}

double ProcessTree::memory() const
{
    double sum = 0;
    for (const pid_t pid : processes())
        sum += kilobytes("/proc/" + std::to_string(pid) + "/smaps_rollup", "Pss:");
    return sum / 1024;
}

double ProcessTree::residentMemory() const
{
    return kilobytes("/proc/" + std::to_string(m_pid) + "/status", "VmRSS:") / 1024;
}

} // namespace weir
