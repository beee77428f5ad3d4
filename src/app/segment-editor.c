/* The editor of a segment: its name, its rule, whom it takes, its place in the order. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new segment is in the model as soon as its first condition is complete. The editor follows the
 * segment that is chosen in the list. */

#include "app/segment-editor.h"

#include "app/segment-customers.h"
#include "app/segment-overlap.h"
#include "app/segment-presets.h"
#include "app/segment-weights.h"
#include "app/segment-words.h"
#include "widgets/rule-builder.h"
#include "widgets/segment-edit.h"

#include <glib/gi18n-lib.h>

struct _BwSegmentEditor
{
  BwEditor parent_instance;

  char *subject; /* the segment's id, or NULL while it is new */
  guint chosen;  /* in the workspace, when this was looked at last */

  GtkEditable        *name;
  GtkLabel           *place;
  GtkLabel           *trouble;
  GtkWidget          *order;
  BwRuleBuilder      *builder;
  GtkLabel           *taken;
  GtkWidget          *presets_card;
  BwSegmentPresets   *presets;
  GtkWidget          *customers_card;
  GtkLabel           *customers_title;
  BwSegmentCustomers *customers;
  GtkWidget          *overlap_card;
  BwSegmentOverlap   *overlap;
  BwSegmentWeights   *weights;
};

G_DEFINE_FINAL_TYPE (BwSegmentEditor, bw_segment_editor, BW_TYPE_EDITOR)

static BwWorkspace *
get_workspace (BwSegmentEditor *self)
{
  return bw_live_get_workspace (BW_LIVE (self));
}

/* The segment's index in the draft; BW_NONE while it is new. */
static guint
find_segment (BwSegmentEditor *self)
{
  BwWorkspace *workspace = get_workspace (self);

  return self->subject == NULL || workspace == NULL ? BW_NONE :
         bw_model_find_segment (bw_workspace_get_model (workspace), self->subject);
}

static void
show_trouble (BwSegmentEditor *self,
              const GError    *error)
{
  gtk_label_set_label (self->trouble, error == NULL ? "" : error->message);
  gtk_widget_set_visible (GTK_WIDGET (self->trouble), error != NULL);
}

static void
set_subject (BwSegmentEditor *self,
             const char      *id)
{
  show_trouble (self, NULL); /* that was of another segment */
  g_free (self->subject);
  self->subject = g_strdup (id);
}

/* Chooses the segment in the list too, so that its weights stand beside. */
static void
choose (BwSegmentEditor *self,
        guint            segment)
{
  self->chosen = segment;
  bw_workspace_set_segment (get_workspace (self), segment);
}

static void
show_name (BwSegmentEditor *self,
           const char      *name)
{
  if (g_strcmp0 (gtk_editable_get_text (self->name), name) != 0)
    gtk_editable_set_text (self->name, name);
}

static void
show_new (BwSegmentEditor *self,
          BwWorkspace     *workspace)
{
  gtk_label_set_label (self->place, _("A new segment. It is there as soon as its first condition "
                                      "is complete, before all others in the order."));
  bw_rule_builder_set_value (self->builder, bw_workspace_get_model (workspace),
                             bw_workspace_get_panel (workspace), NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), FALSE);
  bw_segment_presets_show (self->presets, workspace);
  gtk_widget_set_visible (self->presets_card, gtk_widget_get_visible (GTK_WIDGET (self->presets)));
}

static void
show_segment (BwSegmentEditor *self,
              BwWorkspace     *workspace,
              guint            segment)
{
  BwModel *model = bw_workspace_get_model (workspace);
  BwPanel *panel = bw_workspace_get_panel (workspace);
  const BwSegment *value = bw_model_get_segment (model, segment);
  const gboolean rest = value->where == NULL;
  g_autoptr(BwMatching) matching = bw_matching_new (model, panel,
                                                    bw_panel_get_n_snapshots (panel) - 1);
  g_autofree char *place = bw_segment_say_place (model, segment);
  g_autofree char *taken = bw_segment_say_taken (model, matching, segment);
  g_autofree char *customers = bw_segment_say_customers (matching, segment);

  show_name (self, value->name);
  gtk_label_set_label (self->place, place);
  gtk_label_set_label (self->taken, taken);
  gtk_widget_set_visible (GTK_WIDGET (self->taken), TRUE);
  gtk_label_set_label (self->customers_title, customers);
  if (!rest)
    bw_rule_builder_set_value (self->builder, model, panel, value->where);
  gtk_widget_set_visible (GTK_WIDGET (self->builder), !rest);
  bw_segment_customers_show (self->customers, workspace, segment);
  bw_segment_overlap_show (self->overlap, workspace, matching);
  bw_segment_weights_show (self->weights, workspace, segment);
}

