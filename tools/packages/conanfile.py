"""remit for Conan 2: `conan create tools/packages`. The library alone, or with what draws or imports."""

import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load
from conan.tools.gnu import PkgConfigDeps

required_conan_version = ">=2.0"


class RemitConan(ConanFile):
    name = "remit"
    description = "Who is responsible for what, with whom, where: programmes of measures as graphs"
    license = "MIT"
    topics = ("graph", "bipartite", "government", "analysis")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {"shared": [True, False], "fPIC": [True, False], "importer": [True, False]}
    default_options = {"shared": False, "fPIC": True, "importer": False}

    def set_version(self):
        header = load(self, os.path.join(self.recipe_folder, "../../include/remit/version.hpp"))
        self.version = re.search(r'REMIT_VERSION "([0-9.]+)"', header).group(1)

    def export_sources(self):
        source = os.path.join(self.recipe_folder, "../..")
        for pattern in ("CMakeLists.txt", "*.in", "LICENSE", "README.md", "CHANGELOG.md",
                        "include/*", "src/*", "data/*", "python/option.cmake", "tools/compile_words.cpp"):
            copy(self, pattern, source, self.export_sources_folder)

    def configure(self):
        if self.options.shared:
            self.options.rm_safe("fPIC")

    def layout(self):
        cmake_layout(self)

    def requirements(self):
        self.requires("boost/[>=1.74 <2]", transitive_headers=True)
        self.requires("yaml-cpp/[>=0.7 <1]")
        self.requires("icu/[>=72 <77]")
        self.requires("nlohmann_json/[>=3.11 <4]")
        self.requires("libmd/[>=1.0 <2]")
        # Their declarations; the libraries are loaded with the first workbook or database.
        self.requires("libxlsxwriter/[>=1.1 <2]")
        self.requires("sqlite3/[>=3.40 <4]")
        if self.options.importer:
            self.requires("libxml2/[>=2.9 <3]")
            self.requires("libzip/[>=1.7 <2]")

    def validate(self):
        check_min_cppstd(self, 20)

    def generate(self):
        CMakeDeps(self).generate()
        PkgConfigDeps(self).generate()
        toolchain = CMakeToolchain(self)
        # Conan Center has no libgvc: pictures come as DOT, or by a remit-draw from elsewhere.
        toolchain.cache_variables["REMIT_DIAGRAM"] = False
        toolchain.cache_variables["REMIT_IMPORT"] = bool(self.options.importer)
        toolchain.cache_variables["REMIT_TOOL"] = False
        toolchain.cache_variables["BUILD_TESTING"] = False
        toolchain.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()

    def package_info(self):
        self.cpp_info.set_property("cmake_find_mode", "none")  # its own remitConfig.cmake
        self.cpp_info.builddirs.append(os.path.join("lib", "cmake", "remit"))
