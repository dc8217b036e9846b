# One place for language level, warnings and instrumentation; every target links talentmatch_options.
option(TALENTMATCH_BENCH "Build the benchmark programs" ON)
option(TALENTMATCH_FUZZ "Build the libFuzzer targets (clang)" OFF)
set(TALENTMATCH_SANITIZE "" CACHE STRING "Sanitizers, comma-separated: address,undefined or thread")

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

add_library(talentmatch_options INTERFACE)
target_include_directories(talentmatch_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(talentmatch_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  -Wsign-conversion -Wnon-virtual-dtor -Wold-style-cast -Woverloaded-virtual -Wimplicit-fallthrough -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # gcc 12 reports these inside its own <string>, <expected> and <variant> when it inlines them.
  target_compile_options(talentmatch_options INTERFACE -Wno-maybe-uninitialized -Wno-restrict
    -Wno-stringop-overflow -Wno-array-bounds -Wno-stringop-overread)
  if(CMAKE_UNITY_BUILD)  # gcc takes a file that is included in another for a header
    target_compile_options(talentmatch_options INTERFACE -Wno-subobject-linkage)
  endif()
endif()
if(TALENTMATCH_SANITIZE)
  target_compile_options(talentmatch_options INTERFACE -fsanitize=${TALENTMATCH_SANITIZE}
    -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(talentmatch_options INTERFACE -fsanitize=${TALENTMATCH_SANITIZE})
endif()
if(TALENTMATCH_FUZZ)
  target_compile_options(talentmatch_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