static void
show_actions (BwSegmentEditor *self,
              const BwModel   *model,
              guint            segment)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const gboolean ruled = segment != BW_NONE && segment + 1 < bw_model_get_n_segments (model);

  gtk_widget_action_set_enabled (widget, "segment.up", ruled && segment > 0);
  gtk_widget_action_set_enabled (widget, "segment.down",
                                 ruled && bw_segment_can_move (model, segment, segment + 1));
  gtk_widget_action_set_enabled (widget, "segment.remove", ruled);
  gtk_widget_set_visible (self->order, ruled);
}

static void
show (BwSegmentEditor *self)
{
  BwWorkspace *workspace = get_workspace (self);
  const guint segment = find_segment (self);
  const gboolean is_new = segment == BW_NONE;

  show_actions (self, bw_workspace_get_model (workspace), segment);
  gtk_widget_set_visible (self->presets_card, is_new);
  gtk_widget_set_visible (self->customers_card, !is_new);
  gtk_widget_set_visible (self->overlap_card, !is_new);
  gtk_widget_set_visible (GTK_WIDGET (self->weights), !is_new);
  if (is_new)
    show_new (self, workspace);
  else
    show_segment (self, workspace, segment);
}

/* Goes on with the segment that was chosen in the list; what is half typed is the rule of the one
 * before, which may be new. */
static void
follow_choice (BwSegmentEditor *self,
               guint            chosen)
{
  BwWorkspace *workspace = get_workspace (self);
  g_autofree char *id =
    g_strdup (bw_model_get_segment (bw_workspace_get_model (workspace), chosen)->id);

  self->chosen = chosen;
  bw_rule_builder_settle (self->builder);
  set_subject (self, id);
  if (find_segment (self) != bw_workspace_get_segment (workspace))
    choose (self, find_segment (self));
}

static void
bw_segment_editor_refresh (BwLive  *live,
                           BwChange changes)
{
  BwSegmentEditor *self = BW_SEGMENT_EDITOR (live);
  BwWorkspace *workspace = bw_live_get_workspace (live);
  const guint chosen = bw_workspace_get_segment (workspace);

  if (self->subject != NULL && find_segment (self) == BW_NONE)
    {
      /* Undone, or another model: not in the middle of telling of it. */
      bw_editor_close_later (BW_EDITOR (self));
      return;
    }
  if ((changes & BW_CHANGE_SEGMENT) && chosen != self->chosen && chosen != BW_ALL_SEGMENTS)
    {
      follow_choice (self, chosen);
      changes |= BW_CHANGE_MODEL;
    }
  self->chosen = bw_workspace_get_segment (workspace);

  if (changes & (BW_CHANGE_DATA | BW_CHANGE_MODEL))
    show (self);
}

static void
bw_segment_editor_set_subject (BwEditor   *editor,
                               const char *subject)
{
  BwSegmentEditor *self = BW_SEGMENT_EDITOR (editor);
  BwWorkspace *workspace = get_workspace (self);
  guint segment;

  set_subject (self, *subject == '\0' ? NULL : subject);
  self->chosen = bw_workspace_get_segment (workspace);
  segment = find_segment (self);
  if (segment == BW_NONE)
    set_subject (self, NULL);
  else
    choose (self, segment);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    show (self);
}

/* The first segment of the model is new and is what is edited from now on. */
static void
take_first (BwSegmentEditor *self)
{
  BwModel *model = bw_workspace_get_model (get_workspace (self));

  set_subject (self, bw_model_get_segment (model, 0)->id);
  choose (self, 0);
  show (self);
}

static void
add (BwSegmentEditor    *self,
     const BwConditions *where)
{
  BwWorkspace *workspace = get_workspace (self);
  const char *typed = gtk_editable_get_text (self->name);
  g_autoptr(GError) error = NULL;
  const gboolean added = bw_segment_begin (workspace, *typed != '\0' ? typed : NULL, where, &error);

  show_trouble (self, error);
  if (added)
    take_first (self);
}

