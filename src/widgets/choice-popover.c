/* A list to choose from that is searched by typing: one choice, or several with a check mark each. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are made when the list is opened, so that a list that is never opened costs nothing. */

#include "widgets/choice-popover.h"

#include "widgets/choice-row.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _BwChoicePopover
{
  GtkPopover parent_instance;

  gboolean          several;
  GPtrArray        *choices; /* BwChoice */
  BwChoiceCheckFunc check;   /* or NULL where nothing else may be written */
  gpointer          check_data;
  char             *needle;  /* what is searched, casefolded, or NULL */

  GtkSearchEntry *search;
  GtkListBox     *list;
  GtkWidget      *own;       /* the row of a text that is not in the list */
  GtkLabel       *own_label;
};

enum
{
  OPENING,
  CHOSEN,
  WRITTEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwChoicePopover, bw_choice_popover, GTK_TYPE_POPOVER)

static void
choice_free (BwChoice *choice)
{
  g_free (choice->title);
  g_free (choice->note);
  g_free (choice->group);
  g_free (choice);
}

static void
set_header (GtkListBoxRow *row,
            GtkListBoxRow *before,
            gpointer       user_data)
{
  const BwChoice *choice = g_object_get_data (G_OBJECT (row), "choice");
  const BwChoice *above = before == NULL ? NULL : g_object_get_data (G_OBJECT (before), "choice");
  GtkWidget *header = NULL;

  if (choice != NULL && choice->group != NULL &&
      (above == NULL || g_strcmp0 (choice->group, above->group) != 0))
    {
      header = gtk_label_new (choice->group);
      gtk_label_set_xalign (GTK_LABEL (header), 0);
      gtk_label_set_ellipsize (GTK_LABEL (header), PANGO_ELLIPSIZE_MIDDLE);
      gtk_widget_add_css_class (header, "choice-group");
    }
  gtk_list_box_row_set_header (row, header);
}

static gboolean
filter (GtkListBoxRow *row,
        gpointer       user_data)
{
  BwChoicePopover *self = user_data;
  const BwChoice *choice = g_object_get_data (G_OBJECT (row), "choice");
  g_autofree char *title = NULL;

  if (choice == NULL || self->needle == NULL)
    return TRUE;

  title = g_utf8_casefold (choice->title, -1);

  return strstr (title, self->needle) != NULL;
}

static gboolean
has_choice (BwChoicePopover *self,
            const char      *title)
{
  for (guint i = 0; i < self->choices->len; i++)
    if (g_str_equal (((BwChoice *) g_ptr_array_index (self->choices, i))->title, title))
      return TRUE;

  return FALSE;
}

/* Offers what is written where the list does not have it. */
static void
show_own (BwChoicePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  const gboolean wanted = self->check != NULL && *text != '\0' && !has_choice (self, text) &&
                          self->check (text, self->check_data);
  /* TRANSLATORS: offers a text that a list does not have */
  g_autofree char *label = g_strdup_printf (_("Use “%s”"), text);

  gtk_label_set_label (self->own_label, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->own), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_widget_set_visible (self->own, wanted);
}

static void
on_search_changed (BwChoicePopover *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_clear_pointer (&self->needle, g_free);
  if (*text != '\0')
    self->needle = g_utf8_casefold (text, -1);
  show_own (self);
  gtk_list_box_invalidate_filter (self->list);
}

static void
on_row_activated (BwChoicePopover *self,
                  GtkListBoxRow   *row)
{
  BwChoice *choice = g_object_get_data (G_OBJECT (row), "choice");
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  guint index;

  if (choice != NULL && self->several)
    bw_choice_row_turn (row, choice);
  if (choice == NULL || !self->several)
    gtk_popover_popdown (GTK_POPOVER (self));

  if (choice == NULL)
    g_signal_emit (self, signals[WRITTEN], 0, text);
  else if (g_ptr_array_find (self->choices, choice, &index))
    g_signal_emit (self, signals[CHOSEN], 0, index);
}

/* The choice that is called as is written, else the first that is seen; a text of one’s own comes
 * last. */
static GtkListBoxRow *
find_first (BwChoicePopover *self)
{
  GtkListBoxRow *row, *first = NULL;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    {
      const BwChoice *choice = g_object_get_data (G_OBJECT (row), "choice");
      g_autofree char *title = choice == NULL || self->needle == NULL ? NULL :
                               g_utf8_casefold (choice->title, -1);

      if (!gtk_widget_get_child_visible (GTK_WIDGET (row)) ||
          !gtk_widget_get_visible (GTK_WIDGET (row)))
        continue;
      if (title != NULL && g_str_equal (title, self->needle))
        return row;
      if (first == NULL)
        first = row;
    }

  return first;
}

