/* Records as they ought to be: made by libcsv alone, and by three rules where we differ. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/fields.h"

void  bw_test_add_field (GString    *row,
                         const char *text,
                         gsize       length);
char *bw_test_by_libcsv (const BwDialect *dialect,
                         guint            width,
                         const char      *text,
                         gsize            length,
                         guint           *n_taken_back);