static void
change (BwSegmentEditor *self,
        BwSegment       *value,
        const char      *format)
{
  g_autofree char *step = g_strdup_printf (format, value->name);
  g_autoptr(GError) error = NULL;

  value->shares = NULL;
  bw_segment_change (get_workspace (self), find_segment (self), value, step, &error);
  show_trouble (self, error);
}

static void
on_rule_changed (BwSegmentEditor *self)
{
  const guint segment = find_segment (self);
  g_autoptr(BwConditions) where = bw_rule_builder_get_value (self->builder);
  g_autofree char *name = NULL;
  BwSegment value;

  if (where == NULL || get_workspace (self) == NULL)
    return;
  if (segment == BW_NONE && self->subject == NULL) /* one that was undone stays away */
    add (self, where);
  if (segment == BW_NONE)
    return;

  value = *bw_model_get_segment (bw_workspace_get_model (get_workspace (self)), segment);
  value.name = name = bw_segment_name_after (get_workspace (self), &value, where);
  value.where = where;
  /* TRANSLATORS: a step of undo; %s is a segment */
  change (self, &value, _("Rule of “%s”"));
}

static void
on_name_done (BwSegmentEditor *self)
{
  const guint segment = find_segment (self);
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
  BwSegment value;

  if (segment == BW_NONE)
    return;

  value = *bw_model_get_segment (bw_workspace_get_model (get_workspace (self)), segment);
  if (*name == '\0' || g_str_equal (name, value.name))
    {
      show_name (self, value.name);
      return;
    }

  value.name = name;
  /* TRANSLATORS: a step of undo; %s is the new name of a segment */
  change (self, &value, _("Rename Segment to “%s”"));
}

static void
move (GtkWidget  *widget,
      const char *action_name,
      GVariant   *parameter)
{
  BwSegmentEditor *self = BW_SEGMENT_EDITOR (widget);
  const guint segment = find_segment (self);

  if (segment != BW_NONE)
    bw_segment_move (get_workspace (self), segment,
                     g_str_equal (action_name, "segment.up") ? segment - 1 : segment + 1);
}

static void
remove_segment (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  BwSegmentEditor *self = BW_SEGMENT_EDITOR (widget);

  if (find_segment (self) != BW_NONE)
    bw_segment_remove_and_say (widget, get_workspace (self), find_segment (self));
}

static void
bw_segment_editor_finalize (GObject *object)
{
  g_free (BW_SEGMENT_EDITOR (object)->subject);

  G_OBJECT_CLASS (bw_segment_editor_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, name);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, place);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, trouble);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, order);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, builder);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, taken);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, presets_card);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, presets);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, customers_card);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, customers_title);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, customers);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, overlap_card);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, overlap);
  gtk_widget_class_bind_template_child (widget_class, BwSegmentEditor, weights);
  gtk_widget_class_bind_template_callback (widget_class, on_name_done);
  gtk_widget_class_bind_template_callback (widget_class, on_rule_changed);
  gtk_widget_class_bind_template_callback (widget_class, take_first);
}

static void
bw_segment_editor_class_init (BwSegmentEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_segment_editor_finalize;
  BW_LIVE_CLASS (klass)->refresh = bw_segment_editor_refresh;
  BW_EDITOR_CLASS (klass)->set_subject = bw_segment_editor_set_subject;

  g_type_ensure (BW_TYPE_RULE_BUILDER);
  g_type_ensure (BW_TYPE_SEGMENT_CUSTOMERS);
  g_type_ensure (BW_TYPE_SEGMENT_OVERLAP);
  g_type_ensure (BW_TYPE_SEGMENT_PRESETS);
  g_type_ensure (BW_TYPE_SEGMENT_WEIGHTS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/segment-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "segment.up", NULL, move);
  gtk_widget_class_install_action (widget_class, "segment.down", NULL, move);
  gtk_widget_class_install_action (widget_class, "segment.remove", NULL, remove_segment);
}

static void
bw_segment_editor_init (BwSegmentEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->chosen = BW_ALL_SEGMENTS;
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (on_name_done), self);
  gtk_widget_add_controller (GTK_WIDGET (self->name), focus);
}
