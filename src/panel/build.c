/* Building a panel from what was read and how it is mapped. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "panel/build.h"

#include "panel/build-parts.h"
#include "panel/codes.h"
#include "panel/file-name.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  const double first = bw_file_name_get_date (bw_source_get_file_name (*(BwSource *const *) a));
  const double second = bw_file_name_get_date (bw_source_get_file_name (*(BwSource *const *) b));

  return (first > second) - (first < second);
}

static gboolean
fail_unmatched (const BwMapping *mapping,
                const char      *file_name,
                GError         **error)
{
  g_autoptr(GString) patterns = g_string_new (NULL);

  for (guint i = 0; i < bw_mapping_get_n_sources (mapping); i++)
    g_string_append_printf (patterns, i > 0 ? ", %s" : "%s",
                            bw_mapping_get_source (mapping, i)->pattern);
  g_set_error (error, BW_PANEL_ERROR, BW_PANEL_ERROR_MAPPING,
               _("%s is not in the mapping, which knows these files: %s."), file_name, patterns->str);

  return FALSE;
}

/* One stack for each mapped source that has a file, in the order of the mapping. */
static gboolean
fill_stacks (BwBuild         *self,
             BwSource *const *sources,
             guint            n_sources,
             GError         **error)
{
  const guint n = bw_mapping_get_n_sources (self->mapping);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_stack_free);

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (all, bw_stack_new (bw_mapping_get_source (self->mapping, i)));
      ((BwStack *) all->pdata[i])->mapped_source = i;
    }
  for (guint i = 0; i < n_sources; i++)
    {
      const char *name = bw_source_get_file_name (sources[i]);
      const guint match = bw_mapping_find (self->mapping, sources[i]);

      if (match == BW_NONE)
        return fail_unmatched (self->mapping, name, error);
      g_ptr_array_add (((BwStack *) all->pdata[match])->files, bw_source_ref (sources[i]));
    }

  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < n; i++)
    {
      BwStack *stack = g_ptr_array_index (all, i);

      if (stack->files->len == 0)
        {
          bw_stack_free (stack);
          continue;
        }
      g_ptr_array_sort (stack->files, compare_dates);
      bw_stack_fill (stack, self->report);
      g_ptr_array_add (self->stacks, stack);
    }

  return TRUE;
}

/* A lone file without a key: nothing else would say that its customers are its rows. */
static void
note_keyless (BwBuild *self)
{
  const BwStack *stack = bw_build_get_stack (self, 0);

  if (self->stacks->len == 1 && stack->mapped->join == NULL)
    bw_build_note (self, bw_stack_get_title (stack), BW_PROBLEM_NO_KEY,
                   _("No column names the customers, so each row is taken as one. Choose a key if rows "
                     "belong together."));
}

/* The newest name of each customer, from the one column that has them. */
static BwColumn *
find_names (const BwBuild *self)
{
  for (guint i = 0; i < self->stacks->len; i++)
    {
      const BwStack *stack = bw_build_get_stack (self, i);
      BwColumn *column = bw_stack_get_column (stack, BW_ROLE_NAME);
      g_autoptr(BwColumn) names = column != NULL ? bw_column_as_codes (column) : NULL;
      g_autofree double *newest = NULL;
      guint32 *codes;

      if (names == NULL || stack->lookup_rows != NULL)
        continue;
      codes = g_new (guint32, self->n_customers);
      newest = g_new (double, self->n_customers);
      memset (codes, 0xff, self->n_customers * sizeof (guint32));
      for (gsize c = 0; c < self->n_customers; c++)
        newest[c] = -INFINITY;
      for (gsize row = 0; row < stack->n_rows; row++)
        {
          const guint32 customer = stack->customers[row];
          const double date = stack->dates != NULL ? stack->dates[row] : 0;

          if (customer == BW_NONE || bw_column_is_missing (names, row) || !(date >= newest[customer]))
            continue;
          newest[customer] = date;
          codes[customer] = bw_column_get_codes (names)[row];
        }

      return bw_column_new_codes (bw_column_get_name (column), BW_COLUMN_TEXT, codes,
                                  self->n_customers, bw_column_get_dictionary (names));
    }

  return NULL;
}

static BwPanel *
wrap_panel (const BwBuild   *self,
            GPtrArray       *columns,
            GPtrArray       *snapshots,
            BwSource *const *sources,
            guint            n_sources)
{
  g_autofree BwPanelColumn *infos = g_new (BwPanelColumn, columns->len + 1);
  g_autofree const char **files = g_new0 (const char *, n_sources + 1);
  g_autoptr(BwColumn) names = find_names (self);

  for (guint i = 0; i < columns->len; i++)
    infos[i] = ((BwMade *) columns->pdata[i])->info;
  for (guint i = 0; i < n_sources; i++)
    files[i] = bw_source_get_file_name (sources[i]);

  return bw_panel_new (self->keys, names, infos, columns->len, (BwSnapshot **) snapshots->pdata,
                       snapshots->len, files);
}

static BwPanel *
build (BwBuild         *self,
       BwSource *const *sources,
       guint            n_sources,
       BwJoined        *joined,
       GCancellable    *cancellable,
       GError         **error)
{
  g_autoptr(GPtrArray) columns = NULL;
  g_autoptr(GPtrArray) snapshots = NULL;

  if (!fill_stacks (self, sources, n_sources, error))
    return NULL;
  bw_build_note_columns (self);
  note_keyless (self);
  if (!bw_build_customers (self, error) || g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !bw_build_dates (self, error))
    return NULL;
  columns = bw_build_columns (self);
  snapshots = bw_build_snapshots (self, columns, cancellable, error);
  if (snapshots == NULL)
    return NULL;
  if (snapshots->len == 0)
    {
      g_set_error_literal (error, BW_PANEL_ERROR, BW_PANEL_ERROR_EMPTY,
                           _("No row has both a customer and a date. Choose another key or date column."));
      return NULL;
    }
  bw_build_tell_joined (self, joined);

  return wrap_panel (self, columns, snapshots, sources, n_sources);
}

/**
 * bw_panel_build:
 * @sources: (array length=n_sources): what was read
 * @report: gets what the building has to say
 * @joined: (out caller-allocates): by source of @mapping, all zeros before
 * @error: where to say what is wrong, in words for the person who imports
 *
 * Cost: a few passes over the rows; keys are compared once a distinct key.
 *
 * Returns: (transfer full): the panel, or %NULL with @error set
 */
BwPanel *
bw_panel_build (BwSource *const *sources,
                guint            n_sources,
                const BwMapping *mapping,
                BwReport        *report,
                BwJoined        *joined,
                GCancellable    *cancellable,
                GError         **error)
{
  BwBuild self = { .mapping = mapping, .report = report, .roster = BW_NONE };
  BwPanel *panel;

  self.stacks = g_ptr_array_new_with_free_func ((GDestroyNotify) bw_stack_free);
  self.dates = g_array_new (FALSE, FALSE, sizeof (double));
  panel = build (&self, sources, n_sources, joined, cancellable, error);
  g_clear_pointer (&self.keys, bw_column_unref);
  g_free (self.customer_of);
  g_array_unref (self.dates);
  g_ptr_array_unref (self.stacks);

  return panel;
}
