/* How each kind of scale is read from a file, held to what makes sense, and written. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/json-reader.h"
#include "model/json-writer.h"
#include "model/scale.h"

G_BEGIN_DECLS

gboolean bw_scale_read_linear (BwReader   *reader,
                               JsonObject *object,
                               BwScale    *out);
gboolean bw_scale_linear_is_sound (const BwScale *self,
                                   BwPlace       *place);
void     bw_scale_write_linear (const BwScale *self,
                                BwWriter      *writer);
gboolean bw_scale_read_curve (BwReader   *reader,
                              JsonObject *object,
                              BwScale    *out);
gboolean bw_scale_curve_is_sound (const BwScale *self,
                                  BwPlace       *place);
void     bw_scale_write_curve (const BwScale *self,
                               BwWriter      *writer);
gboolean bw_scale_read_steps (BwReader   *reader,
                              JsonObject *object,
                              BwScale    *out);
gboolean bw_scale_steps_are_sound (const BwScale *self,
                                   BwPlace       *place);
void     bw_scale_write_steps (const BwScale *self,
                               BwWriter      *writer);
gboolean bw_scale_read_categories (BwReader   *reader,
                                   JsonObject *object,
                                   BwScale    *out);
gboolean bw_scale_categories_are_sound (const BwScale *self,
                                        BwPlace       *place);
void     bw_scale_write_categories (const BwScale *self,
                                    BwWriter      *writer);
gboolean bw_scale_read_percentile (BwReader   *reader,
                                   JsonObject *object,
                                   BwScale    *out);
gboolean bw_scale_percentile_is_sound (const BwScale *self,
                                       BwPlace       *place);
void     bw_scale_write_percentile (const BwScale *self,
                                    BwWriter      *writer);

G_END_DECLS
