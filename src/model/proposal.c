/* A first model for data that nobody has weighed yet. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/label.h"
#include "model/parts.h"
#include "model/proposal-metric.h"
#include "model/segment-values.h"

#include <glib/gi18n-lib.h>

#define MOST_METRICS 12

typedef struct
{
  BwMetric   metric;
  BwProposed proposed;
} Candidate;

static GArray *
find_candidates (BwRecipe *recipe,
                 BwPanel  *panel)
{
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < bw_panel_get_n_columns (panel); i++)
    {
      Candidate candidate;

      if (bw_panel_get_column (panel, i)->role == BW_ROLE_METRIC &&
          bw_propose_metric (recipe, panel, i, &candidate.metric, &candidate.proposed))
        g_array_append_val (candidates, candidate);
    }

  return candidates;
}

/* Of columns that tell of one thing (tickets in 30 days, of all time, days since the last) only the
 * one of the lowest variant is scored, the first of them. */
static void
drop_variants (GArray *candidates)
{
  for (guint i = candidates->len; i > 0; i--)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i - 1);

      for (guint j = 0; j < candidates->len; j++)
        {
          const Candidate *other = &g_array_index (candidates, Candidate, j);

          const guint variant = other->proposed.variant;

          if (j != i - 1 && g_str_equal (candidate->metric.name, other->metric.name) &&
              (candidate->proposed.variant > variant ||
               (candidate->proposed.variant == variant && j < i - 1)))
            {
              g_array_remove_index (candidates, i - 1);
              break;
            }
        }
    }
}

/* Returns: the one to do without: a guess before what is known, the last of the largest group */
static guint
find_surplus (GArray *candidates)
{
  guint worst = candidates->len - 1;
  guint sizes[BW_N_THEMES] = { 0 };
  guint most = 0;

  for (guint i = 0; i < candidates->len; i++)
    sizes[g_array_index (candidates, Candidate, i).proposed.theme]++;
  for (guint i = 0; i < candidates->len; i++)
    {
      const Candidate *candidate = &g_array_index (candidates, Candidate, i);
      const guint weight = sizes[candidate->proposed.theme] +
                           (candidate->metric.check ? candidates->len : 0);

      if (weight >= most)
        {
          most = weight;
          worst = i;
        }
    }

  return worst;
}

/* Returns: (transfer none): @id, or with a number behind it where it is taken */
static const char *
make_id (BwRecipe   *recipe,
         GHashTable *taken,
         const char *label,
         const char *otherwise)
{
  g_autofree char *base = bw_label_to_id (label, otherwise);
  g_autofree char *id = g_strdup (base);

  for (guint i = 2; g_hash_table_contains (taken, id); i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", base, i);
    }
  g_hash_table_add (taken, (gpointer) bw_recipe_text (recipe, id));

  return bw_recipe_text (recipe, id);
}

/* Takes the candidates over, group by group. */
static void
add_metrics (BwRecipe *recipe,
             GArray   *candidates)
{
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint theme = 0; theme < BW_N_THEMES; theme++)
    {
      BwGroup group = { bw_theme_get_id (theme),
                        bw_recipe_text (recipe, bw_theme_get_name (theme)) };
      gboolean used = FALSE;

      for (guint i = 0; i < candidates->len; i++)
        {
          Candidate *candidate = &g_array_index (candidates, Candidate, i);

          if (candidate->proposed.theme != theme)
            continue;

          candidate->metric.group = recipe->groups->len;
          candidate->metric.id = make_id (recipe, ids, candidate->metric.name, "metric");
          g_array_append_val (recipe->metrics, candidate->metric);
          used = TRUE;
        }
      if (used)
        g_array_append_val (recipe->groups, group);
    }
}

