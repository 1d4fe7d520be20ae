# ccache, where it is installed, set up so that a second clone or worktree finds what the first one
# compiled: paths below the clone are hashed as relative ones, and precompiled headers are allowed.
find_program(CHEVET_CCACHE ccache)
if(CHEVET_CCACHE)
    set(chevet_launcher "${CMAKE_COMMAND}" -E env
        "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}" CCACHE_NOHASHDIR=1
        CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        "${CHEVET_CCACHE}")
    set(CMAKE_C_COMPILER_LAUNCHER "${chevet_launcher}")
    set(CMAKE_CXX_COMPILER_LAUNCHER "${chevet_launcher}")
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fpch-preprocess>)
    elseif(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        add_compile_options("$<$<COMPILE_LANGUAGE:CXX>:SHELL:-Xclang -fno-pch-timestamp>")
    endif()
endif()
