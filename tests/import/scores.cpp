// Prints, for each document of tests/import/fixtures, how much of it is read as it is: precision
// and recall of titles, departments, roles, scope, due dates and categories; then how often
// readings that are in doubt were right. usage: remit_import_scores [FOLDER]   of other documents,
// each with its facts beside it
#include "facts.hpp"

#include <cstdio>

int main(int argc, char** argv) {
    using namespace remit::test;
    constexpr const char* kinds[] = {"titles", "departments", "roles",
                                     "scope",  "due",         "categories"};
    std::printf("%-36s", "precision/recall");
    for (const auto* kind : kinds) std::printf(" %12s", kind);
    std::printf("\n");
    Scores sum;
    const auto print = [&](const std::string& name, const Scores& all) {
        std::printf("%-36s", name.c_str());
        for (const auto* kind : kinds) {
            const auto& score = all.at(kind);
            if (score.expected + score.read == 0) {
                std::printf(" %12s", "");
            } else {
                std::printf("  %5.3f/%5.3f", score.precision(), score.recall());
            }
        }
        std::printf("\n");
    };
    auto all_documents = argc > 1 ? documents(argv[1]) : fixtures();
    if (argc == 1) {
        for (const auto& each : harder()) all_documents.push_back(each);
    }
    for (const auto& document : all_documents) {
        const auto all = scores(document);
        print(document.filename().string(), all);
        for (const auto& [kind, score] : all) sum[kind].add(score);
    }
    print("all", sum);
    if (argc > 1) return 0;
    for (const auto& [kind, confidence] : measured_confidence()) {
        std::printf("doubt %2d: %zu of %zu readings right\n", static_cast<int>(kind),
                    confidence.right, confidence.of);
    }
    return 0;
}
