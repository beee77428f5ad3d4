/* One kind of file in the import assistant: what a row stands for and how it finds its customer. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/import-source-card.h"

#include "app/import-event-row.h"
#include "app/import-lists.h"
#include "app/import-targets.h"
#include "app/import-words.h"
#include "format/format.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  JOIN,
  MORE,
  TARGET,
  MATCH,
  DUPLICATES,
} Control;

#define N_CONTROLS (DUPLICATES + 1)

struct _BwImportSourceCard
{
  AdwBin parent_instance;

  BwImporting *importing;
  guint        source;
  GPtrArray   *targets; /* of BwImportTarget: what rows may point to */
  gboolean     filling;

  GtkLabel    *name;
  GtkLabel    *joined;
  GtkDropDown *shape;
  GtkWidget   *trouble;
  GtkLabel    *trouble_label;
  GtkFlowBox  *flow;
  GtkExpander *events;
  GtkLabel    *events_label;
  GtkBox      *event_list;
  GtkWidget   *add_event;
  GtkWidget   *boxes[N_CONTROLS];
  GtkDropDown *drop_downs[N_CONTROLS];
};

static const char *const control_titles[N_CONTROLS] = {
  [JOIN] = N_("Column with the key"),
  [MORE] = N_("Together with"),
  [TARGET] = N_("Points to"),
  [MATCH] = N_("Keys match"),
  [DUPLICATES] = N_("Same key again"),
};

G_DEFINE_FINAL_TYPE (BwImportSourceCard, bw_import_source_card, ADW_TYPE_BIN)

static const BwMappedSource *
get_mapped (BwImportSourceCard *self)
{
  return bw_mapping_get_source (bw_importing_get_mapping (self->importing), self->source);
}

static void
on_shape (BwImportSourceCard *self)
{
  const guint shape = gtk_drop_down_get_selected (self->shape);

  if (!self->filling && self->importing != NULL && shape < BW_N_SHAPES &&
      shape != get_mapped (self)->shape)
    bw_importing_set_shape (self->importing, self->source, shape);
}

static guint
get_selected (BwImportSourceCard *self,
              Control             control)
{
  return gtk_drop_down_get_selected (self->drop_downs[control]);
}

/* The columns of the key as they are chosen; the third and more stay as they are. */
static GStrv
dup_key (BwImportSourceCard *self)
{
  const BwMappedSource *mapped = get_mapped (self);
  const guint join = get_selected (self, JOIN), more = get_selected (self, MORE);
  g_autoptr(GStrvBuilder) columns = g_strv_builder_new ();

  if (join == 0 || join > mapped->n_columns)
    return NULL;

  g_strv_builder_add (columns, mapped->columns[join - 1].header);
  if (more > 0 && more <= mapped->n_columns)
    g_strv_builder_add (columns, mapped->columns[more - 1].header);
  for (guint i = 1; mapped->join_more != NULL && mapped->join_more[0] != NULL &&
       mapped->join_more[i] != NULL && more > 0; i++)
    g_strv_builder_add (columns, mapped->join_more[i]);

  return g_strv_builder_end (columns);
}

static void
on_join (BwImportSourceCard *self)
{
  const guint target = get_selected (self, TARGET);
  const BwImportTarget *chosen = target < self->targets->len ? self->targets->pdata[target] : NULL;
  g_auto(GStrv) columns = dup_key (self);

  bw_importing_set_join (self->importing, self->source, (const char *const *) columns,
                         columns == NULL || chosen == NULL ? NULL : chosen->via,
                         columns == NULL || chosen == NULL ? NULL : chosen->via_column,
                         MIN (get_selected (self, MATCH), BW_N_MATCHES - 1));
}

static void
on_selected (GtkDropDown        *drop_down,
             GParamSpec         *pspec,
             BwImportSourceCard *self)
{
  const guint selected = gtk_drop_down_get_selected (drop_down);

  if (self->filling || self->importing == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;

  if (drop_down == self->drop_downs[DUPLICATES])
    bw_importing_set_duplicates (self->importing, self->source, selected);
  else
    on_join (self);
}

static void
on_add_event (BwImportSourceCard *self)
{
  bw_importing_add_event (self->importing, self->source);
}

/* Rows are made only for a list that is open: a file may have dozens. */
static void
show_events (BwImportSourceCard *self)
{
  const BwMappedSource *mapped = get_mapped (self);
  const gboolean open = gtk_expander_get_expanded (self->events);
  g_autofree char *title = mapped->n_events == 0 ? g_strdup (_("Make columns of these rows")) :
                           g_strdup_printf (ngettext ("%u column made of these rows",
                                                      "%u columns made of these rows",
                                                      mapped->n_events), mapped->n_events);
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->event_list));

  gtk_label_set_label (self->events_label, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->events),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->events), mapped->shape == BW_SHAPE_EVENTS);
  for (guint i = 0; open && i < mapped->n_events; i++)
    {
      if (row == NULL)
        {
          row = g_object_new (BW_TYPE_IMPORT_EVENT_ROW, NULL);
          gtk_box_append (self->event_list, row);
        }
      bw_import_event_row_show (BW_IMPORT_EVENT_ROW (row), self->importing, self->source, i);
      row = gtk_widget_get_next_sibling (row);
    }
  while (row != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (row);

      gtk_box_remove (self->event_list, row);
      row = next;
    }
}

