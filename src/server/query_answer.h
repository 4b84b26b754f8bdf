#pragma once

#include "engine/query.h"
#include "server/result_format.h"
#include "server/service.h"

#include <functional>
#include <optional>
#include <string>

namespace tela::server {

/// A query to be answered, and what chooses the form of its result.
struct Question {
  std::string text;
  engine::QueryOptions options;        ///< bindings, dataset, source; limits are added
  std::optional<ResultForm> form = {}; ///< empty: what the request asks for
  Preface preface = {};                ///< above the table of an HTML answer
};

/// Parses, plans, evaluates and sends the result of a query under the service's limits. Throws
/// Refusal and base::Error.
void answer_query(const ServiceParts& parts, const std::shared_ptr<const OpenStore>& store,
                  Question question, Answer& answer);

} // namespace tela::server
