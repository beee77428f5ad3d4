/* A file whose bytes lie in memory, so that fuzzing touches no disk. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <stdint.h>

GFile *bw_fuzz_file (const uint8_t *bytes,
                     size_t         n);

int LLVMFuzzerTestOneInput (const uint8_t *bytes,
                            size_t         n);
