/* What was chosen for the last picture, for the next one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * BwExportMemory:
 * @format: index in bw_picture_formats()
 * @width: of the picture in pixels
 * @theme: the id of a palette
 */
typedef struct
{
  guint    format;
  guint    width;
  guint    height;
  char    *theme;
  gboolean transparent;
} BwExportMemory;

gboolean bw_export_memory_read (GSettings      *settings,
                                BwExportMemory *memory);
void     bw_export_memory_write (GSettings            *settings,
                                 const BwExportMemory *memory);

G_END_DECLS