static void
on_search_activated (BwChoicePopover *self)
{
  GtkListBoxRow *row;

  /* Return comes before the search has followed what was typed. */
  on_search_changed (self);
  row = find_first (self);
  if (row != NULL)
    on_row_activated (self, row);
}

static gboolean
on_search_key (BwChoicePopover *self,
               guint            key)
{
  GtkListBoxRow *row = find_first (self);

  if (key != GDK_KEY_Down && key != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static void
empty_list (BwChoicePopover *self)
{
  GtkWidget *row;

  /* The row of an own text stays, last of all. */
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != self->own)
    gtk_list_box_remove (self->list, row);
}

static void
bw_choice_popover_show (GtkWidget *widget)
{
  BwChoicePopover *self = BW_CHOICE_POPOVER (widget);

  g_signal_emit (self, signals[OPENING], 0);
  empty_list (self);
  for (guint i = 0; i < self->choices->len; i++)
    gtk_list_box_insert (self->list, bw_choice_row_new (g_ptr_array_index (self->choices, i),
                                                        self->several), (int) i);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  on_search_changed (self);

  GTK_WIDGET_CLASS (bw_choice_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
bw_choice_popover_finalize (GObject *object)
{
  BwChoicePopover *self = BW_CHOICE_POPOVER (object);

  g_ptr_array_unref (self->choices);
  g_free (self->needle);

  G_OBJECT_CLASS (bw_choice_popover_parent_class)->finalize (object);
}

static void
bw_choice_popover_class_init (BwChoicePopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = bw_choice_popover_finalize;
  widget_class->show = bw_choice_popover_show;

  signals[OPENING] = g_signal_new ("opening", BW_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHOSEN] = g_signal_new ("chosen", BW_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[WRITTEN] = g_signal_new ("written", BW_TYPE_CHOICE_POPOVER, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/bellwether/bellwether/choice-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, BwChoicePopover, search);
  gtk_widget_class_bind_template_child (widget_class, BwChoicePopover, list);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
bw_choice_popover_init (BwChoicePopover *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
  gtk_widget_init_template (GTK_WIDGET (self));

  self->own = gtk_list_box_row_new ();
  self->own_label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->own_label, 0);
  gtk_label_set_ellipsize (self->own_label, PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self->own), GTK_WIDGET (self->own_label));
  gtk_widget_set_visible (self->own, FALSE);
  gtk_list_box_append (self->list, self->own);
  gtk_list_box_set_header_func (self->list, set_header, NULL, NULL);
  gtk_list_box_set_filter_func (self->list, filter, self, NULL);

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_search_key), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->search), keys);
}

/**
 * bw_choice_popover_new:
 * @name: what is chosen, for a screen reader
 * @several: whether each choice has a mark of its own that is turned
 */
GtkWidget *
bw_choice_popover_new (const char *name,
                       gboolean    several)
{
  BwChoicePopover *self = g_object_new (BW_TYPE_CHOICE_POPOVER, NULL);

  self->several = several;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  return GTK_WIDGET (self);
}

void
bw_choice_popover_clear (BwChoicePopover *self)
{
  g_return_if_fail (BW_IS_CHOICE_POPOVER (self));

  empty_list (self);
  g_ptr_array_set_size (self->choices, 0);
}

/**
 * bw_choice_popover_add:
 * @note: (nullable)
 * @group: (nullable)
 *
 * Adds a choice; it is seen when the list is opened next.
 */
void
bw_choice_popover_add (BwChoicePopover *self,
                       const char      *title,
                       const char      *note,
                       const char      *group,
                       gboolean         chosen)
{
  BwChoice *choice = g_new0 (BwChoice, 1);

  g_return_if_fail (BW_IS_CHOICE_POPOVER (self));

  choice->title = g_strdup (title);
  choice->note = g_strdup (note);
  choice->group = g_strdup (group);
  choice->chosen = chosen;
  g_ptr_array_add (self->choices, choice);
}

/**
 * bw_choice_popover_allow_writing:
 * @check: (scope forever): tells which texts may be taken
 *
 * Lets a text be taken that is not in the list.
 */
void
bw_choice_popover_allow_writing (BwChoicePopover  *self,
                                 BwChoiceCheckFunc check,
                                 gpointer          user_data)
{
  g_return_if_fail (BW_IS_CHOICE_POPOVER (self));

  self->check = check;
  self->check_data = user_data;
}
