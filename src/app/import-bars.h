/* Bars above the steps of the import assistant: what went wrong, what is asked, what was assumed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_BARS (bw_import_bars_get_type ())

G_DECLARE_FINAL_TYPE (BwImportBars, bw_import_bars, BW, IMPORT_BARS, AdwBin)

/**
 * BwImportPlace:
 * @BW_PLACE_UNDECIDED: the user has to say
 * @BW_PLACE_ADD: beside what is open
 * @BW_PLACE_REPLACE: instead of the data that is open, under the same model
 * @BW_PLACE_NEW: in a workspace of their own
 *
 * Where files go while something is open.
 */
typedef enum
{
  BW_PLACE_UNDECIDED,
  BW_PLACE_ADD,
  BW_PLACE_REPLACE,
  BW_PLACE_NEW,
} BwImportPlace;

/* Signals: "placed": the files go elsewhere. */

void          bw_import_bars_follow (BwImportBars *self,
                                     BwImporting  *importing,
                                     const char   *open_name);
BwImportPlace bw_import_bars_get_place (BwImportBars *self);

G_END_DECLS
