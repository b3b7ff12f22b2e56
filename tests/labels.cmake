# weir_threads builds the tests that carry the label "threads": what crosses threads, for the thread sanitizer.
add_custom_target(weir_threads)

# Looked at when the folder is through, since the label is set after the test was added.
function(weir_follow_labels target)
    cmake_language(EVAL CODE "cmake_language(DEFER CALL weir_read_labels ${target})")
endfunction()
function(weir_read_labels target)
    get_property(labels TEST ${target} PROPERTY LABELS)
    if(threads IN_LIST labels)
        add_dependencies(weir_threads ${target})
    endif()
endfunction()
