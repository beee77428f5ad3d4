/* One typed column: doubles or dictionary codes, never changed once made. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "table/dictionary.h"

#include <glib.h>

G_BEGIN_DECLS

#define BW_EPOCH_JULIAN 719163 /* GDate's number of 1970-01-01, from which days are counted */

/**
 * BwColumnType:
 * @BW_COLUMN_NUMBER: a double, as it stands
 * @BW_COLUMN_PERCENT: a double, as a fraction: 45 % is 0.45
 * @BW_COLUMN_MONEY: a double, in the column's currency
 * @BW_COLUMN_DATE: days since 1970-01-01, whole
 * @BW_COLUMN_DATE_TIME: days since 1970-01-01 00:00 with the time of day as a fraction
 * @BW_COLUMN_FLAG: yes/no as 1 or 0
 * @BW_COLUMN_CATEGORY: one of few texts, as a code
 * @BW_COLUMN_TEXT: any text, as a code
 * @BW_COLUMN_KEY: a text that names a row, as a code
 *
 * The first six are columns of numbers (NaN is missing, nothing else is); the last three are
 * columns of codes (%BW_NO_CODE is missing).
 */
typedef enum
{
  BW_COLUMN_NUMBER,
  BW_COLUMN_PERCENT,
  BW_COLUMN_MONEY,
  BW_COLUMN_DATE,
  BW_COLUMN_DATE_TIME,
  BW_COLUMN_FLAG,
  BW_COLUMN_CATEGORY,
  BW_COLUMN_TEXT,
  BW_COLUMN_KEY,
} BwColumnType;

#define BW_N_COLUMN_TYPES (BW_COLUMN_KEY + 1)

typedef struct _BwColumn BwColumn;

const char *bw_column_type_get_id (BwColumnType type);
gboolean    bw_column_type_from_id (const char   *id,
                                    BwColumnType *type);
gboolean    bw_column_type_is_coded (BwColumnType type);

BwColumn *bw_column_new_numbers (const char  *name,
                                 BwColumnType type,
                                 double      *values,
                                 gsize        n_rows);
BwColumn *bw_column_new_codes (const char   *name,
                               BwColumnType  type,
                               guint32      *codes,
                               gsize         n_rows,
                               BwDictionary *dictionary);
BwColumn *bw_column_with_name (BwColumn   *self,
                               const char *name);
BwColumn *bw_column_with_currency (BwColumn   *self,
                                   const char *currency);
BwColumn *bw_column_ref (BwColumn *self);
void      bw_column_unref (BwColumn *self);

const char         *bw_column_get_name (const BwColumn *self);
BwColumnType        bw_column_get_type (const BwColumn *self);
const char         *bw_column_get_currency (const BwColumn *self);
gsize               bw_column_get_n_rows (const BwColumn *self);
const double       *bw_column_get_numbers (const BwColumn *self);
const guint32      *bw_column_get_codes (const BwColumn *self);
BwDictionary       *bw_column_get_dictionary (const BwColumn *self);
const char         *bw_column_get_text (const BwColumn *self,
                                        gsize           row);
gboolean            bw_column_is_missing (const BwColumn *self,
                                          gsize           row);
gboolean            bw_column_equal (const BwColumn *a,
                                     const BwColumn *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwColumn, bw_column_unref)

G_END_DECLS
