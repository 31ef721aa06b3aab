#include "cli.hpp"
#include "tables.hpp"

#include <remit/diagram/picture.hpp>
#include <remit/model/error.hpp>
#include <remit/report/write_file.hpp>
#include <remit/version.hpp>

namespace remit::python {
namespace {

/// Which exception of Python stands for one of C++.
void translate(std::exception_ptr thrown) {  // NOLINT: as pybind11 calls it
    const auto raise = [](const char* type, const char* message) {
        const auto error = py::module_::import("remit").attr(type);
        PyErr_SetObject(error.ptr(), error(text(message)).ptr());
    };
    try {
        if (thrown) std::rethrow_exception(thrown);
    } catch (const cli::UsageError& error) {
        PyErr_SetObject(PyExc_ValueError, text(error.what()).ptr());
    } catch (const PictureRefusal& error) {
        raise("PictureRefusal", error.what());
    } catch (const Error& error) {
        raise("Error", error.what());
    }
}

}  // namespace

PYBIND11_MODULE(_remit, module) {
    module.doc() = "What `import remit` is made of.";
    module.def("write_file", &write_file, py::arg("name"), py::arg("bytes"));
    module.attr("__version__") = REMIT_VERSION;
    py::register_local_exception_translator(translate);
    ProgrammeClass programme(module, "Programme",
                             "A programme of measures; made by remit.load or remit.programme.");
    add_programme(module, programme);
    add_records(programme);
    add_tables(programme);
    add_searches(programme);
    add_metrics(module);
    add_drafts(module);
    add_pictures(module, programme);
}

}  // namespace remit::python
