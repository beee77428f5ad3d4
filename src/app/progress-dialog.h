/* How far a long read has come, with a button to cancel it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* It shows itself only when the work takes longer than a moment. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_PROGRESS_DIALOG (bw_progress_dialog_get_type ())

G_DECLARE_FINAL_TYPE (BwProgressDialog, bw_progress_dialog, BW, PROGRESS_DIALOG, AdwWindow)

BwProgressDialog *bw_progress_dialog_new (GtkWindow    *parent,
                                          const char   *heading,
                                          GCancellable *cancellable);
gpointer          bw_progress_dialog_get_data (BwProgressDialog *self);
void              bw_progress_dialog_report (goffset  n_bytes,
                                             goffset  n_total,
                                             gsize    n_rows,
                                             gpointer user_data);

G_END_DECLS
