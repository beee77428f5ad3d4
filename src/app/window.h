/* The window: what is open, in pages, with segments on the left and weights on the right. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_WINDOW (bw_window_get_type ())

G_DECLARE_FINAL_TYPE (BwWindow, bw_window, BW, WINDOW, AdwApplicationWindow)

BwWindow *bw_window_new (GtkApplication *application,
                         GSettings      *settings);
void      bw_window_open_files (BwWindow     *self,
                                GFile *const *files,
                                guint         n_files);
void      bw_window_open_sample (BwWindow *self,
                                 GFile    *folder);

G_END_DECLS
