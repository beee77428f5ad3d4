/* What the cells of each column of a table mostly are, so that a row that is none stands out. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/peek.h"

G_BEGIN_DECLS

/**
 * BwColumnProfile:
 * @kind: what most cells are that are not blank
 * @typed: nearly all of them are, and it is not text
 * @coded: texts, nearly all of them with a digit and without a blank
 * @worded: texts, nearly none of them with a digit
 * @filled: nearly all cells are filled
 */
typedef struct
{
  BwKind   kind;
  gboolean typed;
  gboolean coded;
  gboolean worded;
  gboolean filled;
} BwColumnProfile;

/**
 * BwProfile:
 * @columns: (array length=n_columns)
 * @n_rows: rows that it is made of
 */
typedef struct
{
  BwColumnProfile *columns;
  guint            n_columns;
  guint            n_rows;
} BwProfile;

/**
 * BwFit:
 * @n_like: cells that are what their column is
 * @n_unlike: cells that their column would not hold
 * @n_strange: numbers and dates in a column of words
 */
typedef struct
{
  guint n_like;
  guint n_unlike;
  guint n_strange;
} BwFit;

gboolean   bw_is_code (const char *text);
BwProfile *bw_profile_new (const GArray *rows,
                           guint         from,
                           guint         to,
                           guint         n_columns);
void       bw_profile_free (BwProfile *self);
void       bw_profile_fit (const BwProfile *self,
                           const BwRow     *row,
                           BwFit           *fit);
gboolean   bw_profile_stands_out (const BwProfile *self,
                                  const BwRow     *row,
                                  guint            n_least);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwProfile, bw_profile_free)

G_END_DECLS
