/* Who was healthy but left, at risk but stayed: the customers that fooled the score, for a review. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A worker lists them while the card is on screen; the list of before stays until it is there. */

#include "app/fooled-card.h"

#include "app/file-dialog.h"
#include "app/fooled.h"
#include "app/hidden-names.h"
#include "app/message.h"
#include "chart/shown-words.h"
#include "chart/words.h"
#include "format/format.h"
#include "workspace/validating.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_SHOWN 15

struct _BwFooledCard
{
  BwLive parent_instance;

  BwValidating *validating;  /* NULL before the card was first shown */
  GCancellable *cancellable; /* NULL where no worker runs */
  BwValidation *validation;  /* that the list is of, or is being made of */
  guint         segment;
  gboolean      left;
  GPtrArray    *fooled;      /* the first of them, or NULL */
  guint         n_all;
  gboolean      saving;

  GtkToggleButton *left_button;
  GtkToggleButton *stayed_button;
  GtkWidget       *export_button;
  GtkLabel        *note;
  GtkListBox      *list;
};

enum
{
  CUSTOMER_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwFooledCard, bw_fooled_card, BW_TYPE_LIVE)

/* Values that the worker reads, and what it makes of them. */
typedef struct
{
  BwValidation *validation;
  guint         segment;
  gboolean      left;
  GPtrArray    *fooled;
  guint         n_all;
} Work;

static void
work_free (Work *self)
{
  bw_validation_unref (self->validation);
  g_clear_pointer (&self->fooled, g_ptr_array_unref);
  g_free (self);
}

/* Runs in a worker thread: it sees values and never the card. */
static void
list_in_thread (GTask        *task,
                gpointer      source_object,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Work *self = task_data;

  self->fooled = bw_fooled_list (self->validation, self->segment, self->left, MOST_SHOWN, &self->n_all,
                                 cancellable);
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, self->fooled != NULL);
}

static void
stop (BwFooledCard *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_add_css_class (label, "numeric");
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

/* "90 days before: 82, Healthy · Active users 61 %: +8.1; …" */
static void
add_past (BwFooledCard *self,
          GtkWidget    *box,
          const BwPast *past,
          guint         i,
          gboolean      dated)
{
  const BwModel *model = bw_results_get_model (bw_validation_get_results (self->validation));
  const int lead = bw_fooled_get_lead (i);
  g_autofree char *when = dated ? g_strdup_printf (ngettext ("%d day before", "%d days before", lead), lead)
                                : g_strdup (_("Then"));
  g_autofree char *score = isnan (past->score) ? g_strdup ("–") : bw_words_score (model, past->score);
  /* TRANSLATORS: when, a score, its band, and the reasons for it */
  g_autofree char *text = g_strdup_printf (_("%s: %s, %s · %s"), when, score,
                                           bw_words_band (model, past->band), past->reasons);
  GtkWidget *label = add_label (box, text, "caption");

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "dim-label");
}

static void
add_row (BwFooledCard           *self,
         const BwFooledCustomer *one)
{
  BwPanel *panel = bw_outcome_get_panel (bw_cohort_get_outcome (bw_validation_get_cohort (self->validation)));
  const guint money = bw_panel_find_role (panel, BW_ROLE_MONEY);
  const gboolean dated = bw_cohort_forecasts (bw_validation_get_cohort (self->validation));
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *name = add_label (head, bw_panel_get_name (panel, one->customer), "heading");

  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (name, TRUE);
  if (money != BW_NONE && !isnan (one->money))
    {
      g_autofree char *text = bw_format_money_short (one->money, bw_panel_get_column (panel, money)->currency);

      add_label (head, text, "numeric");
    }
  gtk_box_append (GTK_BOX (box), head);
  for (guint i = 0; i < BW_N_PASTS; i++)
    {
      if (one->pasts[i].known)
        add_past (self, box, &one->pasts[i], i, dated);
    }
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "customer", GUINT_TO_POINTER (one->customer));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  bw_panel_get_name (panel, one->customer), -1);
  gtk_list_box_append (self->list, row);
}

static void
show_list (BwFooledCard *self)
{
  const guint n = self->fooled != NULL ? self->n_all : 0;
  g_autofree char *count = bw_words_customers (n);
  g_autofree char *more = NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, child);
  for (guint i = 0; i < n && i < self->fooled->len; i++)
    add_row (self, g_ptr_array_index (self->fooled, i));
  if (n > MOST_SHOWN)
    /* TRANSLATORS: "48 customers", and how many of them are shown */
    more = g_strdup_printf (_("%s; here those %d with most money, all of them in the export"), count, MOST_SHOWN);
  gtk_label_set_label (self->note, self->fooled == NULL ? _("Being listed…")
                       : n == 0 ? _("Nobody: the score fooled in no such case.") : more != NULL ? more : count);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_sensitive (self->export_button, n > 0 && !self->saving);
}

/* The bands have the names that the user gave them. */
static void
show_names (BwFooledCard *self,
            BwModel      *model)
{
  g_autofree char *left = bw_fooled_name (model, TRUE);
  g_autofree char *stayed = bw_fooled_name (model, FALSE);

  gtk_button_set_label (GTK_BUTTON (self->left_button), left);
  gtk_button_set_label (GTK_BUTTON (self->stayed_button), stayed);
}

