#pragma once

#include "engine/query_library.h"
#include "server/request.h"

#include <string>

namespace tela::server {

/// What stands above the answer to a question of the library on its page: what is asked, a form
/// with its parameters, and the same answer in other forms. As HTML.
[[nodiscard]] std::string question_form(const engine::SavedQuery& query, const Parameters& asked);

} // namespace tela::server
