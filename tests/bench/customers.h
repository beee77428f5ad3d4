/* Customers for benchmarks: numbers that look like chance and are the same everywhere. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

/* So many of a metric's values are missing. */
#define BENCH_MISSING 0.03

double   bench_chance (guint64 i);
BwPanel *bench_panel (gsize n,
                      guint n_metrics,
                      guint stride);
BwModel *bench_model (const guint *groups,
                      guint        n_metrics);
double   bench_now (void);
double   bench_median (double *times,
                       guint   n);

G_END_DECLS
