#include "facts.hpp"

#include <remit/input/load.hpp>
#include <remit/model/error.hpp>

#include <algorithm>

namespace remit::test {
namespace {

namespace fs = std::filesystem;

Lines texts(const YAML::Node& node) {
    Lines all;
    for (const auto& each : node) all.push_back(each.as<std::string>());
    return all;
}

using Facts = std::multiset<std::string>;

std::size_t common(const Facts& a, const Facts& b) {
    Facts both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::inserter(both, both.end()));
    return both.size();
}

/// Facts of a measure by kind, each with the measure's title.
void sort_facts(const Lines& lines, std::map<std::string, Facts>& by_kind) {
    const auto title = *std::find_if(lines.begin(), lines.end(),
                                     [](const auto& line) { return line.starts_with("title "); });
    for (const auto& line : lines) {
        const auto space = line.find(' ');
        const auto key = line.substr(0, space);
        const auto rest = space == line.npos ? std::string() : line.substr(space);
        if (key == "title") by_kind["titles"].insert(line);
        if (key == "lead" || key == "with" || key == "departments") {
            by_kind["departments"].insert(title + rest);
            by_kind["roles"].insert(title + ' ' + line);
        }
        if (key == "collective") by_kind["departments"].insert(title + rest);
        if (key == "scope") by_kind["scope"].insert(title + rest);
        if (key == "due") by_kind["due"].insert(title + rest);
        if (key == "category") by_kind["categories"].insert(title + rest);
    }
}

bool says(const YAML::Node& facts, const std::string& name) {
    for (const auto& measure : facts["measures"]) {
        for (const std::string key : {"lead", "with", "departments", "collective"}) {
            const auto all = texts(measure[key]);
            if (std::find(all.begin(), all.end(), name) != all.end()) return true;
        }
    }
    return false;
}

bool has_measure(const YAML::Node& facts, const std::string& title, bool unassigned) {
    for (const auto& measure : facts["measures"]) {
        if (measure["title"].as<std::string>() != title) continue;
        std::size_t named = 0;
        for (const std::string key : {"lead", "with", "departments", "collective"}) {
            named += texts(measure[key]).size();
        }
        return !unassigned || named == 0;
    }
    return false;
}

/// Whether a reading was right; none where nothing was read.
std::optional<bool> was_right(const Doubt& doubt, const YAML::Node& facts, const Scores& all) {
    const auto perfect = [&](const std::string& kind) {
        const auto& score = all.at(kind);
        return score.right == score.expected && score.right == score.read;
    };
    const auto notice = facts["notice"];
    switch (doubt.kind) {
        case DoubtKind::unknown_body:
            return says(facts, doubt.read);
        case DoubtKind::title_of_line:
        case DoubtKind::title_of_file:
            if (!notice || !notice["title"]) return std::nullopt;
            return notice["title"].as<std::string>() == doubt.read;
        case DoubtKind::nobody:
            return has_measure(facts, doubt.read, true);
        case DoubtKind::named_twice:
            return perfect("departments");
        case DoubtKind::likely_head:
            return perfect("titles") && perfect("roles") && perfect("scope") && perfect("due");
        case DoubtKind::responsible_leads:
            return perfect("roles");
        case DoubtKind::not_numbered:
        case DoubtKind::only_in_body:
            return !has_measure(facts, doubt.read, false);
        case DoubtKind::category_of_body:
            for (const auto& each : facts["categories"]) {
                if (each["name"].as<std::string>() == doubt.read) return true;
            }
            return false;
        default:
            return std::nullopt;
    }
}

}  // namespace

std::vector<fs::path> fixtures() {
    return documents(fs::path(REMIT_SOURCE_DIR) / "tests/import/fixtures");
}

std::vector<fs::path> harder() {
    return documents(fs::path(REMIT_SOURCE_DIR) / "tests/import/harder");
}

std::vector<fs::path> documents(const fs::path& folder) {
    std::vector<fs::path> all;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.find(".facts.") == name.npos && entry.path().extension() != ".md")
            all.push_back(entry.path());
    }
    std::sort(all.begin(), all.end());
    return all;
}

YAML::Node facts_beside(const fs::path& document) {
    auto path = document;
    return YAML::LoadFile(path.replace_extension(".facts.yaml").string());
}

Imported imported(const fs::path& document, const ImportOptions& options) {
    return import_document(read_bytes(document.string()), document.string(), options);
}

