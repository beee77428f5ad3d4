/* What is no table at all, told from its first bytes, and what to do about it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "import/survey.h"

G_BEGIN_DECLS

gboolean bw_refuse_bytes (const BwSurvey *survey,
                          const char     *encoding,
                          const char     *name,
                          GError        **error);
gboolean bw_refuse_text (GBytes     *head,
                         const char *name,
                         GError    **error);

G_END_DECLS
