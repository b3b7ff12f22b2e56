// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <sys/resource.h>
#include <unistd.h>

// While it lives no file may grow beyond a limit: what a full disk looks like. Threads that write must block
// or ignore SIGXFSZ.
class SizeLimit final
{
public:
    explicit SizeLimit(rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit now = m_before;
        now.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~SizeLimit() { lift(); }
    Q_DISABLE_COPY_MOVE(SizeLimit)
    void lift() const { ::setrlimit(RLIMIT_FSIZE, &m_before); }

private:
    rlimit m_before = {};
};

// While it lives this process is not root, who may do everything.
class Nobody final
{
public:
    Nobody()
    {
        if (m_user == 0 && ::seteuid(65534) != 0)
            qFatal("root cannot become nobody");
    }
    ~Nobody()
    {
        if (m_user == 0 && ::seteuid(0) != 0)
            qFatal("nobody cannot become root again");
    }
    Q_DISABLE_COPY_MOVE(Nobody)

private:
    const uid_t m_user = ::geteuid();
};
