// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewfeed.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>

using namespace std::chrono_literals;

namespace {
constexpr auto slice = 5ms;
constexpr int payloadSize = 120;

bool sendAll(int socket, const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t n = ::send(socket, bytes.constData() + sent, size_t(bytes.size() - sent), MSG_NOSIGNAL);
        if (n <= 0)
            return false;
        sent += n;
    }
    return true;
}
}

ViewFeed::ViewFeed()
    : m_listener(::socket(AF_INET, SOCK_STREAM, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *where = reinterpret_cast<sockaddr *>(&address);
    if (::bind(m_listener, where, size) != 0 || ::listen(m_listener, 4) != 0
        || ::getsockname(m_listener, where, &size) != 0)
        std::exit(1);
    m_port = ntohs(address.sin_port);
    m_thread = std::thread([this] { serve(); });
}

ViewFeed::~ViewFeed()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

QByteArray ViewFeed::payload(quint64 number)
{
    static constexpr const char *symbols[] = {"ACME", "GLOB", "INIT", "UMBR", "SOYL"};
    char text[payloadSize + 1];
    const int used = std::snprintf(text, sizeof text,
                                   "{\"symbol\":\"%s\",\"price\":%llu.%02llu,\"volume\":%llu,\"seq\":%llu,",
                                   symbols[number % 5], 100 + number % 97, number % 100, 100 + number % 900,
                                   static_cast<unsigned long long>(number));
    QByteArray json(text, used);
    json += "\"venue\":\"";
    return json + QByteArray(payloadSize - json.size() - 2, 'x') + "\"}";
}

void ViewFeed::serve()
{
    quint64 number = 0;
    while (!m_stop) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 50) <= 0)
            continue;
        const int socket = ::accept(m_listener, nullptr, nullptr);
        char request[4096];
        bool isOpen = ::recv(socket, request, sizeof request, 0) > 0
            && sendAll(socket, "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n");
        const auto begin = std::chrono::steady_clock::now();
        double due = 0;
        auto last = begin;
        while (isOpen && !m_stop) {
            std::this_thread::sleep_for(slice);
            const auto now = std::chrono::steady_clock::now();
            due += std::chrono::duration<double>(now - last).count() * m_rate;
            last = now;
            QByteArray bytes;
            for (; due >= 1; --due, ++number) {
                bytes += number % 7 ? "event: tick\nid: " : "event: trade\nid: ";
                bytes += QByteArray::number(number) + "\ndata: " + payload(number) + "\n\n";
            }
            isOpen = sendAll(socket, bytes);
        }
        ::close(socket);
    }
}
