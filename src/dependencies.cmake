# What the rooms of the library (install_library.cmake) need. Installed beside the package
# configuration, so that who links the library finds the same.

find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(ICU 72 REQUIRED COMPONENTS uc i18n)
find_package(nlohmann_json 3.11 REQUIRED)
foreach(module IN ITEMS redland:redland pugixml:pugixml xxhash:libxxhash nettle:nettle
                        zlib:zlib zstd:libzstd expat:expat)
  string(REPLACE ":" ";" pair ${module})
  list(GET pair 0 name)
  list(GET pair 1 package)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET GLOBAL ${package})
endforeach()
