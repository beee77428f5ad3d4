/* Compiled once for a floor that draws, where a build asks for it: see src/meson.build. */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <adwaita.h>
#include <glib/gi18n-lib.h>
