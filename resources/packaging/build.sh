# Sourced by ./dev: configures and builds a preset. CI and people run exactly the same.

jobs=${CHEVET_JOBS:-$(nproc)}

# configure PRESET: only when there is no build folder of that preset yet, or it was not finished;
# ninja runs CMake again by itself when a list file changes.
configure() {
    [ -e "build/$1/build.ninja" ] && return 0
    say "Configuring $1"
    mkdir -p build
    cmake --preset "$1" "-DCHEVET_SQLCIPHER_DIR=$cache/sqlcipher" >"build/configure-$1.log" 2>&1 ||
        { tail -30 "build/configure-$1.log" >&2; die "CMake failed; see build/configure-$1.log."; }
}

build_release() {
    setup
    configure release
    say "Building"
    cmake --build --preset release -j "$jobs" ${1:+--target "$@"}
}
