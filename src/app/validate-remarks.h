/* What to beware of in a validation, in plain words: warnings first, then what is good to know. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "workspace/validating.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define BW_TYPE_VALIDATE_REMARKS (bw_validate_remarks_get_type ())

G_DECLARE_FINAL_TYPE (BwValidateRemarks, bw_validate_remarks, BW, VALIDATE_REMARKS, AdwBin)

void bw_validate_remarks_show (BwValidateRemarks *self,
                               BwValidating      *validating);

G_END_DECLS
