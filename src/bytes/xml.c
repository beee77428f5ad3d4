/* XML in blocks comes in, tags and texts come out, one at a time. */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets are gigabytes of small tags, so everything is taken where it lies in the block: names,
 * attributes and texts are ended by a NUL put over what follows them. The prefix that the first
 * element bears is taken off every name that bears it too. Document types, and with them entities
 * of one's own, are refused: no workbook has them, and all they could do is harm. */

#include "bytes/xml.h"

#include "bytes/tag.h"
#include "bytes/xml-window.h"

#include <string.h>

#define DEPTH_MAX 256

struct _BwXml
{
  BwXmlWindow window;

  GByteArray *names;  /* of the open elements, each with its NUL */
  GArray     *starts; /* of gsize: where they begin in @names */
  gboolean    begun;
  char       *prefix; /* with its colon, or "" */

  const char *name;   /* of the last start or end */
  GArray     *attributes;
  gboolean    ends;   /* the element that began is over as well */
  const char *text;
  gsize       length;
};

/**
 * bw_xml_new:
 * @refill: gives the document as UTF-8
 *
 * Returns: (transfer full): a reader before the first tag
 */
BwXml *
bw_xml_new (BwRefillFunc refill,
            gpointer     user_data)
{
  BwXml *self = g_new0 (BwXml, 1);

  bw_xml_window_init (&self->window, refill, user_data);
  self->names = g_byte_array_new ();
  self->starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  self->attributes = g_array_new (FALSE, FALSE, sizeof (BwAttribute));
  self->prefix = g_strdup ("");

  return self;
}

void
bw_xml_free (BwXml *self)
{
  g_byte_array_unref (self->names);
  g_array_unref (self->starts);
  g_array_unref (self->attributes);
  g_free (self->prefix);
  bw_xml_window_clear (&self->window);
  g_free (self);
}

static BwXmlEvent
fail (BwXml   *self,
      GError **error)
{
  bw_xml_window_fail (&self->window, error);

  return BW_XML_FAILED;
}

static const char *
without_prefix (const BwXml *self,
                const char  *name)
{
  const gsize length = strlen (self->prefix);

  return length > 0 && strncmp (name, self->prefix, length) == 0 ? name + length : name;
}

static gboolean
open_element (BwXml      *self,
              const char *name)
{
  const gsize start = self->names->len;

  if (self->starts->len == DEPTH_MAX)
    return FALSE;
  if (!self->begun)
    {
      const char *colon = strchr (name, ':');

      self->begun = TRUE;
      g_free (self->prefix);
      self->prefix = colon != NULL ? g_strndup (name, colon + 1 - name) : g_strdup ("");
    }
  g_byte_array_append (self->names, (const guint8 *) name, strlen (name) + 1);
  g_array_append_val (self->starts, start);

  return TRUE;
}

static const char *
innermost (const BwXml *self)
{
  return (const char *) self->names->data
         + g_array_index (self->starts, gsize, self->starts->len - 1);
}

/* The name stays readable until the next element begins. */
static void
close_element (BwXml *self)
{
  self->name = without_prefix (self, innermost (self));
  g_byte_array_set_size (self->names,
                         g_array_index (self->starts, gsize, self->starts->len - 1));
  g_array_set_size (self->starts, self->starts->len - 1);
}

static BwXmlEvent
take_end (BwXml   *self,
          GError **error)
{
  BwXmlWindow *window = &self->window;
  char *start = window->data + window->pos + 2;
  char *close = bw_xml_window_find (window, 2, ">", error), *end;

  if (close == NULL)
    return BW_XML_FAILED;

  start = window->data + window->pos + 2;
  for (end = close; end > start && g_ascii_isspace (end[-1]);)
    end--;
  *end = '\0';
  if (self->starts->len == 0 || strcmp (innermost (self), start) != 0)
    return fail (self, error);
  window->pos = close + 1 - window->data;
  close_element (self);

  return BW_XML_END;
}

static BwXmlEvent
take_start (BwXml   *self,
            GError **error)
{
  BwXmlWindow *window = &self->window;
  char *close, *name;

  while ((close = bw_xml_window_tag_end (window)) == NULL)
    {
      if (window->at_end)
        return fail (self, error);
      if (!bw_xml_window_fill (window, error))
        return BW_XML_FAILED;
    }

  self->ends = close[-1] == '/';
  name = bw_tag_read (window->data + window->pos + 1, close - self->ends, self->attributes);
  if (name == NULL || (self->begun && self->starts->len == 0) || !open_element (self, name))
    return fail (self, error);
  self->name = without_prefix (self, innermost (self));
  window->pos = close + 1 - window->data;

  return BW_XML_START;
}

static BwXmlEvent
give_text (BwXml   *self,
           char    *start,
           char    *end,
           GError **error)
{
  self->text = start;
  self->length = end - start;
  if (!g_utf8_validate_len (start, end - start, NULL))
    return fail (self, error);

  return BW_XML_TEXT;
}

