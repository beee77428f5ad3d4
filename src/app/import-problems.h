/* The problems of an import: by kind, searchable, each in its place, and as a file to take along. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_PROBLEMS (bw_import_problems_get_type ())

G_DECLARE_FINAL_TYPE (BwImportProblems, bw_import_problems, BW, IMPORT_PROBLEMS, AdwBin)

void bw_import_problems_show (BwImportProblems *self,
                              BwImporting      *importing);
void bw_import_problems_show_report (BwImportProblems *self,
                                     BwReport         *report);
void bw_import_problems_search (BwImportProblems *self);

G_END_DECLS
