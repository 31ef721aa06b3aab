#include "office_reference.hpp"

#include <cstdint>
#include <string_view>

namespace remit::cli {
namespace {

std::uint32_t crc32(std::string_view bytes) {
    auto crc = ~std::uint32_t{0};
    for (const auto byte : bytes) {
        crc ^= static_cast<unsigned char>(byte);
        for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// A zip archive whose files are stored as they are, of 1980-01-01.
class StoredZip {
 public:
    void add(std::string_view name, std::string_view content) {
        const auto at = files_.size();
        std::string entry;
        for (const unsigned word : {20U, 0U, 0U, 0U, 0x21U}) put(entry, word, 2);
        put(entry, crc32(content), 4);
        put(entry, content.size(), 4);
        put(entry, content.size(), 4);
        put(entry, name.size(), 2);
        put(entry, 0, 2);
        files_.append("PK\x03\x04").append(entry).append(name).append(content);
        directory_.append("PK\x01\x02").append("\x14\x00", 2).append(entry);
        directory_.append(10, '\0');
        put(directory_, at, 4);
        directory_.append(name);
        ++count_;
    }

    [[nodiscard]] std::string bytes() const {
        std::string end("PK\x05\x06");
        put(end, 0, 4);
        put(end, count_, 2);
        put(end, count_, 2);
        put(end, directory_.size(), 4);
        put(end, files_.size(), 4);
        put(end, 0, 2);
        return files_ + directory_ + end;
    }

 private:
    static void put(std::string& to, std::size_t number, int bytes) {
        for (; bytes > 0; --bytes, number >>= 8U) to += static_cast<char>(number & 0xFFU);
    }

    std::string files_;
    std::string directory_;
    std::size_t count_ = 0;
};

constexpr std::string_view xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
constexpr std::string_view main_names =
    " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

constexpr std::string_view types =
    R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
    R"(<Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" )"
    R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
    R"(<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.document.main+xml"/>)"
    R"(<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-)"
    R"(officedocument.wordprocessingml.styles+xml"/></Types>)";

std::string relation(std::string_view kind, std::string_view target) {
    return std::string(xml)
        .append(R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/)")
        .append(
            R"(relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/)")
        .append("officeDocument/2006/relationships/")
        .append(kind)
        .append("\" Target=\"")
        .append(target)
        .append("\"/></Relationships>");
}

/// In twentieths of a point. Between its margins a picture, which is as wide, is not too high for a
/// heading above it.
constexpr std::string_view page =
    R"(<w:body><w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>)"
    R"(<w:pgMar w:top="680" w:right="1361" w:bottom="680" w:left="1361" )"
    R"(w:header="340" w:footer="340" w:gutter="0"/>)"
    "</w:sectPr></w:body></w:document>";

/// \param format  elements of the paragraph's properties and, behind a bar, of its text's
std::string paragraph_style(std::string_view id, std::string_view name, std::string_view format) {
    const auto bar = format.find('|');
    return std::string(R"(<w:style w:type="paragraph" w:styleId=")")
        .append(id)
        .append(id == "Normal" ? R"(" w:default="1"><w:name w:val=")" : R"("><w:name w:val=")")
        .append(name)
        .append(id == "Normal" ? "\"/>" : R"("/><w:basedOn w:val="Normal"/>)")
        .append("<w:qFormat/><w:pPr>")
        .append(format.substr(0, bar))
        .append("</w:pPr><w:rPr>")
        .append(format.substr(bar + 1))
        .append("</w:rPr></w:style>");
}

constexpr std::string_view table_style =
    R"(<w:style w:type="table" w:default="1" w:styleId="Table"><w:name w:val="Table"/><w:rPr>)"
    R"(<w:sz w:val="16"/></w:rPr><w:tblPr>)"
    R"(<w:tblBorders><w:bottom w:val="single" w:sz="4" w:color="999999"/>)"
    R"(<w:insideH w:val="single" w:sz="4" w:color="CCCCCC"/></w:tblBorders>)"
    R"(<w:tblCellMar><w:left w:w="40" w:type="dxa"/>)"
    R"(<w:right w:w="40" w:type="dxa"/></w:tblCellMar>)"
    R"(</w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr><w:tcPr><w:tcBorders>)"
    R"(<w:bottom w:val="single" w:sz="8" w:color="444444"/></w:tcBorders></w:tcPr>)"
    "</w:tblStylePr></w:style>";

std::string styles(Language language) {
    const bool traditional = language.plain() == Language::zh_hant;
    const std::string_view font = traditional ? "Noto Sans CJK TC" : "Noto Sans CJK SC";
    const std::string_view region = traditional ? "zh-TW" : "zh-CN";
    std::string all(xml);
    all.append("<w:styles")
        .append(main_names)
        .append(R"(<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Noto Sans" )")
        .append(R"(w:hAnsi="Noto Sans" w:cs="Noto Sans" w:eastAsia=")")
        .append(font)
        .append(R"("/><w:sz w:val="20"/><w:szCs w:val="20"/><w:lang w:val="en-US" w:eastAsia=")")
        .append(region)
        .append(R"(" w:bidi="ar-SA"/></w:rPr></w:rPrDefault></w:docDefaults>)");
    constexpr std::string_view text = R"(<w:spacing w:before="40" w:after="80"/>|)";
    all += paragraph_style("Normal", "Normal", "|");
    all += paragraph_style("BodyText", "Body Text", text);
    all += paragraph_style("FirstParagraph", "First Paragraph", text);
    all += paragraph_style("Compact", "Compact", R"(<w:spacing w:before="20" w:after="20"/>|)");
    all += paragraph_style("Heading1", "heading 1",
                           R"(<w:keepNext/><w:spacing w:before="120" w:after="120"/>)"
                           R"(<w:outlineLvl w:val="0"/>|<w:b/><w:sz w:val="36"/>)");
    all += paragraph_style("Heading2", "heading 2",
                           R"(<w:keepNext/><w:spacing w:before="160" w:after="60"/>)"
                           R"(<w:outlineLvl w:val="1"/>|<w:b/><w:sz w:val="26"/>)");
    return all.append(table_style).append("</w:styles>");
}

}  // namespace

std::string office_reference(Language language) {
    StoredZip zip;
    zip.add("[Content_Types].xml", std::string(xml).append(types));
    zip.add("_rels/.rels", relation("officeDocument", "word/document.xml"));
    zip.add("word/document.xml",
            std::string(xml).append("<w:document").append(main_names).append(page));
    zip.add("word/_rels/document.xml.rels", relation("styles", "styles.xml"));
    zip.add("word/styles.xml", styles(language));
    return zip.bytes();
}

}  // namespace remit::cli
