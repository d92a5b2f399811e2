#!/bin/sh
# The pictures of README.md, from real runs on the bundled article:
#
#     doc/pictures.sh IBID FOLDER
#
# IBID is the program; FOLDER takes the SVG files. `make pictures` writes them to doc/pictures. The same program always draws the same bytes; tests/house/readme.test compares them.
set -eu

if [ $# -ne 2 ]; then
    echo "pictures.sh: needs the program and a folder: doc/pictures.sh IBID FOLDER" >&2
    exit 2
fi
ibid=$1 folder=$2
top=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)

# A reader's own settings and the terminal's do not show in the pictures.
export IBID_DATADIR="$top" XDG_CONFIG_HOME=/nonexistent XDG_STATE_HOME=/nonexistent LC_ALL=C.UTF-8
unset NO_COLOR

mkdir -p "$folder"

# picture NAME SIZE: draws what the script on standard input leads to.
picture() {
    { cat && printf ':dump-screen %s\n' "$folder/$1.svg"; } | "$ibid" --headless="$2" --script=- "$top/content/articles/azerbaijan-prc.txt"
}

picture dark 120x40 <<'SCRIPT'
:set theme=dark
3Gzt2]c
SCRIPT

picture light 120x40 <<'SCRIPT'
:set theme=light
3Gzt2]c
SCRIPT

picture peek 80x24 <<'SCRIPT'
:set theme=light
3Gzt]c
Kn
SCRIPT

picture drawer 80x24 <<'SCRIPT'
:set theme=dark
4Gzt]c
sc<Tab>
SCRIPT
