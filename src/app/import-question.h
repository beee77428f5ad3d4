/* Asks how a column is meant that fits two readings: 03/04/2026, or 1.234. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_QUESTION (bw_import_question_get_type ())

G_DECLARE_FINAL_TYPE (BwImportQuestion, bw_import_question, BW, IMPORT_QUESTION, AdwBin)

void bw_import_question_show (BwImportQuestion *self,
                              BwImporting      *importing);

G_END_DECLS
