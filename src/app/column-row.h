/* A row that says which column is used, with a list of all that can be, which is searched. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/derivation.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_COLUMN_ROW (bw_column_row_get_type ())

G_DECLARE_FINAL_TYPE (BwColumnRow, bw_column_row, BW, COLUMN_ROW, AdwActionRow)

/* Signal: "chosen" (string): another column is to be used; it has not been shown yet. */

void bw_column_row_show (BwColumnRow     *self,
                         BwPanel         *panel,
                         BwDerivationType type,
                         const char      *chosen,
                         const char      *except);

G_END_DECLS
