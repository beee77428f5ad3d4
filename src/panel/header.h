/* A column's header taken apart, so that "Customer ID", "customer_id" and "customerID" are one. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwHeader:
 * @squeezed: all words without a gap ("customerid")
 * @words: (array zero-terminated=1): lower case, without accents ("customer", "id"), without units
 *   and what products hang on
 */
typedef struct
{
  char  *squeezed;
  char **words;
} BwHeader;

BwHeader *bw_header_new (const char *text);
void      bw_header_free (BwHeader *self);
gboolean  bw_header_has_word (const BwHeader *self,
                              const char     *word);
char     *bw_header_dup_entity (const BwHeader *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwHeader, bw_header_free)

G_END_DECLS
