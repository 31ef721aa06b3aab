// Loading files that have many of one thing: a row for each builder, with the times of three sizes,
// each four times the one before, and the exponent of growth from the first to the last: 1 is
// linear.
#include <remit/input/load.hpp>

#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <string>

namespace {

using Text = std::string;

Text number(std::size_t i) {
    return std::to_string(i);
}

/// Lines of `line(0)` to `line(count - 1)`.
template <class Line>
Text lines(std::size_t count, Line line) {
    Text text;
    for (std::size_t i = 0; i < count; ++i) text += "  - " + line(i) + '\n';
    return text;
}

Text bodies(std::size_t count) {
    return "departments:\n" + lines(count, [](auto i) {
               return "{id: d" + number(i) + ", name: Body " + number(i) + "}";
           });
}

Text provinces(std::size_t count) {
    return "regions:\n" + lines(count, [](auto i) {
               return "{id: r" + number(i) + ", kind: province, name: Place " + number(i) + "}";
           });
}

constexpr const char* notice =
    "notice: {id: p, title: P, issued: 2026-01-15}\n"
    "departments: [{id: a, name: A}, {id: b, name: B}]\n"
    "regions: [{id: x, kind: nation, name: X}]\n";

Text measures(std::size_t count, const Text& rest) {
    return "measures:\n" + lines(count, [&](auto i) {
               return "{number: " + number(i + 1) + ", title: T, departments: [a, b], scope: x" +
                      rest + "}";
           });
}

/// Each body is replaced by the next.
Text chain_of_bodies(std::size_t count) {
    return bodies(count + 1) + "successions:\n" + lines(count, [](auto i) {
               const auto year = number(1000 + i / 300);
               return "{from: d" + number(i) + ", to: d" + number(i + 1) +
                      ", change: replaced-by, date: " + year + "}";
           });
}

Text split_body(std::size_t count) {
    return bodies(count + 1) + "successions:\n" + lines(count, [](auto i) {
               return "{from: d0, to: d" + number(i + 1) + ", change: split-into, date: 2000}";
           });
}

/// Each place lies within the one before.
Text chain_of_places(std::size_t count) {
    return "regions:\n" + lines(count, [](auto i) {
               return "{id: r" + number(i) + ", kind: province, name: Place " + number(i) +
                      (i > 0 ? ", within: r" + number(i - 1) : "") + "}";
           });
}

Text groups(std::size_t count) {
    return provinces(count) + "groups:\n" + lines(count, [](auto i) {
               return "{id: g" + number(i) + ", name: Group " + number(i) + ", members: [r" +
                      number(i) + "]}";
           });
}

Text categories(std::size_t count) {
    return notice +
           ("categories:\n" + lines(count,
                                    [](auto i) {
                                        return "{id: c" + number(i) +
                                               ", name: Category, announced: 1}";
                                    })) +
           "measures:\n" + lines(count, [](auto i) {
               return "{number: " + number(i + 1) + ", title: T, category: c" + number(i) +
                      ", departments: [a], scope: x}";
           });
}

Text plain_measures(std::size_t count) {
    return notice + measures(count, "");
}

/// Warnings, of which each has a hint to look for.
Text unknown_names(std::size_t count) {
    return notice + ("measures:\n" + lines(count, [](auto i) {
                         return "{number: " + number(i + 1) + ", title: T, departments: [Body " +
                                number(i) + "], scope: x}";
                     }));
}

/// A scope that lists every region of a programme.
Text long_scopes(std::size_t count) {
    Text scope;
    for (std::size_t i = 0; i < count; ++i) scope += (i > 0 ? ", r" : "r") + number(i);
    return provinces(count) +
           "departments: [{id: a, name: A}]\n"
           "notice: {id: p, title: P, issued: 2026-01-15}\n"
           "measures:\n  - {number: 1, title: T, departments: [a], scope: [" +
           scope + "]}\n";
}

/// One measure of many departments, all of which lead it.
Text many_departments(std::size_t count) {
    Text names;
    Text backwards;
    for (std::size_t i = 0; i < count; ++i) {
        names += (i > 0 ? ", d" : "d") + number(i);
        backwards += (i > 0 ? ", d" : "d") + number(count - 1 - i);
    }
    return bodies(count) +
           "regions: [{id: x, kind: nation, name: X}]\n"
           "notice: {id: p, title: P, issued: 2026-01-15}\n"
           "measures:\n  - {number: 1, title: T, scope: x, departments: [" +
           names + "], lead: [" + backwards + "]}\n";
}

struct Builder {
    const char* name;
    Text (*text)(std::size_t count);
    std::size_t smallest;
};

constexpr std::array builders{
    Builder{"bodies", bodies, 2000},
    Builder{"successions, a chain", chain_of_bodies, 2000},
    Builder{"successions, a split", split_body, 2000},
    Builder{"regions", provinces, 2000},
    Builder{"regions within each other", chain_of_places, 2000},
    Builder{"groups", groups, 2000},
    Builder{"categories", categories, 2500},
    Builder{"measures", plain_measures, 2500},
    Builder{"regions of a scope", long_scopes, 2000},
    Builder{"departments of a measure", many_departments, 2000},
    Builder{"unknown names", unknown_names, 2500},
};

/// Milliseconds, the least of three.
double time_of(const Text& text) {
    double least = 1e9;
    for (int i = 0; i < 3; ++i) {
        const auto start = std::chrono::steady_clock::now();
        const auto loaded = remit::load_text("made.yaml", text);
        const std::chrono::duration<double, std::milli> time =
            std::chrono::steady_clock::now() - start;
        least = std::min(least, time.count());
    }
    return least;
}

}  // namespace

int main() {
    std::printf("%-28s %14s %14s %14s  exponent\n", "milliseconds of", "n", "4 n", "16 n");
    for (const auto& builder : builders) {
        std::array<double, 3> times{};
        auto size = builder.smallest;
        for (auto& time : times) {
            time = time_of("remit: 1\n" + builder.text(size));
            size *= 4;
        }
        std::printf("%-20s n = %5zu %11.1f %14.1f %14.1f  %.2f\n", builder.name, builder.smallest,
                    times[0], times[1], times[2], std::log(times[2] / times[0]) / std::log(16.0));
    }
}
