# Sourced by ./dev: the programs, with or without a display.

bin="$root/build/release/bin"

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; }

# with_xvfb COMMAND…: a display of its own, gone afterwards. The session bus is private too, so that
# nothing reaches a real keychain.
with_xvfb() {
    env -u WAYLAND_DISPLAY QT_QPA_PLATFORM=xcb \
        xvfb-run -a -s "-screen 0 2560x1600x24 -nolisten tcp" dbus-run-session -- "$@"
}

run_demo() {
    build_release
    if has_display; then
        exec "$bin/chevet" --demo
    fi
    take_shots
    say "Opening chevet --demo itself under Xvfb and walking through it, keys only"
    "$root/tests/support/with_desktop.sh" --display --atspi /usr/bin/python3 \
        "$root/tests/programs/desktop_story.py" demo "$bin/chevet" "$root/build/shots/chevet.png"
}

# take_shots [--readme | NAME…]: every page of the program on the demo clinic; --readme only the one
# picture that is kept in the repository.
take_shots() {
    local out="$root/build/shots" kept="" picture=03-summary-fr-light-1440x900
    if [ "${1:-}" = --readme ]; then
        kept="$root/resources/screenshots/sommaire.png"
        set -- "$picture"
    fi
    mkdir -p "$out"
    say "No display needed: drawing the program's pages under Xvfb into build/shots"
    with_xvfb "$bin/chevet-shots" "$out" "$@"
    say "$(find "$out" -name '*.png' | wc -l) screenshots in build/shots"
    [ -z "$kept" ] || convert "$out/$picture.png" -strip +dither -colors 256 \
        -define png:compression-level=9 -define png:compression-filter=0 "PNG8:$kept"
}

make_clinic() {
    [ $# = 2 ] || die "Usage: ./dev clinic N DIR"
    local directory=$2
    [ ! -e "$directory" ] || [ -z "$(ls -A "$directory")" ] || die "$directory is not empty."
    build_release chevet-cli
    "$bin/chevet-cli" clinic "$1" "$directory"
    say "Vault: $directory, passphrase: $directory.passphrase"
}

run_bench() {
    local json=()
    if [ "${1:-}" = --json ]; then json=(--json); shift; fi
    build_release benchmarks >&2
    local report=(python3 "$root/tests/tools/bench_report.py" "${json[@]}" --programs "$root/build/release/bench" "$@")
    if has_display; then
        "${report[@]}"
    else
        with_xvfb "${report[@]}"
    fi
}

# run_simulate [--seeds N] [--from S] …: the last line sums up.
run_simulate() {
    build_release chevet_simulate >&2
    "$root/build/release/tests/chevet_simulate" "$@"
}
