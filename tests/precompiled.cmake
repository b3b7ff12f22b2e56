# One precompiled header for all tests: each has an executable of its own, and would else parse Qt once more.
# Nothing of Qt Test is in it, which wants to know the folder of each.
if(WEIR_PCH)
    file(WRITE ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp "")
    add_library(weir_test_pch OBJECT ${CMAKE_CURRENT_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(weir_test_pch PRIVATE weir_app Qt6::Network)
    target_precompile_headers(weir_test_pch PRIVATE ${PROJECT_SOURCE_DIR}/app/base/precompiled.h)
endif()

function(weir_use_test_pch target)
    if(WEIR_PCH)
        target_precompile_headers(${target} REUSE_FROM weir_test_pch)
    endif()
endfunction()
