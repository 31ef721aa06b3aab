#define POINTERHOLDER_TRANSITION 4  // as qpdf asks for: its own smart pointers are std ones
#include "images.hpp"

#include <remit/model/error.hpp>
#include <remit/model/localized_text.hpp>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <memory>

namespace remit::drawing {
namespace {

constexpr const char* pdf_version = "1.7";  // what cairo writes

/// As PDF writes a day: "D:20200123000000Z".
std::string pdf_date(const std::string& date) {
    return "D:" + date.substr(0, 4) + date.substr(5, 2) + date.substr(8, 2) + "000000Z";
}

void describe(QPDF& document, const Diagram& page) {
    auto information = QPDFObjectHandle::newDictionary();
    information.replaceKey("/Title", QPDFObjectHandle::newUnicodeString(page.title));
    information.replaceKey("/Creator", QPDFObjectHandle::newString("remit"));
    if (page.date.size() == 10) {
        information.replaceKey("/CreationDate", QPDFObjectHandle::newString(pdf_date(page.date)));
    }
    document.getTrailer().replaceKey("/Info", document.makeIndirectObject(information));
    auto root = document.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newString(std::string(tag(page.language))));
    auto preferences = QPDFObjectHandle::newDictionary();
    preferences.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", preferences);
}

std::string written(QPDF& document) {
    QPDFWriter writer(document);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setMinimumPDFVersion(pdf_version);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace

std::string bound_pdf(const std::vector<std::string>& pages, const Diagram& first) {
    try {
        QPDF document;
        document.emptyPDF();
        document.setSuppressWarnings(true);
        // What a page is copied from must live until it is written.
        std::vector<std::unique_ptr<QPDF>> sources;
        for (const auto& page : pages) {
            sources.push_back(std::make_unique<QPDF>());
            sources.back()->processMemoryFile("page", page.data(), page.size());
            for (auto& each : QPDFPageDocumentHelper(*sources.back()).getAllPages()) {
                QPDFPageDocumentHelper(document).addPage(each, false);
            }
        }
        describe(document, first);
        return written(document);
    } catch (const std::bad_alloc&) {
        throw;
    } catch (const std::exception& error) {
        throw Error(std::string("cannot write the PDF: ") + error.what());
    }
}

}  // namespace remit::drawing
