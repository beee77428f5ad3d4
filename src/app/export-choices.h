/* The choices of the export dialog: formats, sizes, colours. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/chart.h"
#include "chart/palette.h"

#include <adwaita.h>

G_BEGIN_DECLS

const char      *bw_export_choices_get_chart (const char *page);
void             bw_export_choices_fill_charts (AdwComboRow  *row,
                                                GPtrArray    *charts,
                                                const BwView *view,
                                                const char   *page);
void             bw_export_choices_fill_formats (AdwComboRow *row);
void             bw_export_choices_fill_sizes (AdwComboRow *row);
void             bw_export_choices_fill_palettes (AdwComboRow *row);
void             bw_export_choices_fill (AdwComboRow       *row,
                                         const char *const *titles,
                                         guint              selected);
void             bw_export_choices_choose_size (AdwComboRow *row,
                                                guint        width,
                                                guint        height);
void             bw_export_choices_choose_palette (AdwComboRow *row,
                                                   const char  *id);
const BwPalette *bw_export_choices_get_palette (AdwComboRow *row);
void             bw_export_choices_propose (GtkEditable *row,
                                            char       **proposed,
                                            char        *text);

G_END_DECLS
