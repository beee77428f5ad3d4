/* What a workbook's number formats say a number is: a date, a share, an amount of money. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwFormatKind:
 * @BW_FORMAT_PLAIN: a number
 * @BW_FORMAT_DATE: a day, perhaps with a time
 * @BW_FORMAT_TIME: a time of day or a duration, counted in days
 * @BW_FORMAT_PERCENT: shown times 100 with a percent sign
 * @BW_FORMAT_MONEY: shown with the sign of a currency
 */
typedef enum
{
  BW_FORMAT_PLAIN,
  BW_FORMAT_DATE,
  BW_FORMAT_TIME,
  BW_FORMAT_PERCENT,
  BW_FORMAT_MONEY,
} BwFormatKind;

/**
 * BwNumberFormat:
 * @sign: for money, the sign or code that stands for its currency; else %NULL. Lives for ever
 */
typedef struct
{
  BwFormatKind kind;
  const char  *sign;
} BwNumberFormat;

void bw_number_format_read (BwNumberFormat *format,
                            const char     *code);
void bw_number_format_find (BwNumberFormat *format,
                            guint           id);

G_END_DECLS
