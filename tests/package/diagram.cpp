#include "inline_programme.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>

int main() {
    const auto dataset = inline_programme();
    const auto map = responsibility_map(dataset, {.page = remit::PageFormat::a4_portrait});
    const auto pdf = render(map, remit::ImageFormat::pdf).front();
    return pdf.starts_with("%PDF") ? 0 : 1;
}
