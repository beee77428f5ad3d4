/* In which order a date that is all digits has its year, month and day. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwDateOrder:
 * @BW_DATE_ORDER_FIND: decided from the column as a whole
 */
typedef enum
{
  BW_DATE_ORDER_FIND,
  BW_DATE_ORDER_YMD,
  BW_DATE_ORDER_DMY,
  BW_DATE_ORDER_MDY,
} BwDateOrder;

G_END_DECLS
