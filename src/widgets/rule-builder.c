/* Builds the rule of a segment, a cap or a floor, and says for how many customers it holds. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are not complete stay, marked, and are left out of the value. The count follows each
 * key; those who listen hear of what is typed when it pauses. */

#include "widgets/rule-builder.h"

#include "format/format.h"
#include "model/matching.h"
#include "widgets/rule-row.h"
#include "widgets/way-back.h"
#include "widgets/rule-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define PAUSE 450 /* ms without a key after which typing is taken for done */

struct _BwRuleBuilder
{
  AdwBin parent_instance;

  BwModel   *model;
  BwPanel   *panel;
  GPtrArray *subjects; /* BwRuleSubject */
  gboolean   filling;
  guint      pause;    /* source, or 0 */

  GtkToggleButton *all;
  GtkToggleButton *any;
  GtkLabel        *count;
  GtkBox          *rows;
  GtkWidget       *add;
  GtkLabel        *remark;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleBuilder, bw_rule_builder, ADW_TYPE_BIN)

static guint
count_rows (BwRuleBuilder *self)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n++;

  return n;
}

/* The complete rows as a value that is borrowed from them; NULL where there is none. */
static const BwConditions *
borrow_value (BwRuleBuilder *self,
              GArray        *conditions,
              BwConditions  *where)
{
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    {
      BwCondition condition;

      if (bw_rule_row_get_condition (BW_RULE_ROW (row), &condition))
        g_array_append_val (conditions, condition);
    }
  where->any = !gtk_toggle_button_get_active (self->all); /* "any" follows when it is told */
  where->conditions = (BwCondition *) (void *) conditions->data;
  where->n_conditions = conditions->len;

  return conditions->len > 0 ? where : NULL;
}

/* "412 of 7,043 customers" */
static char *
count_to_words (BwRuleBuilder *self,
                gsize          n)
{
  const guint newest = bw_panel_get_n_snapshots (self->panel) - 1;
  const gsize n_all = bw_snapshot_get_n_rows (bw_panel_get_snapshot (self->panel, newest));
  g_autofree char *number = bw_format_number (n, 0);
  g_autofree char *of = bw_format_number (n_all, 0);

  /* TRANSLATORS: for how many customers a rule holds, and how many there are */
  return g_strdup_printf (ngettext ("%s of %s customer", "%s of %s customers", n_all), number, of);
}

static void
show_remark (BwRuleBuilder *self,
             const char    *remark)
{
  gtk_label_set_label (self->remark, remark == NULL ? "" : remark);
  gtk_widget_set_visible (GTK_WIDGET (self->remark), remark != NULL);
}

static void
show_count (BwRuleBuilder *self)
{
  const guint newest = bw_panel_get_n_snapshots (self->panel) - 1;
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (BwCondition));
  BwConditions borrowed;
  const BwConditions *where = borrow_value (self, conditions, &borrowed);
  g_autoptr(GError) error = NULL;
  g_autofree char *remark = NULL, *words = NULL;
  gsize n;

  if (where == NULL)
    {
      gtk_label_set_label (self->count, "");
      show_remark (self, NULL);
      return;
    }

  n = bw_conditions_count (where, self->model, self->panel, newest, &error);
  if (error != NULL)
    {
      gtk_label_set_label (self->count, "");
      show_remark (self, error->message);
      return;
    }

  words = count_to_words (self, n);
  remark = bw_conditions_make_remark (self->model, self->panel, where, n);
  gtk_label_set_label (self->count, words);
  show_remark (self, remark);
}

static void
stop_waiting (BwRuleBuilder *self)
{
  g_clear_handle_id (&self->pause, g_source_remove);
}

static gboolean
on_paused (gpointer user_data)
{
  BwRuleBuilder *self = user_data;

  self->pause = 0;
  g_signal_emit (self, signals[CHANGED], 0);

  return G_SOURCE_REMOVE;
}

static void
tell (BwRuleBuilder *self,
      gboolean       typing)
{
  stop_waiting (self);
  show_count (self);
  if (typing)
    self->pause = g_timeout_add (PAUSE, on_paused, self);
  else
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_how_toggled (BwRuleBuilder *self)
{
  if (!self->filling)
    tell (self, FALSE);
}

static void
show_rows (BwRuleBuilder *self)
{
  guint number = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->rows)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    bw_rule_row_set_number (BW_RULE_ROW (row), ++number);
}

static BwRuleRow *add_row (BwRuleBuilder *self,
                           BwRuleRow     *below);

static void
on_row_add (BwRuleBuilder *self,
            BwRuleRow     *row)
{
  gtk_widget_grab_focus (GTK_WIDGET (add_row (self, row)));
}

/* The focus goes to the row that takes the place of the one that goes. There is always a row. */
static void
on_row_remove (BwRuleBuilder *self,
               BwRuleRow     *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (GTK_WIDGET (row));

  if (next == NULL)
    next = gtk_widget_get_prev_sibling (GTK_WIDGET (row));
  gtk_widget_grab_focus (next == NULL ? self->add : next);
  gtk_box_remove (self->rows, GTK_WIDGET (row));
  if (next == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (add_row (self, NULL)));
  show_rows (self);
  tell (self, FALSE);
}

