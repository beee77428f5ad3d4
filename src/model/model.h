/* The recipe of a score, from metrics to rules: checked when made, never changed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/condition.h"
#include "model/derivation.h"
#include "model/scale.h"
#include "panel/panel.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define BW_MODEL_ERROR (bw_model_error_quark ())

/**
 * BwModelError:
 * @BW_MODEL_ERROR_SYNTAX: not JSON
 * @BW_MODEL_ERROR_VALUE: JSON that is no model; the message names the path in the file
 * @BW_MODEL_ERROR_VERSION: written by a newer Bellwether
 * @BW_MODEL_ERROR_COLUMN: a column that the panel does not have
 */
typedef enum
{
  BW_MODEL_ERROR_SYNTAX,
  BW_MODEL_ERROR_VALUE,
  BW_MODEL_ERROR_VERSION,
  BW_MODEL_ERROR_COLUMN,
} BwModelError;

GQuark bw_model_error_quark (void);

/* Characters of a name (caption, reason, letter), and of a text of several sentences. */
#define BW_MOST_NAME 200
#define BW_MOST_TEXT 2000

#define BW_MIN_BANDS 2
#define BW_MAX_BANDS 5
#define BW_MAX_GRADES 12
#define BW_MAX_METRICS 200

typedef enum
{
  BW_MISSING_SKIP,
  BW_MISSING_NEUTRAL,
  BW_MISSING_WORST,
  BW_MISSING_VALUE,
} BwMissing;

/* What a person thinks of a metric: a mark, never used by the arithmetic. */
typedef enum
{
  BW_TAG_NONE,
  BW_TAG_ESSENTIAL,
  BW_TAG_SATISFACTORY,
  BW_TAG_TROUBLESOME,
} BwTag;

/**
 * BwMetric:
 * @id: unique in the model
 * @caption: (nullable): a few words behind the name ("of licensed seats")
 * @group: index into the model's groups
 * @hurts: more of it is worse: the metric score s becomes 100 − s
 * @missing_value: g of a missing one, 0…100, for %BW_MISSING_VALUE
 * @check: proposed without knowing direction or group: a person should look
 */
typedef struct
{
  const char  *id;
  const char  *name;
  const char  *caption;
  guint        group;
  BwDerivation derivation;
  BwScale      scale;
  gboolean     hurts;
  BwMissing    missing;
  double       missing_value;
  gboolean     subjective;
  gboolean     check;
  const char  *why;
  BwTag        tag;
} BwMetric;

typedef struct
{
  const char *id;
  const char *name;
} BwGroup;

/**
 * BwSegment:
 * @where: (nullable): the rule; none for the last segment, which takes everybody else
 * @shares: one a metric of the model: 0…1 with a total of 1 (or all 0); NaN for a metric that the
 *   segment does not use
 */
typedef struct
{
  const char         *id;
  const char         *name;
  const BwConditions *where;
  const double       *shares;
} BwSegment;

/**
 * BwBand:
 * @colour: one of "red", "amber", "green", "orange", "blue", "grey"
 * @from: its least score; the first band's is 0
 * @action: (nullable): a sentence on what to do
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *colour;
  double      from;
  const char *action;
} BwBand;

typedef struct
{
  const char *letter;
  double      from;
} BwGrade;

/**
 * BwRule:
 * @cap: whether it bounds from above (at-most), else from below (at-least)
 */
typedef struct
{
  gboolean            cap;
  double              bound;
  const BwConditions *where;
  const char         *reason;
} BwRule;

typedef struct _BwModel BwModel;

BwModel *bw_model_from_json (const char *text,
                             gssize      length,
                             const char *file_name,
                             GError    **error);
BwModel *bw_model_load (GFile   *file,
                        GError **error);
char    *bw_model_to_json (const BwModel *self);
BwModel *bw_model_propose (BwPanel    *panel,
                           const char *name);
BwModel *bw_model_ref (BwModel *self);
void     bw_model_unref (BwModel *self);
gboolean bw_model_equal (const BwModel *a,
                         const BwModel *b);
gboolean bw_model_check (const BwModel *self,
                         BwPanel       *panel,
                         GError       **error);

const char      *bw_model_get_name (const BwModel *self);
const char      *bw_model_get_purpose (const BwModel *self);
guint            bw_model_get_n_metrics (const BwModel *self);
const BwMetric  *bw_model_get_metric (const BwModel *self,
                                      guint          metric);
guint            bw_model_find_metric (const BwModel *self,
                                       const char    *id);
guint            bw_model_get_n_groups (const BwModel *self);
const BwGroup   *bw_model_get_group (const BwModel *self,
                                     guint          group);
guint            bw_model_get_n_segments (const BwModel *self);
const BwSegment *bw_model_get_segment (const BwModel *self,
                                       guint          segment);
guint            bw_model_find_segment (const BwModel *self,
                                        const char    *id);
guint            bw_model_get_n_bands (const BwModel *self);
const BwBand    *bw_model_get_band (const BwModel *self,
                                    guint          band);
guint            bw_model_get_n_grades (const BwModel *self);
const BwGrade   *bw_model_get_grade (const BwModel *self,
                                     guint          grade);
guint            bw_model_get_n_rules (const BwModel *self);
const BwRule    *bw_model_get_rule (const BwModel *self,
                                    guint          rule);
double           bw_model_get_coverage_floor (const BwModel *self);
int              bw_model_get_trend_days (const BwModel *self);
double           bw_model_get_trend_steady (const BwModel *self);

BwModel *bw_model_with_shares (BwModel      *self,
                               guint         segment,
                               const double *shares);
BwModel *bw_model_with_name (BwModel    *self,
                             const char *name);
BwModel *bw_model_with_band_edge (BwModel *self,
                                  guint    band,
                                  double   from);

guint bw_model_band_of (const BwModel *self,
                        double         score);
guint bw_model_grade_of (const BwModel *self,
                         double         score);

void bw_model_assign_segments (const BwModel *self,
                               BwPanel       *panel,
                               guint          snapshot,
                               guint         *segments);
void bw_model_find_rows (const BwModel      *self,
                         const BwConditions *where,
                         BwPanel            *panel,
                         guint               snapshot,
                         gboolean           *holds);
void bw_metric_get_raw (const BwMetric *metric,
                        BwPanel        *panel,
                        guint           snapshot,
                        double         *raw);
void bw_metric_get_scores (const BwMetric *metric,
                           BwPanel        *panel,
                           guint           snapshot,
                           double         *scores);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BwModel, bw_model_unref)

G_END_DECLS
