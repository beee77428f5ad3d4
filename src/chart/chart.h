/* What every chart provides, and what it is laid out from. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "chart/scene.h"
#include "outcome/validation.h"
#include "score/comparing.h"
#include "score/history.h"
#include "score/results.h"
#include "score/shown-as.h"

G_BEGIN_DECLS

/* Of chart/values.h: a metric's values, counted. */
typedef struct _BwValues BwValues;

/**
 * BwDateMark:
 * @date: in days since 1970
 *
 * A version of the model and the day on which it was saved.
 */
typedef struct
{
  double      date;
  const char *name;
} BwDateMark;

/**
 * BwView:
 * @results: the newest snapshot under the draft (during a drag: under the nudge)
 * @baseline: (nullable): the same snapshot under the baseline
 * @before: (nullable): the snapshot that the trend compares with, under the draft
 * @history: (nullable): while it is being worked out, charts over time say so
 * @segment: whose customers are shown, or %BW_ALL_SEGMENTS
 * @customer: of the panel, or %BW_NONE
 * @baseline_name: (nullable): "version 14"
 * @name: (nullable): what @results are called beside it: "draft"
 * @metric: of the results' model, or %BW_NONE
 * @raw_from: where the axis of the metric's values begins; where it is not below @raw_to, the chart
 *   chooses both: they hold the axis still while a handle is dragged
 * @raw_to: where it ends
 * @comparison: (nullable): what lies between @baseline and @results in the segment, where it is known
 *   already
 * @shown_as: what customers' scores are shown as; a number where nothing is chosen
 * @values: (nullable): of @metric, counted before: they serve as far as they still hold
 * @marks: (nullable) (element-type BwDateMark): what is marked on time lines, in the order of the days
 * @then: whether @history has each snapshot as it was scored then: charts over time show the newest
 *   one as it stands there too
 * @then_first: (nullable): the version that snapshots before it are shown under
 * @comparing: whether what lies between @baseline and @results is being worked out beside: charts
 *   that need it say so
 * @validation: (nullable): how well a score told who left, where an outcome is chosen
 * @validating: whether that is being worked out: charts that need it say so
 *
 * What a chart shows: values only, borrowed for the call.
 */
typedef struct
{
  BwResults  *results;
  BwResults  *baseline;
  BwResults  *before;
  BwHistory  *history;
  guint       segment;
  guint       customer;
  const char *baseline_name;
  const char *name;
  guint       metric;
  double      raw_from;
  double      raw_to;
  const BwComparison *comparison;
  BwShownAs   shown_as;
  BwValues   *values;
  GPtrArray  *marks;
  gboolean    then;
  const BwDateMark *then_first;
  gboolean    comparing;
  const BwValidation *validation;
  gboolean    validating;
} BwView;

/**
 * BwSheet:
 * @scale: of type and strokes: 1 on screen, larger on an exported page
 * @page: whether title and subtitle stand on the page already, as in an exported picture
 * @font: (nullable): the family that the scene will be painted in; %NULL for that of pictures
 */
typedef struct
{
  double   width;
  double   height;
  double   scale;
  gboolean page;
  const char *font;
} BwSheet;

/**
 * BwChart:
 * @id: name in saved files and on the command line; never renamed
 * @title: name on screen, marked for translation
 * @needs_customer: whether it shows one customer
 * @needs_history: whether it shows more than one snapshot
 * @layout: fills an empty scene with marks, and describes it in a sentence
 * @finding: what the chart says, as the title of a picture
 * @subtitle: what is measured, of how many, when
 * @all_segments: whether it shows all customers, whichever segment is chosen
 * @needs_metric: whether it shows one metric
 * @needs_outcome: whether it shows how well the score told who left
 */
typedef struct
{
  const char *id;
  const char *title;
  gboolean    needs_customer;
  gboolean    needs_history;
  void        (*layout)(BwScene       *scene,
                        const BwView  *view,
                        const BwSheet *sheet);
  char       *(*finding)(const BwView *view);
  char       *(*subtitle)(const BwView *view);
  gboolean    all_segments;
  gboolean    needs_metric;
  gboolean    needs_outcome;
} BwChart;

const BwChart *const *bw_charts (gsize *n_charts);
const BwChart        *bw_chart_find (const char *id);

G_END_DECLS
