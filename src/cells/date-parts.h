/* The numbers and the name of a month that a date is made of, and what parts them. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint value;
  guint n_digits; /* 0 for the name of a month */
} BwDatePart;

/**
 * BwDateParts:
 * @p: where to begin; afterwards what is behind the parts
 * @end: the end of the text
 * @separator: between the first two parts: '-', '/', '.', ' ', or 0 where there is nothing
 */
typedef struct
{
  const char *p;
  const char *end;
  BwDatePart  parts[3];
  guint       n_parts;
  char        separator;
} BwDateParts;

gboolean bw_date_parts_scan (BwDateParts *self);

G_END_DECLS
