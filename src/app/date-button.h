/* A button that shows a day and opens a calendar to choose another. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_DATE_BUTTON (bw_date_button_get_type ())

G_DECLARE_FINAL_TYPE (BwDateButton, bw_date_button, BW, DATE_BUTTON, AdwBin)

/* Signals: "chosen" (double): the user chose that day, in days since 1970-01-01. */

void bw_date_button_set_date (BwDateButton *self,
                              double        date);

G_END_DECLS
