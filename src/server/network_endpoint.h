#pragma once

#include "server/service.h"

namespace tela::server {

/// /graph/KIND.FORM?by=…&ego=…: the networks that `tela graph` writes, with its options as
/// parameters: by, where, weight, min-weight, top, ego, radius, lang, sum, dates, isolates,
/// backbone, measures, layout, for. KIND: states, projects, processes, organisations, affiliations.
/// FORM: graphml, gexf, dot, json, cyjs, cx2, net, csv (edges), nodes.csv, svg, png.
void add_network_endpoint(Router& router, const ServiceParts& parts);

} // namespace tela::server
