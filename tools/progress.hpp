/// \file
/// Does a long command still work?
#pragma once

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace remit::cli {

/// Says on standard error that a command still works: after two seconds, then ever more rarely,
/// though twice a minute. Only on a terminal, and not where standard output is a pipe, whose reader
/// may be a pager that has the terminal.
class Progress {
 public:
    explicit Progress(std::string command);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

 private:
    void tell_until_ended();

    std::string command_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool ended_ = false;
    std::thread thread_;
};

}  // namespace remit::cli
