/* Files for tests: bytes written where a test can read them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/source.h"

GFile    *bw_test_file (const char *name,
                        const void *bytes,
                        gssize      length);
BwSource *bw_test_read (const char *name,
                        const void *bytes,
                        gssize      length);
char     *bw_test_describe (const BwSource *source);
