/* One cell as a number, in the ways people's tools write numbers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/numeral.h"

G_BEGIN_DECLS

gboolean bw_number_scan (const char *text,
                         gsize       length,
                         BwNumber   *number);

G_END_DECLS
