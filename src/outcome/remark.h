/* What a person should know about a finding: a sentence, and how grave it is. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BwRemarkLevel:
 * @BW_REMARK_NOTE: good to know
 * @BW_REMARK_WARNING: the figures may mislead
 * @BW_REMARK_STOP: there are too few customers for figures: counts only, dots instead of numbers
 */
typedef enum
{
  BW_REMARK_NOTE,
  BW_REMARK_WARNING,
  BW_REMARK_STOP,
} BwRemarkLevel;

/**
 * BwRemark:
 * @id: for ever the same: "few-gone", "leak", …; of the program
 * @text: one or two sentences for a person, owned
 */
typedef struct
{
  const char   *id;
  BwRemarkLevel level;
  char         *text;
} BwRemark;

GPtrArray      *bw_remarks_new (void);
void            bw_remarks_add (GPtrArray    *remarks,
                                const char   *id,
                                BwRemarkLevel level,
                                char         *text);
char           *bw_count_to_text (gsize n);
const BwRemark *bw_remarks_find (const GPtrArray *remarks,
                                 const char      *id);

G_END_DECLS
