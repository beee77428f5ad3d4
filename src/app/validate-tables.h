/* The tables of a validation: bands, segments, and metrics by what they tell alone. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/validate-grid.h"
#include "outcome/validation.h"

G_BEGIN_DECLS

void bw_validate_tables_show_bands (BwValidateGrid     *grid,
                                    const BwValidation *validation,
                                    guint               segment);
void bw_validate_tables_show_segments (BwValidateGrid     *grid,
                                       const BwValidation *validation);
void bw_validate_tables_show_metrics (BwValidateGrid     *grid,
                                      const BwValidation *validation);

G_END_DECLS
