#include "draft_record.hpp"

#include <remit/model/unicode.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace remit::python {
namespace {

/// An int or, as NumPy has them, something that stands for one; True is none.
bool is_whole(py::handle value) {
    return PyIndex_Check(value.ptr()) != 0 && !py::isinstance<py::bool_>(value);
}

/// As pandas has what is not there: NaN, NaT or NA.
bool is_missing(py::handle value) {
    if (PyFloat_Check(value.ptr())) return std::isnan(PyFloat_AS_DOUBLE(value.ptr()));
    const auto type = type_of(value);
    return value.is_none() || type == "NaTType" || type == "NAType";
}

/// A column of whole numbers has floats in pandas where one of them is missing.
py::object as_whole(const py::object& value) {
    if (!PyFloat_Check(value.ptr())) return value;
    const double number = PyFloat_AS_DOUBLE(value.ptr());
    if (number != std::floor(number) || std::isinf(number)) return value;
    return py::reinterpret_steal<py::object>(PyLong_FromDouble(number));
}

}  // namespace

DraftRecord::DraftRecord(const py::handle& item, std::string owner, Place where,
                         Diagnostics& diagnostics)
    : owner_(std::move(owner)), where_(where), diagnostics_(diagnostics) {
    if (!py::isinstance<py::dict>(item)) wrong_type(owner_, "a dict", item);
    dict_ = py::reinterpret_borrow<py::dict>(item);
    line_ = std::string(text_of(py::repr(item)));
    diagnostics_.files[where.file].text += line_ + '\n';
}

py::object DraftRecord::find(const char* key) {
    known_.emplace_back(key);
    if (!dict_.contains(key)) return py::none();
    py::object value = dict_[key];
    return is_missing(value) ? py::none() : value;
}

PlacedText DraftRecord::placed_text(const char* key) {
    const auto value = find(key);
    return value.is_none() ? PlacedText{} : PlacedText{text_at(value, key), place(value, key)};
}

PlacedText DraftRecord::id() {
    auto result = placed_text("id");
    if (result.value.empty()) result.where = where_;
    return result;
}

PlacedText DraftRecord::word(const char* key) {
    const auto value = as_whole(find(key));
    if (value.is_none()) return {};
    return {is_whole(value) ? std::string(py::str(value)) : text_at(value, key), place(value, key)};
}

LocalizedText DraftRecord::localized(const char* key) {
    const auto value = find(key);
    return value.is_none() ? LocalizedText{} : localized(value, key);
}

std::optional<Language> DraftRecord::first_language(const char* key) {
    const auto value = find(key);
    if (!py::isinstance<py::dict>(value) || py::len(value) == 0) return std::nullopt;
    const auto tags = py::reinterpret_borrow<py::dict>(value);
    return Language::of(text_at(tags.begin()->first, key));
}

std::vector<PlacedText> DraftRecord::texts(const char* key) {
    std::vector<PlacedText> result;
    for (const auto& each : items(key)) {
        result.push_back({text_at(each, key), place(each, key)});
    }
    return result;
}

std::vector<Placed<LocalizedText>> DraftRecord::localized_texts(const char* key) {
    std::vector<Placed<LocalizedText>> result;
    for (const auto& each : items(key)) {
        result.push_back({localized(each, key), place(each, key)});
    }
    return result;
}

DraftScope DraftRecord::scope() {
    DraftScope result;
    for (const auto& each : items("scope")) {
        if (!py::isinstance<py::dict>(each)) {
            result.regions.push_back({text_at(each, "scope"), place(each, "scope")});
            continue;
        }
        DraftRecord unnamed(each, at("scope"), place(each, "scope"), line_, diagnostics_);
        result.unnamed.push_back(unnamed.localized("unnamed"));
        unnamed.finish();
    }
    return result;
}

std::optional<Placed<std::uint32_t>> DraftRecord::number(const char* key) {
    const auto value = as_whole(find(key));
    if (value.is_none()) return std::nullopt;
    if (!is_whole(value)) wrong_type(at(key), "a whole number", value);
    int overflow = 0;
    const auto whole = PyLong_AsLongLongAndOverflow(value.ptr(), &overflow);
    if (overflow != 0 || whole < 0 || whole > std::numeric_limits<std::uint32_t>::max()) {
        throw py::value_error(at(key) + " must be from 0 to 4294967295");
    }
    return Placed<std::uint32_t>{static_cast<std::uint32_t>(whole), place(value, key)};
}

bool DraftRecord::flag(const char* key, bool otherwise) {
    const auto value = find(key);
    if (value.is_none()) return otherwise;
    if (!py::isinstance<py::bool_>(value)) wrong_type(at(key), "True or False", value);
    return value.cast<bool>();
}

