#pragma once

#include "server/service.h"

namespace tela::server {

/// /api/1/vocabulary?lang=es: what queries can be made of, so that an editor completes them without
/// asking at each key. The base of the resources, the prefixes that need no declaration, classes
/// with their instances and properties with their statements counted, the most used first, named in
/// that language. With class=IRI only the properties of instances of that class.
void add_vocabulary_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
