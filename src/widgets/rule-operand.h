/* What a condition is held to: as the model writes it, as a person types it, as a person reads it. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/condition.h"

G_BEGIN_DECLS

char       *bw_rule_operand_to_words (const char  *text,
                                      BwColumnType type,
                                      const char  *currency);
char       *bw_rule_operand_to_entry (const char  *text,
                                      BwColumnType type);
char       *bw_rule_operand_from_entry (const char  *typed,
                                        BwColumnType type,
                                        const char  *currency);
double      bw_rule_operand_to_number (const char  *text,
                                       BwColumnType type);
const char *bw_rule_operand_say_wrong (BwColumnType type);

G_END_DECLS