static void
on_expanded (BwImportSourceCard *self)
{
  if (self->importing != NULL)
    show_events (self);
}

static void
bw_import_source_card_dispose (GObject *object)
{
  BwImportSourceCard *self = BW_IMPORT_SOURCE_CARD (object);

  g_clear_object (&self->importing);
  g_clear_pointer (&self->targets, g_ptr_array_unref);

  G_OBJECT_CLASS (bw_import_source_card_parent_class)->dispose (object);
}

static void
bw_import_source_card_class_init (BwImportSourceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = bw_import_source_card_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/import-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, name);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, joined);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, shape);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, trouble);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, trouble_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, flow);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, events);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, events_label);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, event_list);
  gtk_widget_class_bind_template_child (widget_class, BwImportSourceCard, add_event);
  gtk_widget_class_bind_template_callback (widget_class, on_shape);
  gtk_widget_class_bind_template_callback (widget_class, on_expanded);
  gtk_widget_class_bind_template_callback (widget_class, on_add_event);
}

static void
add_control (BwImportSourceCard *self,
             Control             control)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new (_(control_titles[control]));
  GtkWidget *drop_down = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  g_signal_connect (drop_down, "notify::selected", G_CALLBACK (on_selected), self);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), drop_down);
  gtk_flow_box_append (self->flow, box);
  self->boxes[control] = gtk_widget_get_parent (box);
  gtk_widget_set_focusable (self->boxes[control], FALSE);
  self->drop_downs[control] = GTK_DROP_DOWN (drop_down);
}

static void
bw_import_source_card_init (BwImportSourceCard *self)
{
  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (Control control = JOIN; control < N_CONTROLS; control++)
    add_control (self, control);
  self->filling = FALSE;
}

static void
show_controls (BwImportSourceCard   *self,
               const BwMappedSource *mapped)
{
  const gboolean keyed = mapped->join != NULL;
  const char *more = mapped->join_more != NULL ? mapped->join_more[0] : NULL;
  const gboolean rows_may_repeat = mapped->shape != BW_SHAPE_EVENTS;

  bw_import_list_columns (self->drop_downs[JOIN], mapped, _("None: each row is a customer"),
                          mapped->join);
  bw_import_list_columns (self->drop_downs[MORE], mapped, _("Nothing else"), more);
  g_clear_pointer (&self->targets, g_ptr_array_unref);
  self->targets = bw_import_targets_find (bw_importing_get_mapping (self->importing),
                                          self->source);
  bw_import_targets_list (self->drop_downs[TARGET], self->targets, mapped);
  bw_import_list_titles (self->drop_downs[MATCH], BW_N_MATCHES,
                         (BwImportTitleFunc) bw_match_get_title, mapped->match);
  bw_import_list_titles (self->drop_downs[DUPLICATES], BW_N_DUPLICATES,
                         (BwImportTitleFunc) bw_duplicates_get_title, mapped->duplicates);
  gtk_widget_set_visible (self->boxes[MORE], keyed);
  gtk_widget_set_visible (self->boxes[TARGET], keyed && self->targets->len > 1);
  gtk_widget_set_visible (self->boxes[MATCH], keyed);
  gtk_widget_set_visible (self->boxes[DUPLICATES], keyed && rows_may_repeat);
}

static void
show_names (BwImportSourceCard *self,
            const char         *name)
{
  gtk_label_set_label (self->name, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), name);
  for (Control control = JOIN; control < N_CONTROLS; control++)
    {
      g_autofree char *text = g_strdup_printf ("%s: %s", _(control_titles[control]), name);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->drop_downs[control]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
    }
  /* TRANSLATORS: accessible names; %s is a file */
  bw_import_name_widget (GTK_WIDGET (self->shape), _("What one row of %s stands for"), name);
  bw_import_name_widget (self->add_event, _("Add a column made of %s"), name);
}

static void
show_joined (BwImportSourceCard *self)
{
  BwJoined joined;
  g_autofree char *facts = NULL;
  g_autofree char *trouble = NULL;

  bw_intake_get_joined (bw_importing_get_intake (self->importing), self->source, &joined);
  facts = bw_import_describe_joined (&joined);
  trouble = bw_import_describe_unjoined (&joined);
  gtk_label_set_label (self->joined, facts);
  gtk_label_set_label (self->trouble_label, trouble);
  gtk_widget_set_visible (self->trouble, *trouble != '\0');
}

/**
 * bw_import_source_card_show:
 * @source: place in the mapping of @importing
 */
void
bw_import_source_card_show (BwImportSourceCard *self,
                            BwImporting        *importing,
                            guint               source)
{
  const BwMappedSource *mapped;
  g_autofree char *name = NULL;

  g_return_if_fail (BW_IS_IMPORT_SOURCE_CARD (self));

  g_set_object (&self->importing, importing);
  self->source = source;
  mapped = get_mapped (self);
  name = bw_import_name_kind (importing, source);

  self->filling = TRUE;
  show_names (self, name);
  bw_import_list_titles (self->shape, BW_N_SHAPES, (BwImportTitleFunc) bw_shape_get_title,
                         mapped->shape);
  show_controls (self, mapped);
  self->filling = FALSE;
  show_joined (self);
  show_events (self);
}
