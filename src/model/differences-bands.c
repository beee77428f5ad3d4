/* What differs in the bands and grades of two models, in sentences. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/differences-private.h"

#include <glib/gi18n-lib.h>

static guint
find_band (BwModel    *model,
           const char *id)
{
  for (guint i = 0; i < bw_model_get_n_bands (model); i++)
    {
      if (g_str_equal (bw_model_get_band (model, i)->id, id))
        return i;
    }

  return BW_NONE;
}

static void
compare_band (BwDifferences *self,
              const BwBand  *before,
              const BwBand  *after)
{
  bw_differences_compare_numbers (self, BW_ABOUT_BANDS, _("{name} begins at {after} instead of {before}"), after->name,
                                  before->from, after->from);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("Band {before} is called {after} now"), NULL, before->name,
                                after->name);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("{name} has another colour"), after->name, before->colour,
                                after->colour);
  bw_differences_compare_texts (self, BW_ABOUT_NAMES, _("What to do about {name} changed"), after->name, before->action,
                                after->action);
}

static void
compare_all_bands (BwDifferences *self)
{
  for (guint i = 0; i < bw_model_get_n_bands (self->to); i++)
    {
      const BwBand *after = bw_model_get_band (self->to, i);
      const guint then = find_band (self->from, after->id);
      g_autofree char *from = bw_differences_dup_number (after->from);

      if (then != BW_NONE)
        compare_band (self, bw_model_get_band (self->from, then), after);
      else
        bw_differences_add_text (self, BW_ABOUT_BANDS, _("Band {name} added, from {after}"), after->name, NULL,
                                 from);
    }
  for (guint i = 0; i < bw_model_get_n_bands (self->from); i++)
    {
      const BwBand *before = bw_model_get_band (self->from, i);

      if (find_band (self->to, before->id) == BW_NONE)
        bw_differences_add_text (self, BW_ABOUT_BANDS, _("Band {name} removed"), before->name, NULL, NULL);
    }
}

static const BwGrade *
find_grade (BwModel    *model,
            const char *letter)
{
  for (guint i = 0; i < bw_model_get_n_grades (model); i++)
    {
      if (g_str_equal (bw_model_get_grade (model, i)->letter, letter))
        return bw_model_get_grade (model, i);
    }

  return NULL;
}

static void
compare_all_grades (BwDifferences *self)
{
  for (guint i = 0; i < bw_model_get_n_grades (self->to); i++)
    {
      const BwGrade *after = bw_model_get_grade (self->to, i);
      const BwGrade *before = find_grade (self->from, after->letter);
      g_autofree char *from = bw_differences_dup_number (after->from);

      if (before == NULL)
        bw_differences_add_text (self, BW_ABOUT_BANDS, _("Grade {name} added, from {after}"), after->letter,
                                 NULL, from);
      else
        bw_differences_compare_numbers (self, BW_ABOUT_BANDS, _("Grade {name} begins at {after} instead of {before}"),
                                        after->letter, before->from, after->from);
    }
  for (guint i = 0; i < bw_model_get_n_grades (self->from); i++)
    {
      const BwGrade *before = bw_model_get_grade (self->from, i);

      if (find_grade (self->to, before->letter) == NULL)
        bw_differences_add_text (self, BW_ABOUT_BANDS, _("Grade {name} removed"), before->letter, NULL, NULL);
    }
}

/* What differs in bands and grades. */
void
bw_differences_of_bands (BwDifferences *self)
{
  compare_all_bands (self);
  compare_all_grades (self);
}
