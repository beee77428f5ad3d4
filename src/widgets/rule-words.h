/* Rules of a model as a person says them: "ARR is at least $100,000 and Plan is Enterprise". */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/model.h"

G_BEGIN_DECLS

char *bw_conditions_to_words (const BwModel      *model,
                              BwPanel            *panel,
                              const BwConditions *where);
char *bw_conditions_make_remark (const BwModel      *model,
                                 BwPanel            *panel,
                                 const BwConditions *where,
                                 gsize               n);
char *bw_rule_to_words (const BwModel *model,
                        BwPanel       *panel,
                        const BwRule  *rule);

G_END_DECLS
