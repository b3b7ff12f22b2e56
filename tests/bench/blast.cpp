// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later

// blast [PORT]: a server on 127.0.0.1 that sends SSE events as fast as they are taken; prints its port.
//   GET /sse?n=N&per=K&size=S   N events of S bytes, ids and data counting, then one event "done".
//                               K=0: the end of the line ends the body; else chunked, K events in a chunk.
//   GET /page?QUERY             a page that reads /sse?QUERY with EventSource and logs "bench done"

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {
constexpr std::string_view placeholder = "##########";

bool sendAll(int socket, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0)
            return false;
        bytes.remove_prefix(size_t(sent));
    }
    return true;
}

long parameter(const std::string &target, const std::string &name, long otherwise)
{
    for (const char before : {'?', '&'}) {
        const size_t at = target.find(before + name + '=');
        if (at != std::string::npos)
            return std::atol(target.c_str() + at + name.size() + 2);
    }
    return otherwise;
}

std::string hex(size_t number)
{
    char text[20];
    std::snprintf(text, sizeof text, "%zx", number);
    return text;
}

std::string eventOf(size_t size)
{
    std::string event = "id: " + std::string(placeholder)
        + "\nevent: tick\ndata: {\"seq\":" + std::string(placeholder) + ",\"price\":1234.56,\"text\":\"";
    constexpr std::string_view words = "the quick brown fox jumps over the lazy dog ";
    while (event.size() + 4 < size)
        event += words[event.size() % words.size()];
    return event + "\"}\n\n";
}

// A block of events whose numbers are written anew for every lap.
struct Block
{
    std::string bytes;
    std::vector<std::pair<size_t, long>> numbers; // place, event in the block
    long events = 0;

    Block(long count, long per, size_t size)
    {
        const std::string event = eventOf(size);
        const long inChunk = std::max(per, 1L);
        for (; events < count; events += inChunk) {
            const long now = std::min(inChunk, count - events);
            if (per > 0)
                bytes += hex(event.size() * size_t(now)) + "\r\n";
            for (long i = 0; i < now; ++i) {
                for (size_t at = event.find(placeholder); at != std::string::npos;
                     at = event.find(placeholder, at + 1))
                    numbers.emplace_back(bytes.size() + at, events + i);
                bytes += event;
            }
            if (per > 0)
                bytes += "\r\n";
        }
        events = count;
    }

    void number(long base)
    {
        for (const auto &[place, event] : numbers) {
            long value = base + event;
            for (size_t i = placeholder.size(); i-- > 0; value /= 10)
                bytes[place + i] = char('0' + value % 10);
        }
    }
};

void stream(int socket, const std::string &target)
{
    const long per = parameter(target, "per", 0);
    const size_t size = size_t(parameter(target, "size", 120));
    long left = parameter(target, "n", 1000000);
    if (!sendAll(socket,
                 std::string("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n")
                     + (per > 0 ? "Transfer-Encoding: chunked\r\n\r\n" : "Connection: close\r\n\r\n")))
        return;
    const long lap = 2048 / std::max(per, 1L) * std::max(per, 1L);
    Block block(lap, per, size);
    for (long base = 1000000000; left > 0; base += lap, left -= lap) {
        if (left < lap)
            block = Block(left, per, size);
        block.number(base);
        if (!sendAll(socket, block.bytes))
            return;
    }
    const std::string done = "event: done\ndata: 1\n\n";
    sendAll(socket, per > 0 ? hex(done.size()) + "\r\n" + done + "\r\n0\r\n\r\n" : done);
}

void page(int socket, const std::string &query)
{
    const std::string html = "<!doctype html><script>let n=0,t;const e=new EventSource('/sse?" + query
        + "');e.addEventListener('tick',()=>{if(!n++)t=performance.now()});e.addEventListener('done',()=>{"
          "e.close();console.log('bench done '+n+' '+(performance.now()-t))})</script>";
    sendAll(socket,
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\nContent-Length: "
                + std::to_string(html.size()) + "\r\n\r\n" + html);
}

void serve(int socket)
{
    std::string in;
    char part[4096];
    while (in.find("\r\n\r\n") == std::string::npos) {
        const ssize_t got = ::recv(socket, part, sizeof part, 0);
        if (got <= 0 || in.size() > 65536)
            break;
        in.append(part, size_t(got));
    }
    const size_t begin = in.find(' ') + 1;
    const std::string target = in.substr(begin, in.find(' ', begin) - begin);
    const std::string query = target.substr(std::min(target.size(), target.find('?') + 1));
    if (target.starts_with("/sse")) {
        stream(socket, target);
    } else if (target.starts_with("/page")) {
        page(socket, query);
    } else {
        sendAll(socket, "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n");
    }
    ::shutdown(socket, SHUT_WR);
    while (::recv(socket, part, sizeof part, 0) > 0) { }
    ::close(socket);
}
}

int main(int argc, char **argv)
{
    std::signal(SIGPIPE, SIG_IGN);
    const int listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(uint16_t(argc > 1 ? std::atoi(argv[1]) : 0));
    socklen_t size = sizeof address;
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), size) != 0 || ::listen(listener, 64) != 0) {
        std::perror("blast");
        return 1;
    }
    ::getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    std::printf("listening %d\n", ntohs(address.sin_port));
    std::fflush(stdout);
    for (;;) {
        const int socket = ::accept(listener, nullptr, nullptr);
        if (socket < 0)
            continue;
        ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        std::thread(serve, socket).detach();
    }
}