static BwRuleRow *
add_row (BwRuleBuilder *self,
         BwRuleRow     *below)
{
  GtkWidget *row = bw_rule_row_new (self->panel, self->subjects);

  bw_way_back_add (row);
  g_signal_connect_object (row, "changed", G_CALLBACK (tell), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "add", G_CALLBACK (on_row_add), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (on_row_remove), self, G_CONNECT_SWAPPED);
  gtk_box_insert_child_after (self->rows, row, below != NULL ? GTK_WIDGET (below) :
                              gtk_widget_get_last_child (GTK_WIDGET (self->rows)));
  show_rows (self);

  return BW_RULE_ROW (row);
}

static void
on_add (BwRuleBuilder *self)
{
  if (self->panel != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (add_row (self, NULL)));
}

/* What was typed is not lost when the builder goes out of sight. */
static void
bw_rule_builder_unmap (GtkWidget *widget)
{
  bw_rule_builder_settle (BW_RULE_BUILDER (widget));

  GTK_WIDGET_CLASS (bw_rule_builder_parent_class)->unmap (widget);
}

static void
bw_rule_builder_dispose (GObject *object)
{
  BwRuleBuilder *self = BW_RULE_BUILDER (object);

  stop_waiting (self);
  g_clear_pointer (&self->model, bw_model_unref);
  g_clear_pointer (&self->panel, bw_panel_unref);
  g_clear_pointer (&self->subjects, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_rule_builder_parent_class)->dispose (object);
}

static void
bw_rule_builder_class_init (BwRuleBuilderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_rule_builder_dispose;
  widget_class->unmap = bw_rule_builder_unmap;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_RULE_BUILDER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/rule-builder.ui");
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, all);
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, any);
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, count);
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, rows);
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, add);
  gtk_widget_class_bind_template_child (widget_class, BwRuleBuilder, remark);
  gtk_widget_class_bind_template_callback (widget_class, on_how_toggled);
  gtk_widget_class_bind_template_callback (widget_class, on_add);
}

static void
bw_rule_builder_init (BwRuleBuilder *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether the rows that are complete say the same as @where. */
static gboolean
says (BwRuleBuilder      *self,
      const BwConditions *where)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (BwCondition));
  BwConditions borrowed;

  if (borrow_value (self, conditions, &borrowed) == NULL)
    return where == NULL && count_rows (self) > 0;

  return where != NULL && bw_conditions_equal (&borrowed, where);
}

static void
fill (BwRuleBuilder      *self,
      const BwConditions *where)
{
  GtkWidget *row;

  stop_waiting (self);
  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->rows))) != NULL)
    gtk_box_remove (self->rows, row);
  for (guint i = 0; where != NULL && i < where->n_conditions; i++)
    bw_rule_row_set_condition (add_row (self, NULL), &where->conditions[i]);
  if (where == NULL || where->n_conditions == 0)
    add_row (self, NULL);

  self->filling = TRUE;
  gtk_toggle_button_set_active (where != NULL && where->any ? self->any : self->all, TRUE);
  self->filling = FALSE;
}

/**
 * bw_rule_builder_set_value:
 * @where: (nullable): copied; %NULL for a rule that is to be begun
 *
 * Shows a rule. Where it is what the builder says already, rows that are not complete stay, unless
 * the customers or the metrics are others. Tells nobody.
 */
void
bw_rule_builder_set_value (BwRuleBuilder      *self,
                           BwModel            *model,
                           BwPanel            *panel,
                           const BwConditions *where)
{
  gboolean other;

  g_return_if_fail (BW_IS_RULE_BUILDER (self));

  other = panel != self->panel || self->model == NULL || !bw_rule_subjects_are_same (model, self->model);

  bw_model_ref (model);
  g_clear_pointer (&self->model, bw_model_unref);
  self->model = model;
  if (other || !says (self, where))
    {
      bw_panel_ref (panel);
      g_clear_pointer (&self->panel, bw_panel_unref);
      self->panel = panel;
      g_clear_pointer (&self->subjects, g_ptr_array_unref);
      self->subjects = bw_rule_subjects_list (panel, model);
      fill (self, where);
    }
  show_count (self);
}

/**
 * bw_rule_builder_get_value:
 *
 * Returns: (transfer full) (nullable): the conditions that are complete; %NULL where none is
 */
BwConditions *
bw_rule_builder_get_value (BwRuleBuilder *self)
{
  g_autoptr(GArray) conditions = g_array_new (FALSE, FALSE, sizeof (BwCondition));
  BwConditions borrowed;
  const BwConditions *where;

  g_return_val_if_fail (BW_IS_RULE_BUILDER (self), NULL);

  where = borrow_value (self, conditions, &borrowed);

  return where == NULL ? NULL : bw_conditions_copy (where);
}

/**
 * bw_rule_builder_settle:
 *
 * Takes what is half typed for done: "changed" is told now, where it would be soon.
 */
void
bw_rule_builder_settle (BwRuleBuilder *self)
{
  g_return_if_fail (BW_IS_RULE_BUILDER (self));

  if (self->pause == 0)
    return;

  stop_waiting (self);
  g_signal_emit (self, signals[CHANGED], 0);
}
