#pragma once

#include "server/service.h"

namespace tela::server {

/// Addresses that stay: /q/NAME.csv?state=HN for every query of the library and its parameters,
/// also .tsv, .json, .xml, .html, and .csv?excel for spreadsheets; /q/ lists them; /openapi.json
/// describes all addresses, made from the queries' own heads.
void add_library_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
