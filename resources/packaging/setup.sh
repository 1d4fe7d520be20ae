# Sourced by ./dev: makes a fresh Debian machine able to build. Needs only git and apt.

packages=(
    g++ cmake ninja-build ccache pkg-config mold
    qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools
    qt6-svg-dev qt6-pdf-dev qt6-image-formats-plugins libgl-dev libxkbcommon-dev
    libsodium-dev libzstd-dev libsimdjson-dev qtkeychain-qt6-dev libcli11-dev
    libcairo2-dev libpango1.0-dev libqrencode-dev libqpdf-dev
    zlib1g-dev libarchive-dev libseccomp-dev libssl-dev tcl
    python3 python3-nacl python3-cbor2 python3-dbusmock python3-gi python3-pyatspi gir1.2-atspi-2.0
    gnome-keyring dbus dbus-x11 at-spi2-core
    xvfb xauth x11-utils xdotool openbox imagemagick fonts-inter fonts-dejavu-core
    clang-19 libclang-rt-19-dev clang-format clang-tidy-19
    strace poppler-utils qpdf zstd
    dpkg-dev debian-archive-keyring ca-certificates
)

as_root() { if [ "$(id -u)" = 0 ]; then "$@"; else sudo "$@"; fi; }

install_packages() {
    local missing=() name
    for name in "${packages[@]}"; do
        [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] || missing+=("$name")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    say "Installing ${#missing[@]} packages"
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# SQLCipher is built from Debian 13's source package: Debian 12 ships version 3.4.1 of 2016. apt
# checks the archive's signature with the key already on the machine; its lists and state live in the
# cache, so that the machine's own sources stay as they are.
sqlcipher_flags=(
    -O2 -fPIC -fvisibility=hidden -DNDEBUG
    -DSQLITE_HAS_CODEC -DSQLITE_TEMP_STORE=2 -DSQLITE_THREADSAFE=1 -DHAVE_STDINT_H=1 -DHAVE_USLEEP=1
    -DSQLCIPHER_CRYPTO_OPENSSL -DSQLITE_ENABLE_FTS5 -DSQLITE_ENABLE_COLUMN_METADATA -DSQLITE_DQS=0
    -DSQLITE_OMIT_LOAD_EXTENSION -DSQLITE_OMIT_DEPRECATED -DSQLITE_OMIT_SHARED_CACHE
    -DSQLITE_DEFAULT_MEMSTATUS=0 -DSQLITE_MAX_EXPR_DEPTH=0 -DSQLITE_LIKE_DOESNT_MATCH_BLOBS
    -DSQLITE_USE_ALLOCA -DSQLITE_ENABLE_DBSTAT_VTAB
)

build_sqlcipher() {
    local stamp target="$cache/sqlcipher" recipe
    recipe=$(printf '%s ' "${sqlcipher_flags[@]}" | sha256sum | cut -c1-16)
    stamp="$target/recipe-$recipe"
    [ -e "$stamp" ] && return 0
    say "Building SQLCipher (about 90 s, once)"
    local apt="$cache/apt" repo keyring work
    # The machine's own Debian archive, whatever it is called, for the release called trixie.
    repo=$(apt-get indextargets --format '$(REPO_URI) $(RELEASE)' | awk '$2 == "bookworm" || $2 == "trixie" || $2 == "stable" {print $1; exit}')
    [ -n "$repo" ] || repo=$(apt-get indextargets --format '$(REPO_URI)' | grep -m1 '/debian/$')
    [ -n "$repo" ] || die "No Debian archive is configured on this machine (apt-get indextargets)."
    keyring=/usr/share/keyrings/debian-archive-keyring.gpg
    [ -e "$keyring" ] || die "The archive's key is missing: install debian-archive-keyring."
    rm -rf "$apt" "$cache/sqlcipher-work"
    mkdir -p "$apt/lists/partial" "$apt/cache/archives/partial" "$cache/sqlcipher-work"
    printf 'Types: deb-src\nURIs: %s\nSuites: trixie\nComponents: main\nSigned-By: %s\n' "$repo" "$keyring" > "$apt/chevet.sources"
    local options=(-o "Dir::Etc::SourceList=/dev/null" -o "Dir::Etc::SourceParts=$apt/parts" -o "Dir::State::Lists=$apt/lists"
        -o "Dir::Cache=$apt/cache" -o "APT::Get::List-Cleanup=0" -o "APT::Sandbox::User=root" -o "Acquire::Languages=none")
    mkdir -p "$apt/parts" && mv "$apt/chevet.sources" "$apt/parts/"
    apt-get "${options[@]}" -qq update
    (cd "$cache/sqlcipher-work" && apt-get "${options[@]}" -qq --only-source source sqlcipher)
    work=$(find "$cache/sqlcipher-work" -mindepth 1 -maxdepth 1 -type d -name "sqlcipher-*" | head -1)
    [ -n "$work" ] || die "The SQLCipher source package did not arrive."
    (
        cd "$work"
        # The amalgamation is made by the source's own makefile, with tclsh.
        # The tarball's configure has no execute bit, hence `bash`.
        bash ./configure --enable-threadsafe --enable-tempstore=yes --disable-tcl CFLAGS=-O1 LDFLAGS=-lcrypto \
            >"$cache/sqlcipher-work/configure.log" 2>&1 || { tail -20 "$cache/sqlcipher-work/configure.log" >&2; exit 1; }
        make sqlite3.c >"$cache/sqlcipher-work/make.log" 2>&1 || { tail -20 "$cache/sqlcipher-work/make.log" >&2; exit 1; }
        # Since 4.7 SQLCipher must be told to start with SQLite; 4.6 does so by itself.
        if grep -q 'int sqlcipher_extra_init' sqlite3.c; then
            sqlcipher_flags+=(-DSQLITE_EXTRA_INIT=sqlcipher_extra_init -DSQLITE_EXTRA_SHUTDOWN=sqlcipher_extra_shutdown)
        fi
        gcc "${sqlcipher_flags[@]}" -c sqlite3.c -o sqlite3.o
        ar rcs libsqlcipher.a sqlite3.o
    ) || die "SQLCipher did not build; see $cache/sqlcipher-work."
    rm -rf "$target.new" && mkdir -p "$target.new"
    cp "$work/libsqlcipher.a" "$work/sqlite3.h" "$target.new/"
    touch "$target.new/recipe-$recipe"
    rm -rf "$target" && mv "$target.new" "$target"
    rm -rf "$cache/sqlcipher-work" "$apt"
}

setup() {
    [ -r /etc/debian_version ] || die "Chevet builds on Debian 12 or newer."
    install_packages
    build_sqlcipher
}
