/* A private folder for temporary files, which goes with its program or, at the latest, with the next. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwShelfFolder:
 * @path: of the user alone
 * @fd: open and locked, so that others see that it is in use
 */
typedef struct
{
  char *path;
  int   fd;
} BwShelfFolder;

gboolean bw_shelf_folder_make (BwShelfFolder *self,
                               GError       **error);
void     bw_shelf_folder_remove (BwShelfFolder *self);

G_END_DECLS
