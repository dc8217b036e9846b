# Shared by the scripts of this folder and .ci/run: progress lines, packages, builds. Sourced, not run. A function
# fails if one of its commands does, also where it is a condition and errexit is off.

say() { printf '\n== %s  (%s s)\n' "$*" "$SECONDS"; }

# Installs what is missing; nothing is asked of the network if all is there.
install_packages() {
  local missing=() root=()
  for package in "$@"; do
    dpkg-query -W -f='${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  say "installing ${missing[*]}"
  [ "$(id -u)" -eq 0 ] || root=(sudo)
  "${root[@]}" apt-get update -qq &&
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

listed_packages() { grep -v '^#' "$1"; }

build_preset() {
  local preset=$1
  shift
  say "building preset $preset"
  cmake --preset "$preset" >/dev/null && cmake --build --preset "$preset" "$@"
}
