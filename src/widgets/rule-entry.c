/* An entry for one operand of a condition: a number, a date or a text, checked while it is typed. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is half typed is not called wrong before the entry is left. */

#include "widgets/rule-entry.h"

#include "widgets/rule-operand.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _BwRuleEntry
{
  AdwBin parent_instance;

  BwColumnType type;
  char        *currency;
  gboolean     filling;
  char        *told; /* the operand that was told last, or NULL */

  GtkEditable *entry;
  GtkWidget   *calendar_button; /* or NULL where it is no date */
  GtkCalendar *calendar;
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (BwRuleEntry, bw_rule_entry, ADW_TYPE_BIN)

/* Marks what is no value, once it is sure that nothing more is typed. */
static void
show_wrong (BwRuleEntry *self,
            gboolean     wrong)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (wrong)
    gtk_widget_add_css_class (entry, "error");
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_widget_set_tooltip_text (entry, wrong ? bw_rule_operand_say_wrong (self->type) : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}

static void
tell (BwRuleEntry *self,
      gboolean     typing)
{
  g_autofree char *text = bw_rule_entry_get_text (self);

  if (!typing || text != NULL)
    show_wrong (self, text == NULL && *gtk_editable_get_text (self->entry) != '\0');
  if (typing && g_strcmp0 (text, self->told) == 0)
    return;

  g_free (self->told);
  self->told = g_steal_pointer (&text);
  g_signal_emit (self, signals[CHANGED], 0, typing);
}

static void
on_typed (BwRuleEntry *self)
{
  if (!self->filling)
    tell (self, TRUE);
}

/* What was typed is shown as it was understood: 1200 as 1,200. */
static void
on_done (BwRuleEntry *self)
{
  g_autofree char *text = bw_rule_entry_get_text (self);

  tell (self, FALSE);
  if (text != NULL)
    bw_rule_entry_set_text (self, text);
}

static void
on_day_selected (BwRuleEntry *self)
{
  g_autoptr(GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  if (self->filling)
    return;

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->calendar_button));
  bw_rule_entry_set_text (self, text);
  tell (self, FALSE);
}

/* The calendar opens at the day that is written. */
static void
on_calendar_opened (BwRuleEntry *self)
{
  g_autofree char *text = bw_rule_entry_get_text (self);
  const double days = text == NULL ? NAN : bw_rule_operand_to_number (text, self->type);
  g_autoptr(GDateTime) day = isnan (days) ? NULL :
                             g_date_time_new_from_unix_utc ((gint64) days * 86400);

  self->filling = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
add_calendar (BwRuleEntry *self,
              GtkBox      *box,
              const char  *name)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *image = g_object_new (GTK_TYPE_IMAGE, "icon-name", "bw-calendar-symbolic",
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  /* TRANSLATORS: opens a calendar; %s is what the date is for */
  g_autofree char *label = g_strdup_printf (_("Calendar for %s"), name);

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_calendar_opened), self,
                           G_CONNECT_SWAPPED);

  self->calendar_button = gtk_menu_button_new ();
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->calendar_button), image);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->calendar_button), popover);
  gtk_widget_set_tooltip_text (self->calendar_button, _("Choose a day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->calendar_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (GTK_WIDGET (box), "linked");
  gtk_box_append (box, self->calendar_button);
}

/* "%" or "days" behind what is typed, where the entry itself does not say. */
static void
add_unit (const BwRuleSubject *subject,
          GtkBox              *box)
{
  const char *unit = subject->type == BW_COLUMN_PERCENT ? "%" :
                     /* TRANSLATORS: the unit behind a number */
                     subject->days ? _("days") :
                     subject->type == BW_COLUMN_MONEY ? subject->currency : NULL;
  GtkWidget *label;

  if (unit == NULL)
    return;

  label = gtk_label_new (unit);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (box, label);
}

static void
bw_rule_entry_finalize (GObject *object)
{
  BwRuleEntry *self = BW_RULE_ENTRY (object);

  g_free (self->currency);
  g_free (self->told);

  G_OBJECT_CLASS (bw_rule_entry_parent_class)->finalize (object);
}

static gboolean
bw_rule_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (BW_RULE_ENTRY (widget)->entry));
}

static void
bw_rule_entry_class_init (BwRuleEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = bw_rule_entry_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = bw_rule_entry_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", BW_TYPE_RULE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
bw_rule_entry_init (BwRuleEntry *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *entry = gtk_entry_new ();

  self->entry = GTK_EDITABLE (entry);
  gtk_widget_set_hexpand (entry, TRUE);
  gtk_editable_set_width_chars (self->entry, 8);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_typed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "activate", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
}

/**
 * bw_rule_entry_new:
 * @subject: borrowed for the call
 * @name: for a screen reader
 * @hint: (nullable): shown while it is empty
 */
GtkWidget *
bw_rule_entry_new (const BwRuleSubject *subject,
                   const char          *name,
                   const char          *hint)
{
  BwRuleEntry *self = g_object_new (BW_TYPE_RULE_ENTRY, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0));

  self->type = subject->type;
  self->currency = g_strdup (subject->currency);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), hint);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_box_append (box, GTK_WIDGET (self->entry));
  if (subject->type == BW_COLUMN_DATE || subject->type == BW_COLUMN_DATE_TIME)
    add_calendar (self, box, name);
  else
    gtk_box_set_spacing (box, 6);
  add_unit (subject, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (box));

  return GTK_WIDGET (self);
}

/**
 * bw_rule_entry_get_text:
 *
 * Returns: (transfer full) (nullable): the operand as the model writes it; %NULL where there is none
 *   yet, or what is written is no value of the type
 */
char *
bw_rule_entry_get_text (BwRuleEntry *self)
{
  g_return_val_if_fail (BW_IS_RULE_ENTRY (self), NULL);

  return bw_rule_operand_from_entry (gtk_editable_get_text (self->entry), self->type,
                                     self->currency);
}

/**
 * bw_rule_entry_set_text:
 * @text: (nullable): as the model writes it
 *
 * Tells nobody.
 */
void
bw_rule_entry_set_text (BwRuleEntry *self,
                        const char  *text)
{
  g_autofree char *shown = text == NULL ? g_strdup ("") :
                           bw_rule_operand_to_entry (text, self->type);

  g_return_if_fail (BW_IS_RULE_ENTRY (self));

  self->filling = TRUE;
  if (g_strcmp0 (gtk_editable_get_text (self->entry), shown) != 0)
    gtk_editable_set_text (self->entry, shown);
  self->filling = FALSE;
  g_free (self->told);
  self->told = bw_rule_entry_get_text (self);
  show_wrong (self, FALSE);
}
