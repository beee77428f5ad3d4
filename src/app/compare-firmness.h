/* How firm the bands are, in words and a line for each band. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/comparing.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_COMPARE_FIRMNESS (bw_compare_firmness_get_type ())

G_DECLARE_FINAL_TYPE (BwCompareFirmness, bw_compare_firmness, BW, COMPARE_FIRMNESS, AdwBin)

void bw_compare_firmness_show (BwCompareFirmness *self,
                               BwComparing       *comparing);

G_END_DECLS
