// A PDF has words at places and nothing else. Poppler's pdftotext says which and where.
#include "layout.hpp"
#include "xml.hpp"

#include <remit/model/error.hpp>
#include <remit/model/unicode.hpp>

#include <libxml/parser.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <memory>

namespace remit::reading {
namespace {

constexpr std::size_t most_output = 64U << 20U;  // bytes of pdftotext's words
constexpr rlim_t most_seconds = 60;              // of its time
constexpr rlim_t most_memory = 2U << 30U;

struct FileCloser {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, FileCloser>;

/// What a program writes that reads a file; it has so much time and memory.
/// \return nothing if there is no such program
std::optional<std::string> output_of(const std::array<const char*, 6>& command, int input) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) throw Error("the PDF cannot be read: no pipe");
    const auto child = fork();
    if (child < 0) throw Error("the PDF cannot be read: no process");
    if (child == 0) {
        const rlimit time{most_seconds, most_seconds};
        const rlimit memory{most_memory, most_memory};
        setrlimit(RLIMIT_CPU, &time);
        setrlimit(RLIMIT_AS, &memory);
        dup2(input, STDIN_FILENO);
        dup2(ends[1], STDOUT_FILENO);
        close(ends[0]);
        if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(126);
        execvp(command[0], const_cast<char* const*>(command.data()));
        _exit(errno == ENOENT ? 127 : 126);
    }
    close(ends[1]);
    std::string text;
    std::array<char, 1U << 16U> block{};
    for (;;) {
        const auto size = read(ends[0], block.data(), block.size());
        if (size < 0 && errno == EINTR) continue;
        if (size <= 0 || text.size() > most_output) break;
        text.append(block.data(), static_cast<std::size_t>(size));
    }
    close(ends[0]);
    int status = 0;
    while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    if (WIFEXITED(status) && WEXITSTATUS(status) == 127) return std::nullopt;
    if (text.size() > most_output) throw Error("the PDF has too many words");
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        throw Error(
            "is no PDF that can be read: it is damaged, or needs a password, or takes too "
            "long");
    }
    return text;
}

double number_in(const xmlNode* node, const char* name) {
    return std::atof(attribute(node, name).c_str());
}

Sheet sheet_of_page(const xmlNode* page, std::uint32_t number) {
    const auto height = number_in(page, "height");
    std::vector<Chunk> words;
    for (auto* each = page->children; each != nullptr; each = each->next) {
        if (name_of(each) != "word") continue;
        Chunk word{number_in(each, "xMin"), number_in(each, "xMax"),
                   (number_in(each, "yMin") + number_in(each, "yMax")) / 2.0, 0.0,
                   tidy(content_of(each))};
        word.size = letter_size(word.text, word.right - word.left);
        // What stands at the very edge is the printer's.
        const bool edge = word.y < 0.035 * height || word.y > 0.965 * height;
        if (!word.text.empty() && !edge) words.push_back(std::move(word));
    }
    return sheet_of(std::move(words), height, number);
}

}  // namespace

Page read_pdf(std::string_view bytes, const Patterns& patterns,
              const std::map<std::string, std::string>& columns) {
    const File file(std::tmpfile());
    const bool written =
        file && std::fwrite(bytes.data(), 1, bytes.size(), file.get()) == bytes.size() &&
        std::fflush(file.get()) == 0 && lseek(fileno(file.get()), 0, SEEK_SET) == 0;
    if (!written) throw Error("the PDF cannot be read: there is no room for a temporary file");
    const auto words =
        output_of({"pdftotext", "-bbox", "-q", "-", "-", nullptr}, fileno(file.get()));
    if (!words) {
        throw Error(
            "a PDF needs Poppler's program pdftotext, which is not installed; install "
            "poppler-utils, or save the document as text or as a web page");
    }
    const Document document(xmlReadMemory(
        words->data(), static_cast<int>(words->size()), nullptr, "UTF-8",
        XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_RECOVER));
    const auto* root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    const auto* body = root == nullptr ? nullptr : child(root, "body");
    const auto* doc = body == nullptr ? nullptr : child(body, "doc");
    std::vector<Sheet> sheets;
    for (auto* each = doc == nullptr ? nullptr : doc->children; each != nullptr;
         each = each->next) {
        if (name_of(each) != "page") continue;
        sheets.push_back(sheet_of_page(each, static_cast<std::uint32_t>(sheets.size() + 1)));
    }
    const bool any = std::any_of(sheets.begin(), sheets.end(),
                                 [](const Sheet& sheet) { return !sheet.lines.empty(); });
    if (!any) {
        throw Error(
            "the PDF has no text: its pages are pictures; have them read by a program for "
            "that (OCR) first");
    }
    auto page = read_layout(sheets, patterns, columns);
    page.by_page = true;
    return page;
}

}  // namespace remit::reading
