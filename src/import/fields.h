/* One line cut into fields, where it lies. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "bytes/linefeed.h"

G_BEGIN_DECLS

/**
 * BwDialect:
 * @delimiter: an ASCII character
 * @quote: an ASCII character, or 0 where none quotes
 * @blanks: blanks around fields belong to the dialect, not to the text
 * @backslash: a backslash takes a quote's meaning away
 */
typedef struct
{
  char     delimiter;
  char     quote;
  gboolean blanks;
  gboolean backslash;
} BwDialect;

/**
 * BwFields:
 * @texts: (array length=n): where the fields begin
 * @lengths: (array length=n): their bytes
 */
typedef struct
{
  char **texts;
  gsize *lengths;
  guint  n;
  guint  size;
} BwFields;

void     bw_fields_init (BwFields *self);
void     bw_fields_clear (BwFields *self);
void     bw_fields_add (BwFields *self,
                        char     *text,
                        gsize     length);
void     bw_fields_cut (BwFields        *self,
                        const BwDialect *dialect,
                        const BwLine    *line);
gboolean bw_fields_cut_quoted (BwFields        *self,
                               const BwDialect *dialect,
                               const BwLine    *line);
gboolean bw_is_well_quoted (const BwDialect *dialect,
                            const char      *text,
                            gsize            length);
guint    bw_count_delimiters (const BwDialect *dialect,
                              const char      *text,
                              gsize            length);

G_END_DECLS
