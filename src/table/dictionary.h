/* The distinct texts of a column, each with a small number that stands for it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The code of a missing text; never an index. */
#define BW_NO_CODE G_MAXUINT32

typedef struct _BwDictionary        BwDictionary;
typedef struct _BwDictionaryBuilder BwDictionaryBuilder;

BwDictionaryBuilder *bw_dictionary_builder_new (void);
void                 bw_dictionary_builder_free (BwDictionaryBuilder *self);
guint32              bw_dictionary_builder_add (BwDictionaryBuilder *self,
                                                const char          *text,
                                                gssize               length);
void                 bw_dictionary_builder_add_many (BwDictionaryBuilder *self,
                                                     const char *const   *texts,
                                                     const gsize         *lengths,
                                                     gsize                n,
                                                     guint32             *codes);
BwDictionary        *bw_dictionary_builder_end (BwDictionaryBuilder *self);

BwDictionary *bw_dictionary_ref (BwDictionary *self);
void          bw_dictionary_unref (BwDictionary *self);
guint32       bw_dictionary_size (const BwDictionary *self);
const char   *bw_dictionary_get (const BwDictionary *self,
                                 guint32             code);
guint32       bw_dictionary_lookup (const BwDictionary *self,
                                    const char         *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDictionary, bw_dictionary_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwDictionaryBuilder, bw_dictionary_builder_free)

G_END_DECLS