std::string one(const LocalizedText& text) {
    const auto all = text.all();
    return all.empty() ? std::string() : std::string(all.front());
}

Lines read_facts(const DraftFile& file, const DraftMeasure& measure) {
    std::map<std::string, std::string> names;
    for (const auto& body : file.bodies) names[body.id.value] = one(body.name);
    for (const auto& place : file.places) names["place " + place.id.value] = one(place.name);
    Lines lines;
    lines.push_back("number " +
                    (measure.number ? std::to_string(measure.number->value) : measure.code.value));
    lines.push_back("title " + one(measure.title));
    for (const auto& category : file.categories) {
        if (category.id.value == measure.category.value) {
            lines.push_back("category " + one(category.name));
        }
    }
    for (const auto& each : measure.departments) {
        const auto* role = each.role == Role::lead   ? "lead "
                           : each.role == Role::with ? "with "
                                                     : "departments ";
        lines.push_back(role + names.at(each.department.value));
    }
    for (const auto& each : measure.collective) lines.push_back("collective " + one(each.value));
    if (measure.open) lines.emplace_back("open");
    for (const auto& each : measure.scope.regions) {
        lines.push_back("scope " + names.at("place " + each.value));
    }
    for (const auto& each : measure.scope.unnamed) {
        if (one(each) != "not said") lines.push_back("scope " + one(each));
    }
    for (const auto& each : measure.values) {
        lines.push_back(each.field.value + ' ' + each.text.value);
    }
    return lines;
}

Lines expected_facts(const YAML::Node& measure, std::size_t number) {
    Lines lines;
    const auto said = measure["number"] ? measure["number"] : measure["code"];
    lines.push_back("number " + (said ? said.as<std::string>() : std::to_string(number)));
    lines.push_back("title " + measure["title"].as<std::string>());
    if (measure["category"]) lines.push_back("category " + measure["category"].as<std::string>());
    for (const std::string key : {"lead", "with", "departments", "collective"}) {
        for (const auto& each : texts(measure[key])) lines.push_back(key + ' ' + each);
    }
    if (measure["open"] && measure["open"].as<bool>()) lines.emplace_back("open");
    for (const auto& each : texts(measure["scope"])) lines.push_back("scope " + each);
    if (measure["due"]) lines.push_back("due " + measure["due"].as<std::string>());
    return lines;
}

double Score::precision() const {
    return read == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(read);
}

double Score::recall() const {
    return expected == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(expected);
}

void Score::add(const Score& other) {
    expected += other.expected;
    read += other.read;
    right += other.right;
}

namespace {

/// What is read of a document when no name is known, so that each is in doubt.
Imported read_unknown(const fs::path& document) {
    static const Registry nothing;
    ImportOptions options;
    options.registry = &nothing;
    try {
        return imported(document, options);
    } catch (const Error&) {  // nothing is read
        return {};
    }
}

Scores scores_of(const Imported& made, const YAML::Node& facts) {
    std::map<std::string, Facts> expected;
    std::map<std::string, Facts> read;
    std::size_t number = 0;
    for (const auto& each : facts["measures"]) {
        sort_facts(expected_facts(each, ++number), expected);
    }
    for (const auto& each : made.file.measures) sort_facts(read_facts(made.file, each), read);
    Scores all;
    for (const auto* kind : {"titles", "departments", "roles", "scope", "due", "categories"}) {
        all[kind] = {expected[kind].size(), read[kind].size(), common(expected[kind], read[kind])};
    }
    return all;
}

}  // namespace

Scores scores(const fs::path& document) {
    return scores_of(read_unknown(document), facts_beside(document));
}

std::map<DoubtKind, Confidence> measured_confidence() {
    std::map<DoubtKind, Confidence> all;
    auto all_documents = fixtures();
    for (const auto& each : harder()) all_documents.push_back(each);
    for (const auto& document : all_documents) {
        const auto facts = facts_beside(document);
        const auto made = read_unknown(document);
        const auto score = scores_of(made, facts);
        for (const auto& doubt : made.doubts) {
            const auto right = was_right(doubt, facts, score);
            if (!right) continue;
            auto& confidence = all[doubt.kind];
            ++confidence.of;
            confidence.right += *right ? 1U : 0U;
        }
    }
    return all;
}

}  // namespace remit::test
