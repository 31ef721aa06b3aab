/// \file
/// How is a library used that few results need, so that no program waits for it to load?
#pragma once

#include <string>

namespace remit::tables {

/// A shared library, loaded when it is made and never unloaded.
class LoadedLibrary {
 public:
    /// \param package  what Debian calls it
    /// \throws Error, with what to install, if it is not there
    LoadedLibrary(const std::string& name, const std::string& package);

    /// A function by its declaration: `get<decltype(puts)>("puts")`. \throws Error if it has none
    template <class Function>
    [[nodiscard]] Function* get(const char* function) const {
        return reinterpret_cast<Function*>(find(function));
    }

 private:
    [[nodiscard]] void* find(const char* function) const;

    std::string name_;
    void* handle_;
};

}  // namespace remit::tables

/// A member that is a function of the library `file`, which is a member before it.
// NOLINTNEXTLINE(bugprone-macro-parentheses): a declaration
#define REMIT_FUNCTION(name) decltype(::name)* name = file.get<decltype(::name)>(#name)
