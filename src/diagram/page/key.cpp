#include "key.hpp"

namespace remit::drawing {

BlockPtr key_block(const Theme& theme, const Names& names,
                   std::span<const DepartmentIndex> departments, const std::string& id) {
    return key_block(theme, names.key(departments, theme.languages.first), id);
}

BlockPtr key_block(const Theme& theme, const std::string& key, const std::string& id) {
    if (key.empty()) return nullptr;
    // Abbreviations are alike in all languages: the first one's key is enough.
    Theme one = theme;
    one.languages.second.reset();
    TextOptions options;
    options.least = 20.0 * theme.size;
    options.filling = Filling::full;
    options.widest = 0.35 * theme.width;
    options.mark = {id, "key"};
    return text(one, key, theme.small(), options);
}

}  // namespace remit::drawing
