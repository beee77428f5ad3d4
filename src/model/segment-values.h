/* The values of a column that customers can be parted by: few, and in an order that reads well. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "panel/panel.h"

G_BEGIN_DECLS

GPtrArray *bw_segment_values_list (BwPanel *panel,
                                   guint    column);
char      *bw_segment_value_name (const BwPanelColumn *column,
                                  const char          *text);
char      *bw_value_to_text (BwColumn *column,
                             double    value);

G_END_DECLS
