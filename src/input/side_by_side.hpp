/// \file
/// How is work done on all cores?
#pragma once

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <system_error>
#include <thread>
#include <vector>

namespace remit::detail {

/// Calls work(0) to work(count - 1), each once, on as many threads as there are cores, and returns
/// when all is done. The work must not throw.
template <class Work>
void side_by_side(std::size_t count, Work work) {
    std::atomic<std::size_t> next{0};
    const auto take = [&] {
        for (auto i = next++; i < count; i = next++) work(i);
    };
    const auto threads = std::min<std::size_t>(std::thread::hardware_concurrency(), count);
    std::vector<std::jthread> others;
    try {
        while (others.size() + 1 < threads) others.emplace_back(take);
    } catch (const std::system_error&) {  // fewer will do
    }
    take();
}

}  // namespace remit::detail
