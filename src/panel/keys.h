/* Keys as texts: written differently and still the same, and what of them a domain says. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/mapping.h"

G_BEGIN_DECLS

/* Stands between the parts of a key that several columns make up. */
#define BW_KEY_GLUE " · "

/**
 * BwKeyHow:
 * @BW_KEY_NONE: nothing has this key
 * @BW_KEY_EXACT: found byte for byte, or by its domain
 * @BW_KEY_NEAR: found, though written differently
 * @BW_KEY_ZEROS: not found, though it would be if leading zeros did not count
 * @BW_KEY_SEVERAL: not found, since several fit
 * @BW_KEY_FREE: not found, since it is an address at a provider that anybody may have
 */
typedef enum
{
  BW_KEY_NONE,
  BW_KEY_EXACT,
  BW_KEY_NEAR,
  BW_KEY_ZEROS,
  BW_KEY_SEVERAL,
  BW_KEY_FREE,
} BwKeyHow;

char     *bw_key_fold (const char *text);
char     *bw_key_dup_domain (const char *text);
gboolean  bw_domain_is_free (const char *domain);
BwColumn *bw_column_domains (BwColumn *coded);
BwColumn *bw_column_glue (BwColumn *a,
                          BwColumn *b);
gboolean  bw_dictionary_may_fold (const BwDictionary *self);
guint8   *bw_keys_find (BwDictionary  *from,
                        BwDictionary  *to,
                        const guint32 *targets,
                        BwMatch        match,
                        guint32       *found);

G_END_DECLS
