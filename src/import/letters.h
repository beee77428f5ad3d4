/* Which old code page the letters of a text tell of, where bytes alone fit several. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/survey.h"

G_BEGIN_DECLS

const char *bw_letters_find (const BwSurvey *survey);
gboolean    bw_letters_escape (GBytes *head);

G_END_DECLS
