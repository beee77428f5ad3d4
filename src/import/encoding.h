/* In which encoding a file is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/decoder.h"
#include "import/survey.h"

G_BEGIN_DECLS

char *bw_encoding_find (const BwSurvey *survey,
                        BwInput        *input,
                        GError        **error);

G_END_DECLS
