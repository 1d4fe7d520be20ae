#!/usr/bin/env bash
# with_desktop.sh [--keyring] [--logind] [--display] [--atspi] COMMAND…
# Runs a command on a message bus of its own, with what a desktop offers: an opened gnome-keyring, a
# logind (python3-dbusmock), a display with a window manager, an accessibility bus. Nothing of the machine's own session is reached; all of it ends with the command.
set -euo pipefail
if [ -z "${CHEVET_OWN_BUS:-}" ]; then
    here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
    exec env CHEVET_OWN_BUS=1 dbus-run-session --config-file="$here/bus.conf" -- "$0" "$@"
fi
export DBUS_SYSTEM_BUS_ADDRESS="$DBUS_SESSION_BUS_ADDRESS"
home=$(mktemp -d)
started=()
cleanup() {
    # The youngest first: the window manager goes before its display.
    for ((i = ${#started[@]} - 1; i >= 0; i--)); do kill "${started[i]}" 2>/dev/null || true; done
    wait 2>/dev/null || true
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
            started+=($!)
            shift ;;
        --display)
            # The server chooses a free number and says which.
            Xvfb -displayfd 3 -screen 0 1440x900x24 -nolisten tcp 3>"$home/display" >/dev/null 2>&1 &
            started+=($!)
            for _ in $(seq 100); do [ -s "$home/display" ] && break; sleep 0.1; done
            DISPLAY=":$(cat "$home/display")"
            export DISPLAY
            unset WAYLAND_DISPLAY
            mkdir -p "$home/config/openbox"
            # The window fills the screen, without a frame.
            cat >"$home/config/openbox/rc.xml" <<'XML'
<?xml version="1.0"?>
<openbox_config xmlns="http://openbox.org/3.4/rc"><applications><application type="normal"><decor>no</decor><maximized>yes</maximized></application></applications></openbox_config>
XML
            openbox --config-file "$home/config/openbox/rc.xml" >/dev/null 2>&1 &
            started+=($!)
            shift ;;
        --atspi)
            /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 &
            started+=($!)
            shift ;;
        *) break ;;
    esac
done
status=0
"$@" || status=$?
exit "$status"
