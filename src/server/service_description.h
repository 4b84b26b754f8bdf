#pragma once

#include "server/service.h"

namespace tela::server {

/// Sends what the endpoint is, by https://www.w3.org/TR/sparql11-service-description/: its address,
/// the language, the forms of results, and the default dataset, whose default graph is the union of
/// all.
void send_service_description(const ServiceParts& parts, const OpenStore& store, Answer& answer);

} // namespace tela::server
