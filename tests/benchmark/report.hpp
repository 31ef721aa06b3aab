/// \file
/// What a benchmark program says of a piece of work: a line of JSON for run.py.
#pragma once

#include <sys/resource.h>
#include <time.h>

#include <algorithm>
#include <cstddef>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

namespace remit::benchmark {

/// Of this process, by all its threads, in seconds.
inline double processor_time() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

inline double peak_megabytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_maxrss) / 1024.0;
}

/// Numbers by name, that a peer must find, too.
using Found = std::vector<std::pair<const char*, double>>;

/// Runs some work until a fifth of a second is over, and prints the least time of a run.
/// \param work  returns `Found`
template <class Work>
void report(const Work& work) {
    double least = 1e9;
    Found found;
    for (double spent = 0.0; spent < 0.2;) {
        const auto start = processor_time();
        found = work();
        const auto time = processor_time() - start;
        least = std::min(least, time);
        spent += std::max(time, 1e-4);
    }
    std::printf("{\"seconds\": %.9f, \"megabytes\": %.1f, \"found\": {", least, peak_megabytes());
    for (std::size_t i = 0; i < found.size(); ++i) {
        std::printf("%s\"%s\": %.12g", i > 0 ? ", " : "", found[i].first, found[i].second);
    }
    std::printf("}}\n");
}

}  // namespace remit::benchmark
