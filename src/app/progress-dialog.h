/* The dialog of a long read: a bar, a count, and a button to cancel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_PROGRESS_DIALOG (bw_progress_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwProgressDialog, bw_progress_dialog, BW, PROGRESS_DIALOG, AdwWindow)

BwProgressDialog *bw_progress_dialog_new (GtkWindow    *parent,
                                          const char   *heading,
                                          GCancellable *cancellable);
void              bw_progress_dialog_show (BwProgressDialog *self,
                                           goffset           n_bytes,
                                           goffset           n_total,
                                           gsize             n_rows);

G_END_DECLS
