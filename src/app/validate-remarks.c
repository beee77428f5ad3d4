/* What to beware of in a validation, in plain words: warnings first, then what is good to know. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/validate-remarks.h"

#include <glib/gi18n-lib.h>

struct _BwValidateRemarks
{
  AdwBin parent_instance;

  GtkBox *warnings;
  GtkBox *notes;
};

G_DEFINE_FINAL_TYPE (BwValidateRemarks, bw_validate_remarks, ADW_TYPE_BIN)

static void
bw_validate_remarks_class_init (BwValidateRemarksClass *klass)
{
}

static void
bw_validate_remarks_init (BwValidateRemarks *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  self->warnings = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 8));
  self->notes = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->warnings));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->notes));
  adw_bin_set_child (ADW_BIN (self), box);
}

/* The @i-th label of @box, which is made where there is none yet. */
static GtkLabel *
get_label (GtkBox            *box,
           guint              i,
           const char *const *classes)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (box));

  for (; i > 0 && label != NULL; i--)
    label = gtk_widget_get_next_sibling (label);
  if (label == NULL)
    {
      label = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_set_css_classes (label, (const char **) classes);
      gtk_box_append (box, label);
    }

  return GTK_LABEL (label);
}

static void
show (GtkBox            *box,
      guint             *n,
      const char        *text,
      const char *const *classes)
{
  GtkLabel *label = get_label (box, (*n)++, classes);

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), TRUE);
}

static void
hide_rest (GtkBox *box,
           guint   n)
{
  GtkWidget *label = gtk_widget_get_first_child (GTK_WIDGET (box));

  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
  for (guint i = 0; label != NULL; i++, label = gtk_widget_get_next_sibling (label))
    {
      gtk_widget_set_visible (label, i < n);
      if (i >= n)
        gtk_label_set_label (GTK_LABEL (label), "");
    }
}

/**
 * bw_validate_remarks_show:
 *
 * Shows what there is to say of the exports, of the outcome, of those who are judged, and of the figures.
 */
void
bw_validate_remarks_show (BwValidateRemarks *self,
                          BwValidating      *validating)
{
  static const char *const notice[] = { "compare-notice", NULL };
  static const char *const note[] = { "caption", "dim-label", NULL };
  BwOutcome *outcome = bw_validating_get_outcome (validating);
  BwCohort *cohort = bw_validating_get_cohort (validating);
  BwValidation *validation = bw_validating_get_validation (validating);
  g_autoptr(GPtrArray) files = bw_validating_list_file_remarks (validating);
  const GPtrArray *lists[] = {
    files,
    validation != NULL ? bw_validation_get_remarks (validation) : NULL,
    outcome != NULL ? bw_outcome_get_remarks (outcome) : NULL,
    cohort != NULL ? bw_cohort_get_remarks (cohort) : NULL,
  };
  guint n_warnings = 0, n_notes = 0;

  g_return_if_fail (BW_IS_VALIDATE_REMARKS (self));

  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      for (guint k = 0; lists[i] != NULL && k < lists[i]->len; k++)
        {
          const BwRemark *remark = g_ptr_array_index (lists[i], k);

          if (remark->level == BW_REMARK_NOTE)
            show (self->notes, &n_notes, remark->text, note);
          else
            show (self->warnings, &n_warnings, remark->text, notice);
        }
    }
  hide_rest (self->warnings, n_warnings);
  hide_rest (self->notes, n_notes);
  gtk_widget_set_visible (GTK_WIDGET (self), n_warnings + n_notes > 0);
}
