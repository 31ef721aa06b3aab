/// \file
/// What do the parts of the Python module share?
#pragma once

#include "words.hpp"

#include <remit/model/build_dataset.hpp>
#include <remit/model/dataset.hpp>
#include <remit/model/date.hpp>
#include <remit/model/diagnostic.hpp>
#include <remit/model/history.hpp>
#include <remit/model/language.hpp>
#include <remit/model/reorganization.hpp>
#include <remit/report/table.hpp>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace remit::python {

namespace py = pybind11;

/// A word or name that may be left out: None in Python.
using Maybe = std::optional<std::string>;

/// Names and what they are to have: a dict in Python.
using Settings = std::map<std::string, py::object>;

/// A programme as Python holds it. Immutable: what shows it otherwise makes another one.
struct Programme {
    Dataset before;                    ///< With the plans of its files left as they are.
    Dataset dataset;                   ///< After its plans; the same where there are none.
    std::optional<Language> language;  ///< That was asked for.
    std::shared_ptr<const Diagnostics> problems;
};

using cli::Words;

/// \throws a ValueError that says which words there are
[[noreturn]] void refuse_word(std::string_view parameter, std::string_view word,
                              const std::vector<std::string_view>& all);

/// What a word stands for; '_' is as good as '-'.
template <class Value>
Value chosen(std::string_view parameter, std::string word, const Words<Value>& words) {
    const auto given = word;
    std::replace(word.begin(), word.end(), '_', '-');
    if (const auto* value = cli::meaning(words, word)) return *value;
    std::vector<std::string_view> all;
    for (const auto& [each, value] : words) all.push_back(each);
    refuse_word(parameter, given, all);
}

/// What a function computes without Python objects, while other threads of Python go on.
template <class Compute>
auto freely(Compute compute) {
    const py::gil_scoped_release released;
    return compute();
}

/// The language of tables, pictures and names. \throws ValueError
[[nodiscard]] Language language_of(const Programme& programme, const Maybe& asked);
/// A language that there are words for, or else any tag. \throws ValueError
[[nodiscard]] Language parsed_language(const std::string& tag);

/// A str or a date of Python as YYYY-MM-DD or less. \throws TypeError, ValueError
[[nodiscard]] Date parsed_date(std::string_view parameter, const py::object& date);
/// The same, but a day. \throws TypeError, ValueError
[[nodiscard]] Date parsed_day(std::string_view parameter, const py::object& day);

/// Text that may not be UTF-8, such as a part of a file that was refused.
[[nodiscard]] py::str text(std::string_view bytes);
/// A table as `remit.Table`, a list of dicts.
[[nodiscard]] py::object to_python(const Table& table);
/// Problems as a list of dicts, as `remit check --format json` has them.
[[nodiscard]] py::list to_python(const Diagnostics& diagnostics);

/// The programme that was loaded, after its plans. \throws remit.Error with its problems
[[nodiscard]] Programme programme_of(LoadResult loaded, const Maybe& lang);

/// The programme after its plans. \throws remit::Error if they cannot be carried out in the bodies
/// of another day
[[nodiscard]] Reorganized carried_out(const Dataset& dataset);

/// The programmes side by side in the bodies of one day; of one programme, its notices by date.
///
/// \param bodies  without a day: 'first' or 'last', those of which batch
/// \throws ValueError if there is nothing to compare
[[nodiscard]] std::vector<Dataset> batches_of(const Programme& first,
                                              const std::vector<const Programme*>& others,
                                              const std::string& bodies, const py::object& day,
                                              const Settings& choose);

/// \throws ValueError if no measure says where it applies
void refuse_without_scope(const Dataset& dataset, std::string_view what);
/// \throws ValueError if there is no plan
void refuse_without_plan(const Dataset& dataset, std::string_view what);

/// What a Python object is called in messages: "int".
[[nodiscard]] std::string type_of(py::handle object);
/// \throws TypeError, or a UnicodeError for a str that is no text
[[nodiscard]] std::string string_of(std::string_view parameter, py::handle object);
/// \throws TypeError
[[nodiscard]] std::vector<const Programme*> programmes_of(const py::sequence& all);

using ProgrammeClass = py::class_<Programme>;

void add_programme(py::module_& module, ProgrammeClass& programme);
void add_records(ProgrammeClass& programme);
void add_tables(ProgrammeClass& programme);
void add_metrics(py::module_& module);
void add_drafts(py::module_& module);
void add_pictures(py::module_& module, ProgrammeClass& programme);

}  // namespace remit::python
