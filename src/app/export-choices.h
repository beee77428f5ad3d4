/* The choices of the export dialog: formats, sizes, colours. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/palette.h"

#include <adwaita.h>

G_BEGIN_DECLS

void             bw_export_choices_fill_formats (AdwComboRow *row);
void             bw_export_choices_fill_sizes (AdwComboRow *row);
void             bw_export_choices_fill_palettes (AdwComboRow *row);
void             bw_export_choices_fill (AdwComboRow       *row,
                                         const char *const *titles,
                                         guint              selected);
const BwPalette *bw_export_choices_get_palette (AdwComboRow *row);

G_END_DECLS
