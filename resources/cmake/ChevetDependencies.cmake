# Every outside library is found here, once, and nowhere else.
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets PrintSupport Network DBus Svg Pdf LinguistTools Test)
find_package(Qt6Keychain REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(ARCHIVE REQUIRED IMPORTED_TARGET libarchive)
pkg_check_modules(PANGOCAIRO REQUIRED IMPORTED_TARGET pangocairo cairo-pdf)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
pkg_check_modules(QPDF REQUIRED IMPORTED_TARGET libqpdf)
pkg_check_modules(SECCOMP REQUIRED IMPORTED_TARGET libseccomp)
find_package(CLI11 REQUIRED)
find_package(Threads REQUIRED)

# SQLCipher is linked statically and by path, never through a package: a package could resolve to
# plain SQLite, whose `PRAGMA key` is a silent no-op.
if(NOT CHEVET_SQLCIPHER_DIR)
    set(CHEVET_SQLCIPHER_DIR "$ENV{HOME}/.cache/chevet/sqlcipher")
endif()
if(NOT EXISTS "${CHEVET_SQLCIPHER_DIR}/libsqlcipher.a")
    message(FATAL_ERROR "SQLCipher is missing in ${CHEVET_SQLCIPHER_DIR}: run ./dev build, which makes it.")
endif()
find_package(OpenSSL REQUIRED)
add_library(chevet_sqlcipher STATIC IMPORTED)
set_target_properties(chevet_sqlcipher PROPERTIES
    IMPORTED_LOCATION "${CHEVET_SQLCIPHER_DIR}/libsqlcipher.a"
    INTERFACE_INCLUDE_DIRECTORIES "${CHEVET_SQLCIPHER_DIR}"
    INTERFACE_COMPILE_DEFINITIONS "SQLITE_HAS_CODEC=1"
    INTERFACE_LINK_LIBRARIES "OpenSSL::Crypto;Threads::Threads;${CMAKE_DL_LIBS}")
add_library(Chevet::SqlCipher ALIAS chevet_sqlcipher)
