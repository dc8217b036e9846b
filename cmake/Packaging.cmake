# `cmake --install`, and a Debian package: `cpack --config build/release/CPackConfig.cmake -B build`.
include(GNUInstallDirs)

install(TARGETS talentmatch RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY data/catalog DESTINATION ${CMAKE_INSTALL_DATADIR}/talentmatch)
install(FILES README.md CHANGELOG.md LICENSE docs/operations.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES packaging/talentmatch.service DESTINATION lib/systemd/system)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR talentmatch)
set(CPACK_PACKAGE_CONTACT "talentmatch")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
# Beside the prefix, and not overwritten by an upgrade. Of the package only: `cmake --install` leaves /etc alone.
set(CPACK_INSTALLED_DIRECTORIES "${CMAKE_SOURCE_DIR}/packaging/etc;etc")
set(CPACK_DEBIAN_PACKAGE_CONTROL_EXTRA "${CMAKE_SOURCE_DIR}/packaging/conffiles")
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION database)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION "matching engine for talent supply and job demand
 Ranks graduates and job postings for each other, exactly and with reasons, and places whole cohorts under quotas.")
include(CPack)
