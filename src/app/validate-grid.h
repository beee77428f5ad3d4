/* A small table of texts: a head, and rows that come and go with what is told. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_VALIDATE_GRID (bw_validate_grid_get_type ())

G_DECLARE_FINAL_TYPE (BwValidateGrid, bw_validate_grid, BW, VALIDATE_GRID, AdwBin)

GtkWidget *bw_validate_grid_new (void);
void       bw_validate_grid_begin (BwValidateGrid    *self,
                                   const char *const *heads,
                                   guint              n_words);
void       bw_validate_grid_add (BwValidateGrid *self,
                                 char           *text);
void       bw_validate_grid_end (BwValidateGrid *self);
void       bw_validate_grid_clear (BwValidateGrid *self);

G_END_DECLS
