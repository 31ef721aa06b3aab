/// \file
/// Which few values does something have that mostly has none?
#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace remit {

/// A vector that takes one pointer while it is empty.
template <class Value>
class Few {
 public:
    using value_type = Value;

    Few() = default;
    Few(std::vector<Value> values)  // NOLINT: one is as good as the other
        : values_(values.empty() ? nullptr
                                 : std::make_unique<std::vector<Value>>(std::move(values))) {}
    Few(std::initializer_list<Value> values) : Few(std::vector<Value>(values)) {}
    Few(const Few& other) : Few(other.values_ ? *other.values_ : std::vector<Value>()) {}
    Few(Few&& other) noexcept = default;
    Few& operator=(const Few& other) { return *this = Few(other); }
    Few& operator=(Few&& other) noexcept = default;
    ~Few() = default;

    [[nodiscard]] bool empty() const { return values_ == nullptr || values_->empty(); }
    [[nodiscard]] std::size_t size() const { return values_ ? values_->size() : 0; }
    [[nodiscard]] Value* begin() { return values_ ? values_->data() : nullptr; }
    [[nodiscard]] Value* end() { return begin() + size(); }
    [[nodiscard]] const Value* begin() const { return values_ ? values_->data() : nullptr; }
    [[nodiscard]] const Value* end() const { return begin() + size(); }
    [[nodiscard]] const Value& operator[](std::size_t i) const { return (*values_)[i]; }
    [[nodiscard]] const Value& front() const { return values_->front(); }
    [[nodiscard]] const Value& back() const { return values_->back(); }

    void push_back(Value value) {
        if (!values_) values_ = std::make_unique<std::vector<Value>>();
        values_->push_back(std::move(value));
    }

    friend bool operator==(const Few& a, const Few& b) {
        return a.empty() ? b.empty() : !b.empty() && *a.values_ == *b.values_;
    }

 private:
    std::unique_ptr<std::vector<Value>> values_;
};

}  // namespace remit
