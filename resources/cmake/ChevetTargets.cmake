# The two ways to add a target: chevet_library() and chevet_test(). All warnings and Qt strictness
# flags live in the interface target chevet_options.
add_library(chevet_options INTERFACE)
target_compile_options(chevet_options INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wshadow -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual
    -Wcast-align -Wunused -Wnull-dereference -Wformat=2 -Wimplicit-fallthrough
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>    # false alarms with std::expected in GCC 12 (PR 105562)
    $<$<CXX_COMPILER_ID:GNU>:-Wno-null-dereference>       # false alarms at -O2 inside QString headers
    $<$<CXX_COMPILER_ID:Clang>:-Wno-unused-private-field>
    $<$<CXX_COMPILER_ID:Clang>:-Wno-deprecated-declarations>    # std::stable_sort of libstdc++ 12
    -fstack-protector-strong)
target_compile_definitions(chevet_options INTERFACE
    QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 CHEVET_VERSION="${PROJECT_VERSION}"
    $<$<CONFIG:Release>:_FORTIFY_SOURCE=2>)
target_include_directories(chevet_options INTERFACE "${CMAKE_SOURCE_DIR}/storage" "${CMAKE_SOURCE_DIR}")
if(CHEVET_SANITIZE OR CHEVET_FUZZ)
    target_compile_options(chevet_options INTERFACE -fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    target_link_options(chevet_options INTERFACE -fsanitize=address,undefined)
endif()
if(CHEVET_FUZZ)
    target_compile_options(chevet_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
find_program(CHEVET_MOLD mold)
if(CHEVET_MOLD AND NOT CHEVET_FUZZ)
    target_link_options(chevet_options INTERFACE -fuse-ld=mold)
endif()

# chevet_library(<CamelName> [NO_PCH] [GUI] [MOC] SOURCES … [LINKS …] [PRIVATE_LINKS …])
# makes the static target Chevet::<CamelName> in the current folder. GUI: the precompiled header has
# QtWidgets too. MOC: some header has Q_OBJECT.
function(chevet_library name)
    cmake_parse_arguments(ARG "NO_PCH;GUI;MOC" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
    string(TOLOWER "${name}" lower)
    set(target "chevet_${lower}")
    add_library(${target} STATIC ${ARG_SOURCES})
    add_library(Chevet::${name} ALIAS ${target})
    target_link_libraries(${target} PUBLIC Qt6::Core ${ARG_LINKS} PRIVATE chevet_options ${ARG_PRIVATE_LINKS})
    target_include_directories(${target} PUBLIC "${CMAKE_SOURCE_DIR}/storage" "${CMAKE_SOURCE_DIR}")
    set_target_properties(${target} PROPERTIES AUTOMOC ${ARG_MOC})
    if(NOT ARG_NO_PCH)
        if(ARG_GUI)
            target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/resources/cmake/pch_gui.h")
        else()
            target_precompile_headers(${target} PRIVATE "${CMAKE_SOURCE_DIR}/resources/cmake/pch_core.h")
        endif()
    endif()
endfunction()

# chevet_program(<file name> SOURCES … LINKS …)
function(chevet_program name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE chevet_options ${ARG_LINKS})
endfunction()

# chevet_test(<name> SOURCES … LINKS … [ENV K=V …] [LABELS …] [TIMEOUT s] [SERIAL] [WRAPPER command…])
# One Qt Test program. It runs on the offscreen platform unless ENV says otherwise.
# The macro CHEVET_SOURCE_DIR is the root of the clone; corpora are found through CHEVET_SHARED
# (environment) or <root>/../shared, and tests QSKIP, saying so, where that is absent.
function(chevet_test name)
    cmake_parse_arguments(ARG "SERIAL" "TIMEOUT" "SOURCES;LINKS;ENV;LABELS;WRAPPER" ${ARGN})
    add_executable(${name} ${ARG_SOURCES})
    target_link_libraries(${name} PRIVATE chevet_options Qt6::Test ${ARG_LINKS})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(${name} PRIVATE "CHEVET_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "CHEVET_BIN_DIR=\"${CMAKE_BINARY_DIR}/bin\"")
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    add_test(NAME ${name} COMMAND ${ARG_WRAPPER} $<TARGET_FILE:${name}>)
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 300)
    endif()
    set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;${ARG_ENV}")
    if(ARG_SERIAL)
        set_tests_properties(${name} PROPERTIES RUN_SERIAL TRUE)
    endif()
endfunction()
