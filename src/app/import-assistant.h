/* What was understood of the files, in four steps, to look at and to correct before it is used. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/import-bars.h"
#include "app/progress-counter.h"
#include "workspace/importing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_IMPORT_ASSISTANT (bw_import_assistant_get_type ())

G_DECLARE_FINAL_TYPE (BwImportAssistant, bw_import_assistant, BW, IMPORT_ASSISTANT, AdwWindow)

/**
 * BwImportAnswer:
 * @accepted: whether what the import came to is to be used; %FALSE where the user cancelled
 * @place: where it goes; means nothing where nothing is open
 */
typedef void (*BwImportAnswer) (gboolean      accepted,
                                BwImportPlace place,
                                gpointer      user_data);

BwImportAssistant *bw_import_assistant_ask (GtkWindow         *parent,
                                            BwImporting       *importing,
                                            const char        *open_name,
                                            BwProgressCounter *counter,
                                            BwImportAnswer     answer,
                                            gpointer           user_data);
void               bw_import_assistant_add_files (BwImportAssistant *self,
                                                  GFile *const      *files,
                                                  guint              n_files);

G_END_DECLS
