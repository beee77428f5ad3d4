/* Dates without any sign between their numbers: 20260131, 202601, 20260131143000, 20260131T143000Z. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cells/dated.h"

G_BEGIN_DECLS

gboolean bw_date_digits_scan (const char *text,
                              gsize       length,
                              gsize       n_digits,
                              BwDate     *date);

G_END_DECLS