std::optional<Placed<Date>> DraftRecord::date(const char* key) {
    const auto value = find(key);
    if (value.is_none()) return std::nullopt;
    return Placed<Date>{parsed_date(at(key), value), place(value, key)};
}

std::vector<py::object> DraftRecord::items(const char* key) {
    const auto value = find(key);
    if (value.is_none()) return {};
    if (!py::isinstance<py::list>(value) && !py::isinstance<py::tuple>(value)) return {value};
    return value.cast<std::vector<py::object>>();
}

std::vector<DraftRecord> DraftRecord::records(const char* key) {
    std::vector<DraftRecord> result;
    for (const auto& each : items(key)) {
        result.push_back(DraftRecord(each, at(key), place(each, key), line_, diagnostics_));
    }
    return result;
}

std::vector<DraftValue> DraftRecord::values(const char* key) {
    std::vector<DraftValue> result;
    const auto value = find(key);
    if (value.is_none()) return result;
    if (!py::isinstance<py::dict>(value)) wrong_type(at(key), "a dict", value);
    for (const auto& [name, each] : py::reinterpret_borrow<py::dict>(value)) {
        if (is_missing(each)) continue;
        const auto content = py::reinterpret_borrow<py::object>(each);
        DraftValue one;
        one.field = {text_at(name, key), place(name, key)};
        one.text.where = place(each, key);
        if (py::isinstance<py::dict>(each)) {
            one.texts = localized(content, key);
        } else {
            const bool written = !py::isinstance<py::str>(each);
            one.text.value = written ? std::string(py::str(each)) : text_at(each, key);
        }
        result.push_back(std::move(one));
    }
    return result;
}

void DraftRecord::finish() const {
    for (const auto& [key, value] : dict_) {
        const std::string name = py::str(key);
        if (std::find(known_.begin(), known_.end(), name) == known_.end()) {
            refuse_word(owner_, name, known_);
        }
    }
}

DraftRecord::DraftRecord(const py::handle& item, std::string owner, Place where, std::string line,
                         Diagnostics& diagnostics)
    : owner_(std::move(owner)), where_(where), line_(std::move(line)), diagnostics_(diagnostics) {
    if (!py::isinstance<py::dict>(item)) wrong_type(owner_, "a dict", item);
    dict_ = py::reinterpret_borrow<py::dict>(item);
}

std::string DraftRecord::text_of(const py::str& value) {
    return value.attr("encode")("utf-8", "replace").cast<std::string>();
}

std::string DraftRecord::at(const char* key) const {
    return owner_ + "['" + std::string(key) + "']";
}

void DraftRecord::wrong_type(const std::string& what, const char* wanted, py::handle value) {
    throw py::type_error(what + " must be " + wanted + ", not " + type_of(value));
}

Place DraftRecord::place(py::handle value, const char* key) const {
    const auto spelled_key = "'" + std::string(key) + "': ";
    const auto begin = line_.find(spelled_key);
    const auto found = line_.find(text_of(py::repr(value)),
                                  begin == std::string::npos ? 0 : begin + spelled_key.size());
    auto result = where_;
    if (found != std::string::npos) result.column = static_cast<std::uint32_t>(found + 1);
    return result;
}

std::string DraftRecord::text_at(py::handle value, const char* key) {
    auto result = string_of(at(key), value);
    for (auto& c : result) {
        if (c == '\n' || c == '\r' || c == '\t') c = ' ';
        if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) continue;
        throw py::value_error(at(key) + " has a control character");
    }
    const auto end = result.find_last_not_of(' ') + 1;
    result = result.substr(0, end).substr(std::min(result.find_first_not_of(' '), end));
    const auto characters = code_points(result);
    if (std::any_of(characters.begin(), characters.end(), turns_direction)) {
        diagnostics_.warning(place(value, key), "check.bidirectional-control");
    }
    return result;
}

LocalizedText DraftRecord::localized(const py::object& value, const char* key) {
    if (!py::isinstance<py::dict>(value)) return LocalizedText::same(text_at(value, key));
    LocalizedText result;
    for (const auto& [tag, words] : py::reinterpret_borrow<py::dict>(value)) {
        const auto language = Language::of(text_at(tag, key));
        if (!language) {
            throw py::value_error(at(key) + ": " + in_quotes(std::string(py::str(tag))) +
                                  " is no tag of a language, such as 'en' or 'zh-Hans'");
        }
        result.set(*language, text_at(words, key));
    }
    return result;
}

}  // namespace remit::python
