#include <remit/model/localized_text.hpp>

#include <algorithm>
#include <cstring>
#include <string>

namespace remit {

LocalizedText::LocalizedText(std::initializer_list<std::pair<Language, std::string_view>> texts) {
    for (const auto& [language, text] : texts) set(language, text);
}

LocalizedText& LocalizedText::operator=(const LocalizedText& other) {
    if (this != &other) keep(other.language(), other.bytes());
    return *this;
}

LocalizedText LocalizedText::same(std::string_view text) {
    LocalizedText result;
    result.keep(every, text);
    return result;
}

LocalizedText::Head LocalizedText::head() const {
    Head head;
    if (block_) std::memcpy(&head, block_.get(), sizeof head);
    return head;
}

std::string_view LocalizedText::bytes() const {
    return block_ ? std::string_view(block_.get() + sizeof(Head), head().size) : std::string_view();
}

void LocalizedText::keep(std::uint16_t language, std::string_view bytes) {
    if (bytes.empty()) {
        block_.reset();
        return;
    }
    const Head head{static_cast<std::uint32_t>(bytes.size()), language};
    std::unique_ptr<char[]> block(new char[sizeof head + bytes.size()]);
    std::memcpy(block.get(), &head, sizeof head);
    std::memcpy(block.get() + sizeof head, bytes.data(), bytes.size());
    block_ = std::move(block);
}

/// Calls visit(entry) until it returns false.
template <class Visit>
void LocalizedText::for_each(Visit visit) const {
    const auto all = bytes();
    if (language() != several) {
        if (!all.empty()) visit(Entry{language(), all});
        return;
    }
    for (std::size_t at = 0; at < all.size();) {
        Entry entry;
        std::uint32_t size = 0;
        std::memcpy(&entry.language, &all[at], sizeof entry.language);
        std::memcpy(&size, &all[at + sizeof entry.language], sizeof size);
        at += sizeof entry.language + sizeof size;
        entry.text = all.substr(at, size);
        at += size;
        if (!visit(entry)) return;
    }
}

std::string_view LocalizedText::exact(Language language) const {
    std::string_view result;
    for_each([&](const Entry& entry) {
        const bool own = entry.language == language.plain_;
        if (own || entry.language == every) result = entry.text;
        return !own;
    });
    return result;
}

std::optional<LocalizedText::Entry> LocalizedText::find(Language language) const {
    std::optional<Entry> first;
    std::optional<Entry> form;
    for_each([&](const Entry& entry) {
        if (!first || entry.language == every) first = entry;
        const bool own = entry.language == language.plain_;
        const bool near =
            !form && entry.language != every && Language(entry.language).is_form_of(language);
        if (own || near) form = entry;
        return !own;
    });
    if (form || !first || first->language == every) return form ? form : first;
    for (const auto next : language.chain()) {
        std::optional<Entry> found;
        for_each([&](const Entry& entry) {
            if (entry.language == next.plain_) found = entry;
            return !found;
        });
        if (found) return found;
    }
    return first;
}

std::string_view LocalizedText::in(Language language) const {
    if (this->language() != several) return bytes();
    return find(language)->text;
}

std::vector<std::string_view> LocalizedText::all() const {
    std::vector<std::string_view> result;
    for_each([&](const Entry& entry) {
        result.push_back(entry.text);
        return true;
    });
    return result;
}

std::string_view LocalizedText::for_every_language() const {
    std::string_view result;
    for_each([&](const Entry& entry) {
        if (entry.language == every) result = entry.text;
        return true;
    });
    return result;
}

std::vector<std::pair<Language, std::string_view>> LocalizedText::texts() const {
    std::vector<std::pair<Language, std::string_view>> result;
    for_each([&](const Entry& entry) {
        if (entry.language != every) result.emplace_back(Language(entry.language), entry.text);
        return true;
    });
    return result;
}

std::optional<Language> LocalizedText::language_in(Language language) const {
    const auto entry = find(language);
    if (!entry || entry->language == every) return std::nullopt;
    return Language(entry->language);
}

void LocalizedText::set(Language language, std::string_view text) {
    std::vector<std::pair<std::uint16_t, std::string>> entries;
    for_each([&](const Entry& entry) {
        if (entry.language != language.plain_) entries.emplace_back(entry.language, entry.text);
        return true;
    });
    const auto after = std::find_if(entries.begin(), entries.end(), [&](const auto& entry) {
        return entry.first == every || comes_before(language, Language(entry.first));
    });
    if (!text.empty()) entries.emplace(after, language.plain_, text);
    if (entries.size() < 2) {
        entries.empty() ? block_.reset() : keep(entries.front().first, entries.front().second);
        return;
    }
    std::string bytes;
    for (const auto& [of, its_text] : entries) {
        const auto size = static_cast<std::uint32_t>(its_text.size());
        bytes.append(reinterpret_cast<const char*>(&of), sizeof of);
        bytes.append(reinterpret_cast<const char*>(&size), sizeof size);
        bytes += its_text;
    }
    keep(several, bytes);
}

}  // namespace remit
