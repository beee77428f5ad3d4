/* What a chart is drawn from, with numbered customers. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbered results are kept until others are shown, so that a picture can be drawn at each key
 * that is pressed. */

#include "app/hidden-view.h"

#define N_RESULTS 3 /* the results of a view, its baseline and those before */

struct _BwHiddenView
{
  BwPanel   *panel; /* that of the results, or NULL */
  BwPanel   *hidden;
  BwResults *from[N_RESULTS]; /* each may be NULL */
  BwResults *to[N_RESULTS];
};

BwHiddenView *
bw_hidden_view_new (void)
{
  return g_new0 (BwHiddenView, 1);
}

static void
clear_results (BwHiddenView *self)
{
  for (gsize i = 0; i < N_RESULTS; i++)
    {
      g_clear_pointer (&self->from[i], bw_results_unref);
      g_clear_pointer (&self->to[i], bw_results_unref);
    }
}

void
bw_hidden_view_free (BwHiddenView *self)
{
  clear_results (self);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->hidden, bw_panel_unref);
  g_free (self);
}

static void
hide_panel (BwHiddenView *self,
            BwPanel      *panel)
{
  if (self->panel == panel)
    return;

  clear_results (self);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->hidden, bw_panel_unref);
  self->panel = bw_panel_ref (panel);
  self->hidden = bw_panel_with_hidden_names (panel);
}

static BwResults *
hide_results (BwHiddenView *self,
              gsize         index,
              BwResults    *results)
{
  if (self->from[index] != results)
    {
      g_clear_pointer (&self->from[index], bw_results_unref);
      g_clear_pointer (&self->to[index], bw_results_unref);
      if (results != NULL)
        {
          self->from[index] = bw_results_ref (results);
          self->to[index] = bw_results_with_panel (results, self->hidden);
        }
    }

  return self->to[index];
}

/**
 * bw_hidden_view_fill:
 * @view: whose results nobody changes any more, all of one panel: they are replaced by those of
 *   numbered customers, which are lent until the next call
 */
void
bw_hidden_view_fill (BwHiddenView *self,
                     BwView       *view)
{
  hide_panel (self, bw_prepared_get_panel (bw_results_get_prepared (view->results)));
  view->results = hide_results (self, 0, view->results);
  view->baseline = hide_results (self, 1, view->baseline);
  view->before = hide_results (self, 2, view->before);
}
