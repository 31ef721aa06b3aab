#include <remit/model/draft.hpp>

#include <utility>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace remit {
namespace {

/// Gives freed memory back that lies between what is still in use: while the measures of a large
/// programme are built, their drafts go.
void give_back() {
#ifdef __GLIBC__
    malloc_trim(0);
#endif
}

}  // namespace

namespace detail {
namespace {

/// The order in which a measure is packed. What has a place has it by the measure's own.
template <class Archive, class Head>
void archive_head(Archive& archive, Head& head) {
    archive(head.number);
    archive(head.code);
}

template <class Archive, class Measure>
void archive_rest(Archive& archive, Measure& measure) {
    archive(measure.continues);
    archive(measure.locator);
    archive(measure.title);
    archive(measure.annex_title);
    archive(measure.display);
    archive(measure.summary);
    archive(measure.category);
    archive(measure.departments);
    archive(measure.leads);
    archive(measure.roles);
    archive(measure.collective);
    archive(measure.nobody);
    archive(measure.open);
    archive(measure.scope.regions);
    archive(measure.scope.unnamed);
    archive(measure.values);
    archive(measure.weights);
}

template <class Archive, class Value>
void archive_parts(Archive& archive, Value& value) requires requires {
    value.bodies;
}
{
    archive(value.role);
    archive(value.bodies);
}

template <class Archive, class Value>
void archive_parts(Archive& archive, Value& value) requires requires {
    value.department;
}
{
    archive(value.department);
    archive(value.role);
}

template <class Archive, class Value>
void archive_parts(Archive& archive, Value& value) requires requires {
    value.amount;
}
{
    archive(value.body);
    archive(value.amount);
}

template <class Archive, class Value>
void archive_parts(Archive& archive, Value& value) requires requires {
    value.texts;
}
{
    archive(value.field);
    archive(value.text);
    archive(value.texts);
}

}  // namespace

/// Appends values to bytes: numbers as seven bits a byte, texts with their sizes.
class DraftPacker {
 public:
    explicit DraftPacker(std::string& bytes) : bytes_(bytes) {}

    void pack(const DraftMeasure& measure) {
        base_ = measure.where;
        (*this)(base_.file);
        (*this)(base_.line);
        (*this)(base_.column);
        (*this)(!measure.scope.empty());
        archive_head(*this, measure);
        archive_rest(*this, measure);
    }

    void operator()(std::uint32_t number) {
        for (; number >= 0x80; number >>= 7U) bytes_ += static_cast<char>(number | 0x80U);
        bytes_ += static_cast<char>(number);
    }
    void operator()(bool value) { bytes_ += value ? '\1' : '\0'; }
    void operator()(Role role) { bytes_ += static_cast<char>(role); }
    void operator()(std::string_view text) {
        (*this)(static_cast<std::uint32_t>(text.size()));
        bytes_ += text;
    }
    void operator()(const std::string& text) { (*this)(std::string_view(text)); }
    void operator()(const LocalizedText& text) {
        (*this)(text.bytes());
        if (!text.empty()) (*this)(std::uint32_t{text.language()});
    }
    /// Differences wrap around, so that they are small and never wrong.
    void operator()(const Place& place) {
        (*this)(place.file ^ base_.file);
        (*this)(place.line - base_.line);
        (*this)(place.column);
    }
    template <class Value>
    void operator()(const Placed<Value>& placed) {
        (*this)(placed.value);
        (*this)(placed.where);
    }
    template <class Value>
    void operator()(const std::optional<Value>& value) {
        (*this)(value.has_value());
        if (value) (*this)(*value);
    }
    template <class Value>
    void operator()(const std::vector<Value>& values) {
        (*this)(static_cast<std::uint32_t>(values.size()));
        for (const auto& value : values) (*this)(value);
    }
    template <class Value>
    void operator()(const Value& value) {
        archive_parts(*this, value);
    }

 private:
    std::string& bytes_;
    Place base_;
};

/// Reads what was packed.
class DraftUnpacker {
 public:
    explicit DraftUnpacker(std::string_view bytes) : bytes_(bytes) {}

    DraftMeasureHead head() {
        DraftMeasureHead head;
        (*this)(base_.file);
        (*this)(base_.line);
        (*this)(base_.column);
        head.where = base_;
        (*this)(head.scoped);
        archive_head(*this, head);
        return head;
    }

