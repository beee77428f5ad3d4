/* The parts of a model that are rows of a table: how each is read, written and held to a panel. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/json-reader.h"
#include "model/json-writer.h"
#include "model/model.h"

G_BEGIN_DECLS

/* Rows for which something holds are bits, 64 to a word. */
#define BW_WORD_BITS 64
#define BW_N_WORDS(n_rows) (((n_rows) + BW_WORD_BITS - 1) / BW_WORD_BITS)

/* By BwTag, from the first that is one. */
extern const char *const bw_tag_ids[];

gboolean bw_scale_read (BwReader   *reader,
                        JsonObject *object,
                        BwScale    *out);
void     bw_scale_write (const BwScale *self,
                         BwWriter      *writer);
gboolean bw_scale_is_sound (const BwScale *self,
                            BwPlace       *place);
gboolean bw_scale_takes_texts (const BwScale *self);
void     bw_scale_apply_to_codes (const BwScale *self,
                                  BwColumn      *column,
                                  double        *scores);

gboolean bw_derivation_read (BwReader     *reader,
                             JsonObject   *object,
                             BwDerivation *out);
void     bw_derivation_write (const BwDerivation *self,
                              BwWriter           *writer);
gboolean bw_derivation_is_sound (const BwDerivation *self,
                                 BwPlace            *place);
void     bw_derivation_plain (const BwDerivation *self,
                              BwDerivation       *out);
gboolean bw_derivation_check (const BwDerivation *self,
                              BwPanel            *panel,
                              GError            **error);
gboolean bw_panel_is_dated (BwPanel *panel,
                            GError **error);
gboolean bw_panel_has_column (BwPanel    *panel,
                              const char *name,
                              guint      *column,
                              GError    **error);

gboolean bw_operand_read (BwReader  *reader,
                          JsonNode  *node,
                          BwOperand *out);
gboolean bw_operand_is_number (const BwOperand *self);
gboolean bw_operand_is_date (const BwOperand *self);
gboolean bw_operand_is_flag (const BwOperand *self);
double   bw_text_to_operand_number (const char *text);
double   bw_text_to_number (const char *text);
double   bw_text_to_flag (const char *text);
double   bw_text_to_date (const char *text);
void     bw_operand_from_text (BwRecipe   *recipe,
                               const char *text,
                               BwOperand  *out);
void     bw_operand_write (const BwOperand *self,
                           BwWriter        *writer,
                           const char      *key);

const BwConditions *bw_conditions_read (BwReader *reader,
                                        JsonNode *node);
void                bw_conditions_write (const BwConditions *self,
                                         BwWriter           *writer,
                                         const char         *key);
gboolean            bw_conditions_are_sound (const BwConditions *self,
                                             const BwRecipe     *recipe,
                                             BwPlace            *place);
gboolean            bw_condition_check (const BwCondition *self,
                                        const BwModel     *model,
                                        BwPanel           *panel,
                                        GError           **error);
void                bw_condition_find_bits (const BwCondition *self,
                                            const BwModel     *model,
                                            BwPanel           *panel,
                                            guint              snapshot,
                                            guint64           *bits);
guint64            *bw_conditions_find_bits (const BwConditions *where,
                                             const BwModel      *model,
                                             BwPanel            *panel,
                                             guint               snapshot);
gsize               bw_bits_count (const guint64 *bits,
                                   gsize          n_words);

G_END_DECLS
