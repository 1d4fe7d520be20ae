# Sourced by ./dev: tests, lint and fuzzing.

# run_tests CTEST-ARGUMENTS…
run_tests() { ctest --preset release -j "$jobs" "$@"; }

# said LOG COMMAND…: runs it, and keeps what it printed.
said() {
    local log=$1
    shift
    "$@" 2>&1 | tee "$log"
    return "${PIPESTATUS[0]}"
}

# run_lint [--all] [NAME…]: clang-tidy proves first that it can find something.
run_lint() {
    [ $# -gt 0 ] || python3 "$root/tests/lint/lint.py" --selftest tidy || return 1
    python3 "$root/tests/lint/lint.py" --root "$root" --tidy "$@"
}

fuzz_targets() {
    ninja -C build/fuzz -t targets all | sed -n 's/^\(fuzz_[a-z0-9_]*\): phony.*/\1/p' | sort -u
}

# fuzz_one TARGET SECONDS: new finds go to the build folder; the kept corpus is only read.
fuzz_one() {
    local name=${1#fuzz_} kept found="$root/build/fuzz/corpus/${1#fuzz_}" log="$root/build/fuzz/$1.log"
    kept="$root/tests/fuzz/corpus/$name"
    mkdir -p "$found" "$root/build/fuzz/artifacts"
    local folders=("$found")
    [ -d "$kept" ] && folders+=("$kept")
    if QT_QPA_PLATFORM=offscreen ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1 \
        "$root/build/fuzz/fuzz/$1" -max_total_time="$2" -timeout=20 -rss_limit_mb=3072 -print_final_stats=1 \
        -artifact_prefix="$root/build/fuzz/artifacts/$1-" "${folders[@]}" >"$log" 2>&1; then
        printf '  %-24s %s runs, nothing found\n' "$name" "$(sed -n 's/^stat::number_of_executed_units: //p' "$log")"
    else
        printf '  %-24s FAILED, input kept in build/fuzz/artifacts\n' "$name"
        tail -40 "$log" >&2
        return 1
    fi
}

run_fuzz() {
    local name=${1:-} seconds=${2:-30} target targets=() failed=0
    setup
    configure fuzz
    if [ -n "$name" ]; then
        targets=("fuzz_$name")
    else
        mapfile -t targets < <(fuzz_targets)
    fi
    [ ${#targets[@]} -gt 0 ] || { say "No fuzz targets"; return 0; }
    say "Building ${#targets[@]} fuzz targets (clang, address and undefined-behaviour sanitizers)"
    cmake --build --preset fuzz -j "$jobs" --target "${targets[@]}"
    say "Fuzzing, ${seconds} s each"
    export -f fuzz_one
    export root
    printf '%s\n' "${targets[@]}" | xargs -P "$jobs" -I{} bash -c "fuzz_one {} $seconds" || failed=1
    return "$failed"
}

# Everything runs even when an earlier part failed, and the end says again what failed: of a long run often only the
# last lines are kept.
test_everything() {
    local failed=() began=$SECONDS logs="$root/build/test"
    build_release
    mkdir -p "$logs"
    said "$logs/tests" run_tests || failed+=(tests)
    said "$logs/lint" run_lint || failed+=(lint)
    said "$logs/fuzz" run_fuzz || failed+=(fuzz)
    local took=$(((SECONDS - began + 59) / 60))
    if [ ${#failed[@]} -gt 0 ]; then
        for part in "${failed[@]}"; do
            case "$part" in
                tests) sed -n '/^The following tests FAILED/,$p' "$logs/tests" >&2 ;;
                lint) grep -v '^-- ' "$logs/lint" >&2 ;;
                fuzz) grep FAILED "$logs/fuzz" >&2 ;;
            esac
        done
        say "FAILED after $took min: ${failed[*]}"
        return 1
    fi
    say "ALL PASSED in $took min: tests, lint, fuzz"
}
