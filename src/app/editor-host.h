/* The middle of the window: its pages, and the editor that takes their place for a while. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/editor.h"

G_BEGIN_DECLS

#define BW_TYPE_EDITOR_HOST (bw_editor_host_get_type ())

G_DECLARE_FINAL_TYPE (BwEditorHost, bw_editor_host, BW, EDITOR_HOST, AdwBin)

/* Properties: "pages" (GtkStack), "workspace" (BwWorkspace), "open" (boolean, read-only). */

gboolean bw_editor_host_open (BwEditorHost *self,
                              const char   *name,
                              const char   *subject);
void     bw_editor_host_warm (BwEditorHost *self);
void     bw_editor_host_close (BwEditorHost *self);
gboolean bw_editor_host_get_open (BwEditorHost *self);
BwEditor *bw_editor_host_get_editor (BwEditorHost *self);

G_END_DECLS
