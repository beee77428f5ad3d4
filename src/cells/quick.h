/* The plainest numbers and dates, told without a closer look. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/dated.h"
#include "cells/numeral.h"

G_BEGIN_DECLS

gboolean bw_quick_number (const char *text,
                          gsize       length,
                          BwNumber   *number);
gboolean bw_quick_date (const char *text,
                        gsize       length,
                        BwDate     *date);

G_END_DECLS
