#include "loaded_library.hpp"

#include <remit/model/error.hpp>

#include <dlfcn.h>

namespace remit::tables {

LoadedLibrary::LoadedLibrary(const std::string& name, const std::string& package)
    : name_(name), handle_(::dlopen(name.c_str(), RTLD_NOW | RTLD_LOCAL)) {
    if (handle_ == nullptr) {
        throw Error("cannot load " + name +
                    ", which writes this format; install what Debian calls " + package);
    }
}

void* LoadedLibrary::find(const char* function) const {
    void* found = ::dlsym(handle_, function);
    if (found == nullptr) throw Error(name_ + " has no function " + function);
    return found;
}

}  // namespace remit::tables