static void
on_listed (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr(BwFooledCard) self = user_data;
  GTask *task = G_TASK (result);
  Work *work = g_task_get_task_data (task);

  if (!g_task_propagate_boolean (task, NULL) || self->validating == NULL ||
      self->cancellable != g_task_get_cancellable (task))
    return;

  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->fooled, g_ptr_array_unref);
  self->fooled = g_steal_pointer (&work->fooled);
  self->n_all = work->n_all;
  show_list (self);
}

/* Lists anew where another list is wanted. */
static void
update (BwFooledCard *self)
{
  BwValidation *validation;
  g_autoptr(GTask) task = NULL;
  Work *work;
  guint segment;
  const gboolean left = gtk_toggle_button_get_active (self->left_button);

  if (self->validating == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)) ||
      bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) == NULL)
    return;

  validation = bw_validating_get_validation (self->validating);
  segment = bw_validating_get_segment (self->validating);
  if (validation == self->validation && segment == self->segment && left == self->left)
    return;

  stop (self);
  g_clear_pointer (&self->fooled, g_ptr_array_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);
  self->segment = segment;
  self->left = left;
  show_list (self);
  if (validation == NULL)
    return;

  self->validation = bw_validation_ref (validation);
  show_names (self, bw_results_get_model (bw_validation_get_results (validation)));
  work = g_new0 (Work, 1);
  work->validation = bw_validation_ref (validation);
  work->segment = segment;
  work->left = left;
  self->cancellable = g_cancellable_new ();
  task = g_task_new (NULL, self->cancellable, on_listed, g_object_ref (self));
  g_task_set_source_tag (task, update);
  g_task_set_task_data (task, work, (GDestroyNotify) work_free);
  g_task_run_in_thread (task, list_in_thread);
}

/* Nothing is open any more. */
static void
forget (BwFooledCard *self)
{
  if (bw_workspace_get_results (bw_live_get_workspace (BW_LIVE (self))) != NULL)
    return;

  stop (self);
  g_clear_pointer (&self->fooled, g_ptr_array_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);
  show_list (self);
}

static void
bw_fooled_card_refresh (BwLive  *live,
                        BwChange changes)
{
  BwFooledCard *self = BW_FOOLED_CARD (live);

  if (self->validating == NULL)
    {
      self->validating = g_object_ref (bw_validating_of (bw_live_get_workspace (live)));
      g_signal_connect_object (self->validating, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (bw_live_get_workspace (live), "data-changed", G_CALLBACK (forget), self,
                               G_CONNECT_SWAPPED);
    }
  update (self);
}

static void
on_toggled (BwFooledCard *self)
{
  update (self);
}

static void
on_row_activated (BwFooledCard  *self,
                  GtkListBoxRow *row)
{
  g_signal_emit (self, signals[CUSTOMER_ACTIVATED], 0,
                 GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "customer")));
}

static void
on_saved (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(BwFooledCard) self = user_data;
  g_autoptr(GError) error = NULL;
  const gboolean saved = bw_fooled_save_finish (result, &error);

  self->saving = FALSE;
  if (gtk_widget_get_root (GTK_WIDGET (self)) == NULL)
    return;

  gtk_widget_set_sensitive (self->export_button, self->fooled != NULL && self->n_all > 0);
  if (saved)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.say", "s", _("Customers exported"));
  else
    bw_message_show_error (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           _("Could Not Export the Customers"), error);
}

static void
on_place_chosen (GFile *const *files,
                 guint         n_files,
                 gpointer      user_data)
{
  BwFooledCard *self = user_data;

  if (self->validation == NULL)
    return;

  self->saving = TRUE;
  gtk_widget_set_sensitive (self->export_button, FALSE);
  bw_fooled_save_async (self->validation, self->segment, self->left, bw_hidden_names_get (), files[0],
                        on_saved, g_object_ref (self));
}

static void
on_export (BwFooledCard *self)
{
  static const BwFileKind tables = { N_("CSV tables"), { "*.csv" } };

  bw_file_dialog_save_list (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _("Export Customers for a Review"), &tables,
                            self->left ? _("left-all-the-same.csv") : _("stayed-all-the-same.csv"), NULL,
                            on_place_chosen, self);
}

static void
bw_fooled_card_dispose (GObject *object)
{
  BwFooledCard *self = BW_FOOLED_CARD (object);

  stop (self);
  g_clear_object (&self->validating);
  g_clear_pointer (&self->fooled, g_ptr_array_unref);
  g_clear_pointer (&self->validation, bw_validation_unref);

  G_OBJECT_CLASS (bw_fooled_card_parent_class)->dispose (object);
}

static void
bw_fooled_card_class_init (BwFooledCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_fooled_card_dispose;
  BW_LIVE_CLASS (klass)->refresh = bw_fooled_card_refresh;

  signals[CUSTOMER_ACTIVATED] =
    g_signal_new ("customer-activated", BW_TYPE_FOOLED_CARD, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/fooled-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwFooledCard, left_button);
  gtk_widget_class_bind_template_child (widget_class, BwFooledCard, stayed_button);
  gtk_widget_class_bind_template_child (widget_class, BwFooledCard, export_button);
  gtk_widget_class_bind_template_child (widget_class, BwFooledCard, note);
  gtk_widget_class_bind_template_child (widget_class, BwFooledCard, list);
  gtk_widget_class_bind_template_callback (widget_class, on_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_export);
}

static void
bw_fooled_card_init (BwFooledCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->segment = BW_ALL_SEGMENTS;
  self->left = TRUE;
  g_signal_connect (self, "map", G_CALLBACK (update), NULL);
}
