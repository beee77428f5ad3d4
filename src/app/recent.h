/* Workspaces that were opened lately, as the desktop remembers them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * BwRecent:
 * @name: of the file, without its ending
 * @folder: where it is, for a person
 */
typedef struct
{
  GFile *file;
  char  *name;
  char  *folder;
} BwRecent;

GPtrArray *bw_recent_list (guint most);
void       bw_recent_add (GFile *file);
void       bw_recent_remove (GFile *file);

G_END_DECLS
