# Which Debian packages building, running and testing need, and how they get there; to be sourced.
# SPDX-License-Identifier: GPL-3.0-or-later

run_packages=(
  gcc libc6-dev meson ninja-build pkg-config gettext itstool python3
  libgtk-4-dev libadwaita-1-dev libcsv-dev libuchardet-dev libzip-dev libjson-glib-dev libsqlite3-dev libzstd-dev libgsl-dev
  libglib2.0-bin libglib2.0-dev-bin libgtk-4-bin desktop-file-utils
  adwaita-icon-theme fonts-cantarell librsvg2-common shared-mime-info
)

test_packages=(
  "${run_packages[@]}"
  clang git locales uncrustify universal-ctags
  xvfb dbus dbus-x11 at-spi2-core gir1.2-atspi-2.0 gir1.2-gtk-4.0 python3-gi
  xdotool x11-utils imagemagick openbox picom xclip
  appstream yelp-tools libxml2-utils
  librsvg2-bin poppler-utils python3-numpy python3-jsonschema python3-sklearn
  postgresql python3-sqlglot
)

# DuckDB's package is npm's. Who has npm from elsewhere than Debian keeps it: the two do not mix.
if ! command -v npm >/dev/null; then
  test_packages+=(nodejs npm)
fi

# Prints those of the named packages that are not installed.
missing_packages() {
  local installed
  installed=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' "$@" 2>/dev/null |
    sed -n 's/^installed //p') || true # dpkg-query fails where one of them is unknown
  printf '%s\n' "$@" | grep -vxF "${installed:-.}" | sort -u || true
}

# Makes sure that the named packages are installed; says what to do where it may not.
need_packages() {
  local -a missing
  if ! command -v dpkg-query >/dev/null; then
    echo "This system has no dpkg, so the packages are not checked. Debian 12 calls them:" >&2
    echo "  $*" >&2
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  if [ "$(id -u)" -ne 0 ]; then
    echo "These packages are missing: ${missing[*]}" >&2
    echo "Install them, then call this again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    return 1
  fi
  echo "Installing ${missing[*]}" >&2
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -qq </dev/null >&2 &&
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >&2
}

# Makes sure that the locales that the tests speak are there.
need_locales() {
  local locale known
  for locale in de_DE en_US; do
    known=$(locale -a 2>/dev/null)
    if grep -qix "$locale\.utf-\?8" <<<"$known"; then
      continue
    fi
    if [ "$(id -u)" -ne 0 ]; then
      echo "The locale $locale.UTF-8 is missing. Make it, then call this again:" >&2
      echo "  sudo localedef -i $locale -f UTF-8 $locale.UTF-8" >&2
      return 1
    fi
    localedef -i "$locale" -f UTF-8 "$locale.UTF-8" || return 1
  done
}
