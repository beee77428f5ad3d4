/* Shaping a scale: its handles, other kinds of it, proposals from the data, named presets. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/scale.h"

G_BEGIN_DECLS

/* A curve that is shaped by hand has no more points; one from a file may have more. */
#define BW_MAX_SHAPED_POINTS 9

/**
 * BwHandle:
 * @raw: NaN for a category
 * @text: (nullable): the category; "" for all others of them
 * @moves_raw: whether it may be moved along the values
 * @moves_score: whether it may be moved along the scores
 *
 * What of a scale can be taken hold of: a goalpost, a point, a step, a category. The score is s,
 * before a metric that hurts turns it.
 */
typedef struct
{
  double      raw;
  double      score;
  const char *text;
  gboolean    moves_raw;
  gboolean    moves_score;
} BwHandle;

BwScale *bw_scale_copy (const BwScale *self);
void     bw_scale_free (BwScale *self);
gboolean bw_scale_equal (const BwScale *a,
                         const BwScale *b);

gboolean bw_scale_is_gate (const BwScale *self);

/* (transfer full) (element-type BwHandle); the texts are the scale's. In the order of raw values. */
GArray *bw_scale_get_handles (const BwScale *self);

/* Each returns (transfer full) another scale that is right, whatever is asked: values are held
 * between the neighbours and scores in 0…100; a copy where nothing can be done. */
BwScale *bw_scale_with_handle (const BwScale *self,
                               guint          handle,
                               double         raw,
                               double         score);
BwScale *bw_scale_with_point (const BwScale *self,
                              double         raw);
BwScale *bw_scale_without_handle (const BwScale *self,
                                  guint          handle);
BwScale *bw_scale_with_category (const BwScale *self,
                                 const char    *text,
                                 double         score);
BwScale *bw_scale_with_other (const BwScale *self,
                              double         score);

/* The scale of another kind that scores @raw as nearly like @self as it can; from the data alone
* where @self is NULL. @raw: (array length=n): the values of the newest snapshot, NaN missing. */
BwScale *bw_scale_to_type (const BwScale *self,
                           BwScaleType    type,
                           const double  *raw,
                           gsize          n);

/**
 * BwScalePreset:
 * @id: never renamed
 * @name: for people, marked for translation: "NPS, −100 to 100"
 * @hurts: whether more of it is worse
 *
 * A scale that goes with what is measured, whatever the data.
 */
typedef struct
{
  const char *id;
  const char *name;
  BwScale     scale;
  gboolean    hurts;
} BwScalePreset;

const BwScalePreset *bw_scale_presets (gsize *n_presets);

/* Returns: (nullable): the preset for a metric of that name with these values */
const BwScalePreset *bw_scale_preset_for (const char   *name,
                                          const double *raw,
                                          gsize         n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwScale, bw_scale_free)

G_END_DECLS
