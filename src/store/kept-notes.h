/* Notes on customers, and how the window is set. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/**
 * BwKeptNote:
 * @customer: the key of the customer, who need not be in the panel
 * @at: when it was written, in microseconds since 1970
 */
typedef struct
{
  gint64 id;
  char  *customer;
  char  *text;
  char  *author;
  gint64 at;
} BwKeptNote;

gint64     bw_store_add_note (BwStore          *self,
                              const BwKeptNote *note,
                              GError          **error);
gboolean   bw_store_change_note (BwStore    *self,
                                 gint64      note,
                                 const char *text,
                                 GError    **error);
GPtrArray *bw_store_list_notes (BwStore *self,
                                GError **error);
void       bw_kept_note_free (BwKeptNote *self);

gboolean bw_store_set_view (BwStore    *self,
                            const char *name,
                            const char *value,
                            GError    **error);
char    *bw_store_get_view (BwStore    *self,
                            const char *name);
GHashTable *bw_store_list_views (BwStore *self,
                                 GError **error);

G_END_DECLS