    DraftMeasure measure() {
        auto first = head();
        DraftMeasure measure;
        measure.where = first.where;
        measure.number = first.number;
        measure.code = std::move(first.code);
        archive_rest(*this, measure);
        return measure;
    }

    void operator()(std::uint32_t& number) {
        number = 0;
        for (unsigned shift = 0;; shift += 7) {
            const auto byte = static_cast<unsigned char>(next());
            number |= std::uint32_t{byte & 0x7FU} << shift;
            if (byte < 0x80) return;
        }
    }
    void operator()(bool& value) { value = next() != '\0'; }
    void operator()(Role& role) { role = static_cast<Role>(next()); }
    void operator()(std::string& text) { text = this->text(); }
    void operator()(LocalizedText& text) {
        const auto bytes = this->text();
        if (bytes.empty()) return;
        std::uint32_t language = 0;
        (*this)(language);
        text.keep(static_cast<std::uint16_t>(language), bytes);
    }
    void operator()(Place& place) {
        (*this)(place.file);
        (*this)(place.line);
        (*this)(place.column);
        place.file ^= base_.file;
        place.line += base_.line;
    }
    template <class Value>
    void operator()(Placed<Value>& placed) {
        (*this)(placed.value);
        (*this)(placed.where);
    }
    template <class Value>
    void operator()(std::optional<Value>& value) {
        bool any = false;
        (*this)(any);
        if (any) (*this)(value.emplace());
    }
    template <class Value>
    void operator()(std::vector<Value>& values) {
        std::uint32_t size = 0;
        (*this)(size);
        values.resize(size);
        for (auto& value : values) (*this)(value);
    }
    template <class Value>
    void operator()(Value& value) {
        archive_parts(*this, value);
    }

 private:
    char next() { return bytes_[at_++]; }

    std::string_view text() {
        std::uint32_t size = 0;
        (*this)(size);
        at_ += size;
        return bytes_.substr(at_ - size, size);
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    Place base_;
};

}  // namespace detail

DraftMeasures::DraftMeasures(std::initializer_list<DraftMeasure> measures) {
    for (const auto& each : measures) push_back(each);
}

void DraftMeasures::push_back(const DraftMeasure& measure) {
    places_.push_back(pack(measure));
}

void DraftMeasures::replace(std::size_t i, const DraftMeasure& measure) {
    release(std::exchange(places_[i], pack(measure)));
}

const DraftMeasure DraftMeasures::operator[](std::size_t i) const {  // NOLINT
    return detail::DraftUnpacker(bytes(i)).measure();
}

DraftMeasureHead DraftMeasures::head(std::size_t i) const {
    return detail::DraftUnpacker(bytes(i)).head();
}

DraftMeasure DraftMeasures::take(std::size_t i) {
    auto measure = detail::DraftUnpacker(bytes(i)).measure();
    release(places_[i]);
    return measure;
}

void DraftMeasures::reorder(std::span<const std::uint32_t> order) {
    std::vector<Packed> places;
    places.reserve(order.size());
    for (const auto i : order) places.push_back(places_[i]);
    places_ = std::move(places);
}

DraftMeasures::Packed DraftMeasures::pack(const DraftMeasure& measure) {
    constexpr std::size_t block_size = 65'536;
    constexpr std::size_t usual = 1024;  // more than most measures take
    if (blocks_.empty() || blocks_.back().bytes.size() + usual > block_size) {
        const bool first = blocks_.empty();
        blocks_.emplace_back();
        if (!first) blocks_.back().bytes.reserve(block_size);
    }
    auto& block = blocks_.back();
    const auto begin = static_cast<std::uint32_t>(block.bytes.size());
    detail::DraftPacker(block.bytes).pack(measure);
    ++block.left;
    return {static_cast<std::uint32_t>(blocks_.size() - 1), begin};
}

std::string_view DraftMeasures::bytes(std::size_t i) const {
    const auto& place = places_[i];
    return std::string_view(blocks_[place.block].bytes).substr(place.begin);
}

void DraftMeasures::release(Packed packed) {
    auto& block = blocks_[packed.block];
    if (--block.left > 0 || packed.block + 1 == blocks_.size()) return;
    std::string().swap(block.bytes);     // to assign an empty one would keep the room
    constexpr std::uint32_t many = 512;  // blocks: 32 MiB
    if (packed.block % many == many - 1) give_back();
}

}  // namespace remit
