#!/bin/sh
# Gives one command a desktop of its own: display, session bus, accessibility, an empty home.
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Usage: desktop.sh COMMAND [ARGUMENT…]
# SCREEN (1600x1000x24), MANAGER (openbox or none), COMPOSITE=1 for popovers with a shadow.
set -eu

home=$(mktemp -d -t bellwether-desktop.XXXXXX)
for folder in config/gtk-4.0 data cache state run home; do
  mkdir -p "$home/$folder"
done
chmod 700 "$home/run"

# Without a settings daemon the font is what this file says.
cat > "$home/config/gtk-4.0/settings.ini" <<END
[Settings]
gtk-font-name=${FONT:-Cantarell 11}
gtk-enable-animations=${ANIMATIONS:-0}
gtk-cursor-blink=0
END

export HOME="$home/home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data"
export XDG_CACHE_HOME="$home/cache" XDG_STATE_HOME="$home/state" XDG_RUNTIME_DIR="$home/run"
export DESKTOP_HOME="$home" GDK_BACKEND=x11 GSK_RENDERER=cairo GTK_A11Y=atspi
export GSETTINGS_BACKEND=memory ADW_DISABLE_PORTAL=1 GTK_USE_PORTAL=0
export MANAGER="${MANAGER:-openbox}" COMPOSITE="${COMPOSITE:-}"
# With sanitizers: what GTK keeps until the end is not ours to find; here faults count, leaks do not.
export ASAN_OPTIONS="${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0"
unset G_DEBUG WAYLAND_DISPLAY DISPLAY DBUS_SESSION_BUS_ADDRESS AT_SPI_BUS_ADDRESS || true

display_file="$home/display"
Xvfb -displayfd 3 -screen 0 "${SCREEN:-1600x1000x24}" -nolisten tcp -noreset \
  3> "$display_file" > "$home/xvfb.log" 2>&1 &
server=$!
tidy () {
  kill "$server" 2> /dev/null || true
  wait "$server" 2> /dev/null || true
  rm -rf "$home"
}
trap tidy EXIT INT TERM

patience=400
while [ ! -s "$display_file" ] && [ "$patience" -gt 0 ]; do
  sleep 0.05
  patience=$((patience - 1))
done
DISPLAY=":$(cat "$display_file")"
export DISPLAY

# A session bus that starts nothing but accessibility: no portals, no settings of the user's.
mkdir "$home/services"
cp /usr/share/dbus-1/services/org.a11y.Bus.service "$home/services/"
cat > "$home/session.conf" <<END
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=$home/run</listen>
  <auth>EXTERNAL</auth>
  <servicedir>$home/services</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
END

# The manager runs inside the session bus: outside it would bring an accessibility bus of its own.
cat > "$home/inside.sh" <<'END'
helpers=
if [ "$MANAGER" != none ]; then
  "$MANAGER" --sm-disable > "$DESKTOP_HOME/manager.log" 2>&1 &
  helpers="$helpers $!"
  patience=400
  until xprop -root _NET_SUPPORTING_WM_CHECK 2> /dev/null | grep -q "window id" || [ "$patience" -eq 0 ]; do
    sleep 0.05
    patience=$((patience - 1))
  done
fi
if [ -n "$COMPOSITE" ]; then
  picom --backend xrender > "$DESKTOP_HOME/picom.log" 2>&1 &
  helpers="$helpers $!"
  sleep 0.4
fi
status=0
"$@" || status=$?
for helper in $helpers; do kill "$helper" 2> /dev/null || true; done
exit "$status"
END

status=0
dbus-run-session --config-file="$home/session.conf" -- sh "$home/inside.sh" "$@" || status=$?

# On a busy machine a test may fail though the program is well (status 75): it is run once more, afresh.
if [ "$status" -eq 75 ] && [ -z "${BW_ONCE_MORE:-}" ]; then
  echo "desktop.sh: the test failed while the program was well, and it is run once more" >&2
  tidy
  trap - EXIT
  BW_ONCE_MORE=1 exec "$0" "$@"
fi
exit "$status"
