#include <remit/model/language.hpp>

#include <remit/model/terms.hpp>

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace remit {
namespace {

struct Facts {
    std::string tag;
    std::string script;
    std::string base;  // language and script: what its forms share
    bool right_to_left = false;
    bool sets_ideographs = false;
    std::vector<Language> chain = {};
    Terms terms = {};
};

/// All languages that the program has met. Facts stay where they are once they are there, so that
/// reading them takes no lock.
class Known {
 public:
    Known() {
        for (const auto* const tag : {"zh-Hans", "zh-Hant", "en"}) (void)find_or_add(tag);
    }

    [[nodiscard]] const Facts& operator[](std::uint16_t index) const {
        return *facts_[index].load(std::memory_order_acquire);
    }

    [[nodiscard]] std::optional<std::uint16_t> find(std::string_view tag) {
        const std::scoped_lock guard(lock_);
        return find_plain(tag);
    }

    /// \pre the tag is canonical
    [[nodiscard]] std::optional<std::uint16_t> find_or_add(const std::string& tag);

    [[nodiscard]] std::optional<std::uint16_t> find_or_add(std::uint16_t plain, const Terms& terms);

 private:
    [[nodiscard]] std::optional<std::uint16_t> add(std::unique_ptr<Facts> facts) {
        if (size_ == language_limit) return std::nullopt;
        owned_.push_back(std::move(facts));
        facts_[size_].store(owned_.back().get(), std::memory_order_release);
        return size_++;
    }

    template <class Test>
    [[nodiscard]] std::optional<std::uint16_t> find_if(Test test) const {
        for (std::uint16_t i = 0; i < size_; ++i) {
            if (test(*owned_[i])) return i;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::uint16_t> find_plain(std::string_view tag) const {
        return find_if([&](const Facts& each) { return each.tag == tag && each.terms.empty(); });
    }

    std::mutex lock_;
    std::uint16_t size_ = 0;
    std::vector<std::unique_ptr<Facts>> owned_;
    std::array<std::atomic<const Facts*>, language_limit> facts_{};
};

Known& known() {
    static Known all;
    return all;
}

Facts facts_of(const std::string& tag) {
    UErrorCode code = U_ZERO_ERROR;
    auto likely = icu::Locale::forLanguageTag(tag, code);
    Facts facts{tag, likely.getScript(), likely.getLanguage()};
    facts.right_to_left = likely.isRightToLeft() != 0;
    likely.addLikelySubtags(code);
    if (facts.script.empty()) facts.script = likely.getScript();
    if (facts.script.empty()) facts.script = "Latn";
    facts.base += '-' + facts.script;
    for (const auto* const each : {"Hans", "Hant", "Jpan", "Hani", "Bopo"}) {
        if (facts.script == each) facts.sets_ideographs = true;
    }
    return facts;
}

std::optional<std::uint16_t> Known::find_or_add(const std::string& tag) {
    const std::scoped_lock guard(lock_);
    if (const auto found = find_plain(tag)) return found;
    return add(std::make_unique<Facts>(facts_of(tag)));
}

std::optional<std::uint16_t> Known::find_or_add(std::uint16_t plain, const Terms& terms) {
    auto facts = std::make_unique<Facts>((*this)[plain]);
    facts->terms = terms;
    const std::scoped_lock guard(lock_);
    const auto same = [&](const Facts& each) {
        return each.tag == facts->tag && each.terms == terms;
    };
    if (const auto found = find_if(same)) return found;
    return add(std::move(facts));
}

bool is_one_of(const char* const* all, const char* wanted) {
    for (; *all != nullptr; ++all) {
        if (std::string_view(*all) == wanted) return true;
    }
    return false;
}

/// Whether its subtags are there, as far as ICU can tell: it does not know every language of three
/// letters.
bool has_known_subtags(const icu::Locale& locale) {
    const std::string_view language = locale.getLanguage();
    const std::string_view region = locale.getCountry();
    if (language.size() < 2 || language.size() > 3) return false;
    if (language.size() == 2 && !is_one_of(uloc_getISOLanguages(), locale.getLanguage())) {
        return false;
    }
    const bool letters = region.size() == 2;
    if (letters && !is_one_of(uloc_getISOCountries(), locale.getCountry())) return false;
    return *locale.getScript() == '\0' ||
           u_getPropertyValueEnum(UCHAR_SCRIPT, locale.getScript()) != UCHAR_INVALID_CODE;
}

/// The tag as ICU writes it, Chinese by its script; empty for what is no tag.
std::string canonical(std::string_view tag) {
    constexpr std::size_t longest = 100;
    if (tag.empty() || tag.size() > longest) return {};
    UErrorCode code = U_ZERO_ERROR;
    std::array<char, 2 * longest> name{};
    std::int32_t parsed = 0;
    uloc_forLanguageTag(std::string(tag).c_str(), name.data(),
                        static_cast<std::int32_t>(name.size()), &parsed, &code);
    if (U_FAILURE(code) || static_cast<std::size_t>(parsed) != tag.size()) return {};
    const icu::Locale locale(name.data());
    if (!has_known_subtags(locale)) return {};
    if (locale.getLanguage() == std::string_view("zh") && *locale.getScript() == '\0') {
        auto likely = locale;
        likely.addLikelySubtags(code);
        return "zh-" + std::string(likely.getScript());
    }
    return locale.toLanguageTag<std::string>(code);
}

/// The chain is made when it is first asked for, as its languages may not be known before.
std::vector<Language> chain_of(Language language) {
    std::vector<Language> chain{language};
    const auto add = [&](std::optional<Language> next) {
        if (next && std::find(chain.begin(), chain.end(), *next) == chain.end()) {
            chain.push_back(*next);
        }
    };
    auto tag = language.tag();
    while (tag.rfind('-') != tag.npos) {
        tag = tag.substr(0, tag.rfind('-'));
        add(Language::of(tag));
    }
    if (tag == "zh") add(Language::zh_hans);
    if (tag == "zh") add(Language::zh_hant);
    add(Language::en);
    return chain;
}

}  // namespace

std::optional<Language> Language::of(std::string_view tag) {
    // Most tags are written as they are known: that is found out sooner than what else they may be.
    if (const auto index = known().find(tag)) return Language(*index);
    const auto name = canonical(tag);
    if (name.empty()) return std::nullopt;
    const auto index = known().find_or_add(name);
    return index ? std::optional(Language(*index)) : std::nullopt;
}

std::string_view Language::tag() const {
    return known()[index_].tag;
}

std::string_view Language::script() const {
    return known()[index_].script;
}

bool Language::right_to_left() const {
    return known()[index_].right_to_left;
}

bool Language::sets_ideographs() const {
    return known()[index_].sets_ideographs;
}

std::span<const Language> Language::chain() const {
    static std::array<std::atomic<const std::vector<Language>*>, language_limit> chains{};
    auto& mine = chains[plain_];
    if (const auto* const chain = mine.load(std::memory_order_acquire)) return *chain;
    auto made = std::make_unique<const std::vector<Language>>(chain_of(plain()));
    const std::vector<Language>* before = nullptr;
    if (mine.compare_exchange_strong(before, made.get())) return *made.release();
    return *before;
}

bool Language::is_form_of(Language other) const {
    return known()[index_].base == known()[other.index_].base;
}

Language Language::with(const Terms& terms) const {
    if (terms.empty()) return plain();
    const auto index = known().find_or_add(plain_, terms);
    return index ? Language(*index, plain_) : plain();
}

const Terms* Language::terms() const {
    return index_ == plain_ ? nullptr : &known()[index_].terms;
}

bool comes_before(Language a, Language b) {
    if (a.plain() == b.plain()) return false;
    if (a.plain() <= Language::en || b.plain() <= Language::en) return a.plain() < b.plain();
    return a.tag() < b.tag();
}

}  // namespace remit