/* Equal shares for the groups, and inside each. */
static const double *
make_shares (BwRecipe *recipe)
{
  const guint n_metrics = recipe->metrics->len;
  const guint n_groups = recipe->groups->len;
  double *shares = bw_recipe_block (recipe, n_metrics * sizeof *shares);
  g_autofree guint *sizes = g_new0 (guint, MAX (n_groups, 1));

  for (guint i = 0; i < n_metrics; i++)
    sizes[g_array_index (recipe->metrics, BwMetric, i).group]++;
  for (guint i = 0; i < n_metrics; i++)
    shares[i] = 1.0 / n_groups / sizes[g_array_index (recipe->metrics, BwMetric, i).group];
  bw_shares_normalise (shares, n_metrics);

  return shares;
}

static const BwConditions *
make_rule (BwRecipe   *recipe,
           const char *column,
           const char *text)
{
  BwConditions *where = bw_recipe_block (recipe, sizeof *where);
  BwCondition *condition = bw_recipe_block (recipe, sizeof *condition);
  BwOperand *operand = bw_recipe_block (recipe, sizeof *operand);

  bw_operand_from_text (recipe, text, operand);
  *condition = (BwCondition) {
    BW_SUBJECT_COLUMN, bw_recipe_text (recipe, column), BW_TEST_IS, operand, 1
  };
  *where = (BwConditions) { FALSE, condition, 1 };

  return where;
}

static void
add_segments (BwRecipe     *recipe,
              BwPanel      *panel,
              const double *shares,
              GHashTable   *ids)
{
  const guint column = bw_panel_find_role (panel, BW_ROLE_SEGMENT);
  g_autoptr(GPtrArray) texts = column != BW_NONE ? bw_segment_values_list (panel, column) : NULL;

  for (guint i = 0; texts != NULL && i < texts->len; i++)
    {
      const BwPanelColumn *source = bw_panel_get_column (panel, column);
      const char *text = g_ptr_array_index (texts, i);
      g_autofree char *name = bw_segment_value_name (source, text);
      BwSegment segment = { NULL };

      segment.id = make_id (recipe, ids, name, "segment");
      segment.name = bw_recipe_text (recipe, name);
      segment.where = make_rule (recipe, source->name, text);
      segment.shares = shares;
      g_array_append_val (recipe->segments, segment);
    }
}

/**
 * bw_model_propose:
 * @panel: what is to be scored
 * @name: (nullable): what to call the model
 *
 * At most 12 metrics of the columns whose role is metric, in groups, with directions from the words
 * in their names and goalposts from the newest snapshot; a segment for each of 2 to 8 values of the
 * segment column; equal shares for the groups and inside them. Where a direction is a guess the
 * metric is marked to be checked.
 *
 * Returns: (transfer full): a model that fits @panel; without metrics where nothing can be scored
 */
BwModel *
bw_model_propose (BwPanel    *panel,
                  const char *name)
{
  g_autoptr(BwRecipe) recipe = bw_recipe_new ();
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) candidates = NULL;
  BwSegment rest = { "rest" };

  g_return_val_if_fail (panel != NULL, NULL);

  recipe->name = bw_recipe_text (recipe, name != NULL ? name : _("First model"));
  recipe->purpose = bw_recipe_text (recipe, _("Proposed from the data, to be weighed by you"));
  bw_recipe_add_bands (recipe);
  bw_recipe_add_grades (recipe);
  if (bw_panel_get_n_snapshots (panel) > 0)
    {
      candidates = find_candidates (recipe, panel);
      drop_variants (candidates);
      while (candidates->len > MOST_METRICS)
        g_array_remove_index (candidates, find_surplus (candidates));
      add_metrics (recipe, candidates);
    }

  rest.name = bw_recipe_text (recipe, _("Everyone else"));
  rest.shares = make_shares (recipe);
  g_hash_table_add (ids, (gpointer) rest.id);
  if (recipe->metrics->len > 0)
    add_segments (recipe, panel, rest.shares, ids);
  g_array_append_val (recipe->segments, rest);

  return bw_model_new (recipe);
}
