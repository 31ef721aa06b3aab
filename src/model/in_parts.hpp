/// \file
/// How is work spread over the processor's cores, with the same result on any machine?
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <future>
#include <system_error>
#include <thread>
#include <vector>

namespace remit::detail {

/// Does each part once, in any order, on as many threads as there are cores. What a part computes
/// must depend on no other; how many parts there are must not depend on the machine.
/// \throws what the work throws
template <class Work>
void in_parts(std::size_t parts, Work work) {
    std::atomic<std::size_t> next = 0;
    const auto some = [&] {
        for (auto part = next++; part < parts; part = next++) work(part);
    };
    const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
    std::vector<std::future<void>> others;
    others.reserve(cores);
    try {
        while (others.size() + 1 < std::min(cores, parts)) {
            others.push_back(std::async(std::launch::async, some));
        }
    } catch (const std::system_error&) {
        // No more threads: those that there are do it all.
    }
    some();
    for (auto& other : others) other.get();
}

}  // namespace remit::detail
