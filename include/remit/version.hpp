/// \file
/// Which version of remit is this?
#pragma once

#define REMIT_VERSION_MAJOR 0
#define REMIT_VERSION_MINOR 1
#define REMIT_VERSION_PATCH 0
/// As text; the build takes it from here.
#define REMIT_VERSION "0.1.0"
/// To compare: `#if REMIT_VERSION_NUMBER >= 100` is 0.1.0 or later.
#define REMIT_VERSION_NUMBER \
    (REMIT_VERSION_MAJOR * 10000 + REMIT_VERSION_MINOR * 100 + REMIT_VERSION_PATCH)
