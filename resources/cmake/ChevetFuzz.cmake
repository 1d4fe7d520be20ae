# chevet_fuzz(<name> SOURCES … LINKS …) makes the libFuzzer program fuzz_<name> with the address and
# undefined-behaviour sanitizers; `./dev fuzz <name> [seconds]` runs it from the kept corpus
# tests/fuzz/corpus/<name>. Only the preset `fuzz` (clang) builds it; elsewhere it does nothing.
function(chevet_fuzz name)
    if(NOT CHEVET_FUZZ)
        return()
    endif()
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(fuzz_${name} ${ARG_SOURCES})
    target_link_libraries(fuzz_${name} PRIVATE chevet_options ${ARG_LINKS})
    target_include_directories(fuzz_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    target_link_options(fuzz_${name} PRIVATE -fsanitize=fuzzer)
    set_target_properties(fuzz_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/fuzz")
endfunction()

# chevet_bench(<name> SOURCES … LINKS …) makes the program bench_<name>, which prints one JSON object
# as tests/benchmarks/README.md says; `./dev bench <name>` runs it. Not part of `all`.
add_custom_target(benchmarks)
function(chevet_bench name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
    add_executable(bench_${name} EXCLUDE_FROM_ALL ${ARG_SOURCES})
    target_link_libraries(bench_${name} PRIVATE chevet_options ${ARG_LINKS})
    target_include_directories(bench_${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_compile_definitions(bench_${name} PRIVATE "CHEVET_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"" "CHEVET_BIN_DIR=\"${CMAKE_BINARY_DIR}/bin\"")
    set_target_properties(bench_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
    add_dependencies(benchmarks bench_${name})
endfunction()