static BwXmlEvent
take_section (BwXml   *self,
              GError **error)
{
  BwXmlWindow *window = &self->window;
  char *end = bw_xml_window_find (window, strlen ("<![CDATA["), "]]>", error);
  char *start = window->data + window->pos + strlen ("<![CDATA[");

  if (end == NULL)
    return BW_XML_FAILED;

  window->pos = end + strlen ("]]>") - window->data;

  return give_text (self, start, end, error);
}

/* Text outside of all elements is blank and passed over. */
static BwXmlEvent
take_text (BwXml   *self,
           GError **error)
{
  BwXmlWindow *window = &self->window;
  char *start = window->data + window->pos;
  char *end = bw_xml_window_text_end (window);
  const gsize length = end - start;

  if (length == 0)
    return bw_xml_window_fill (window, error) ? BW_XML_DONE : BW_XML_FAILED;

  window->pos += length;
  if (self->starts->len == 0)
    return BW_XML_DONE;
  if (memchr (start, '&', length) != NULL || memchr (start, '\r', length) != NULL)
    end = bw_xml_decode (start, end);

  return end != NULL ? give_text (self, start, end, error) : fail (self, error);
}

/* What begins with <! or <?. Passed over, but for a section of text.
 * Returns: %BW_XML_DONE where it was passed over */
static BwXmlEvent
take_special (BwXml   *self,
              GError **error)
{
  BwXmlWindow *window = &self->window;
  gboolean passed;

  if (!bw_xml_window_need (window, strlen ("<![CDATA["), error))
    return BW_XML_FAILED;
  if (bw_xml_window_begins (window, "<![CDATA[") && self->starts->len > 0)
    return take_section (self, error);
  if (bw_xml_window_begins (window, "<!--"))
    passed = bw_xml_window_pass (window, strlen ("<!--"), "-->", error);
  else if (bw_xml_window_begins (window, "<?"))
    passed = bw_xml_window_pass (window, strlen ("<?"), "?>", error);
  else
    return fail (self, error);

  return passed ? BW_XML_DONE : BW_XML_FAILED;
}

/* The next thing in the document.
 * Returns: %BW_XML_DONE where it is none that matters */
static BwXmlEvent
take (BwXml   *self,
      GError **error)
{
  BwXmlWindow *window = &self->window;

  if (window->data[window->pos] != '<')
    return take_text (self, error);
  if (window->end - window->pos < 2)
    return fail (self, error);

  switch (window->data[window->pos + 1])
    {
    case '/':
      return take_end (self, error);

    case '!':
    case '?':
      return take_special (self, error);

    default:
      return take_start (self, error);
    }
}

/**
 * bw_xml_next:
 *
 * Goes on to the next tag or text. What the last one gave is gone then.
 */
BwXmlEvent
bw_xml_next (BwXml   *self,
             GError **error)
{
  BwXmlWindow *window = &self->window;

  if (self->ends)
    {
      self->ends = FALSE;
      close_element (self);
      return BW_XML_END;
    }

  while (bw_xml_window_need (window, 2, error))
    {
      BwXmlEvent event;

      if (window->pos == window->end)
        return self->begun && self->starts->len == 0 ? BW_XML_DONE : fail (self, error);

      event = take (self, error);
      if (event != BW_XML_DONE)
        return event;
    }

  return BW_XML_FAILED;
}

/**
 * bw_xml_skip:
 *
 * After a start: goes on to its end and passes over all that is in it.
 */
gboolean
bw_xml_skip (BwXml   *self,
             GError **error)
{
  const guint depth = self->starts->len;

  while (self->starts->len >= depth)
    {
      const BwXmlEvent event = bw_xml_next (self, error);

      if (event == BW_XML_FAILED)
        return FALSE;
      g_assert (event != BW_XML_DONE);
    }

  return TRUE;
}

/**
 * bw_xml_skip_raw:
 *
 * After a start: goes on to right before its end tag, and looks at nothing in between but whether
 * it is that tag.
 */
gboolean
bw_xml_skip_raw (BwXml   *self,
                 GError **error)
{
  g_autofree char *mark = g_strconcat ("</", innermost (self), NULL);

  return self->ends || bw_xml_window_go_to (&self->window, mark, error);
}

/**
 * bw_xml_is:
 *
 * Returns: whether the element that began or ended bears @name, and the prefix of the document
 */
gboolean
bw_xml_is (const BwXml *self,
           const char  *name)
{
  return strcmp (self->name, name) == 0;
}

/**
 * bw_xml_get_text:
 *
 * Returns: (transfer none): UTF-8 without a NUL at its end, until the next call
 */
const char *
bw_xml_get_text (const BwXml *self,
                 gsize       *length)
{
  *length = self->length;

  return self->text;
}

/**
 * bw_xml_get_attribute:
 * @name: without prefix; one that begins with a colon stands for any prefix
 *
 * Returns: (transfer none) (nullable): its value, which need not be UTF-8, until the next call
 */
const char *
bw_xml_get_attribute (const BwXml *self,
                      const char  *name)
{
  for (guint i = 0; i < self->attributes->len; i++)
    {
      const BwAttribute *attribute = &g_array_index (self->attributes, BwAttribute, i);

      if (strcmp (attribute->name, name) == 0
          || (name[0] == ':' && g_str_has_suffix (attribute->name, name)))
        return attribute->value;
    }

  return NULL;
}
