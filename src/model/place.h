/* Where in a model something is wrong, and the checks that any part of it may need. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwPlace:
 * @file_name: (nullable): how messages name the file; %NULL for a model that is edited
 * @path: of what is looked at: metrics[2].scale
 * @error: where the first error goes
 *
 * All functions that return a gboolean return %FALSE with @error set; the path then stands where
 * the error is, and nothing more is to be looked at.
 */
typedef struct
{
  const char *file_name;
  GString    *path;
  GError    **error;
} BwPlace;

gboolean bw_place_fail (BwPlace    *self,
                        const char *format,
                        ...) G_GNUC_PRINTF (2, 3);
gsize    bw_place_enter (BwPlace    *self,
                         const char *key);
gsize    bw_place_enter_item (BwPlace *self,
                              guint    index);
void     bw_place_leave (BwPlace *self,
                         gsize    mark);

gboolean bw_place_fail_at (BwPlace    *self,
                           const char *key,
                           const char *what);
gboolean bw_place_text (BwPlace    *self,
                        const char *key,
                        const char *text,
                        gboolean    needed);
gboolean bw_place_length (BwPlace    *self,
                          const char *key,
                          const char *text,
                          guint       most);
gboolean bw_place_id (BwPlace    *self,
                      const char *id,
                      GHashTable *ids);
gboolean bw_place_number (BwPlace *self,
                          double   value);
gboolean bw_place_range (BwPlace    *self,
                         const char *key,
                         double      value,
                         double      least,
                         double      most);
gboolean bw_place_count (BwPlace *self,
                         gsize    n,
                         guint    least,
                         guint    most);
gboolean bw_place_choice (BwPlace           *self,
                          const char        *key,
                          const char        *text,
                          const char *const *ids,
                          guint             *out);

G_END_DECLS
