/* What tells who left, which of its values mean gone, and how long before one is judged. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/validating.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_VALIDATE_CHOICE (bw_validate_choice_get_type ())

G_DECLARE_FINAL_TYPE (BwValidateChoice, bw_validate_choice, BW, VALIDATE_CHOICE, AdwBin)

void bw_validate_choice_follow (BwValidateChoice *self,
                                BwValidating     *validating);
void bw_validate_choice_show (BwValidateChoice *self);

G_END_DECLS
