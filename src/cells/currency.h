/* The signs and codes that people put before or behind an amount, and what they stand for. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *bw_currency_at_start (const char *text,
                                  gsize       length,
                                  gsize      *n_used);
const char *bw_currency_at_end (const char *text,
                                gsize       length,
                                gsize      *n_used);
const char *bw_currency_of_header (const char *header);

G_END_DECLS
