# What desktops read about us is valid, where the validators are installed.
set(weir_installer ${PROJECT_SOURCE_DIR}/installer)
find_program(WEIR_DESKTOP_FILE_VALIDATE desktop-file-validate)
if(WEIR_DESKTOP_FILE_VALIDATE)
    add_test(NAME desktop_file
        COMMAND ${WEIR_DESKTOP_FILE_VALIDATE} ${weir_installer}/org.weir.Weir.desktop)
endif()
find_program(WEIR_APPSTREAMCLI appstreamcli)
if(WEIR_APPSTREAMCLI)
    add_test(NAME metainfo
        COMMAND ${WEIR_APPSTREAMCLI} validate --no-net ${weir_installer}/org.weir.Weir.metainfo.xml)
endif()
