#!/usr/bin/env bash
# with_desktop.sh [--keyring] [--logind] COMMAND…
# Runs a command on a message bus of its own, with what a desktop offers: an opened gnome-keyring, a
# logind (python3-dbusmock). Nothing of the machine's own session is reached; all of it ends with the command.
set -euo pipefail
if [ -z "${CHEVET_OWN_BUS:-}" ]; then
    here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
    exec env CHEVET_OWN_BUS=1 dbus-run-session --config-file="$here/bus.conf" -- "$0" "$@"
fi
export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"
home=$(mktemp -d)
mock=
cleanup() {
    [ -z "$mock" ] || kill "$mock" 2>/dev/null || true
    rm -rf "$home"
}
trap cleanup EXIT
export HOME="$home" XDG_DATA_HOME="$home/data" XDG_CONFIG_HOME="$home/config" XDG_CACHE_HOME="$home/cache" XDG_RUNTIME_DIR="$home/run"
mkdir -m 700 "$home/data" "$home/config" "$home/cache" "$home/run"
while [ $# -gt 0 ]; do
    case "$1" in
        --keyring)
            printf 'opened' | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
            shift ;;
        --logind)
            /usr/bin/python3 -m dbusmock --system --template logind >/dev/null 2>&1 &
            mock=$!
            shift ;;
        *) break ;;
    esac
done
status=0
"$@" || status=$?
exit "$status"
