/* How one file is read: told in a line, and behind it as drop-downs that show what was found. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-options.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_CHOICES (bw_import_choices_get_type ())

G_DECLARE_FINAL_TYPE (BwImportChoices, bw_import_choices, BW, IMPORT_CHOICES, AdwBin)

/* Signals: "chosen" (uint, BwImportOption as pointer, borrowed): which choice was made, and what. */

void bw_import_choices_show (BwImportChoices      *self,
                             const BwImportedFile *file);
void bw_import_choices_open (BwImportChoices *self,
                             gboolean         open);

G_END_DECLS
