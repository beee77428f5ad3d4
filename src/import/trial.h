/* How well one dialect cuts a sample of a text into records. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/records.h"

G_BEGIN_DECLS

double bw_trial_score (const BwDialect *dialect,
                       GBytes *const   *sample,
                       guint            n_sample);

G_END_DECLS
