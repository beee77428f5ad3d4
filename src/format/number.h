/* A number's digits apart from its sign, for those that put something between. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

int bw_number_split (double value,
                     int    decimals,
                     char **digits);

G_END_DECLS
