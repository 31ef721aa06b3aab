#include "inline_programme.hpp"

#include <remit/diagram/pictures.hpp>
#include <remit/diagram/render.hpp>

int main() {
    const auto picture = responsibility_map(inline_programme());
    return render(picture, remit::ImageFormat::svg).front().starts_with("<?xml") ? 0 : 1;
}
