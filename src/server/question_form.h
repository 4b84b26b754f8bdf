#pragma once

#include "engine/query_library.h"
#include "publish/html_writer.h"
#include "server/request.h"

namespace tela::server {

/// Writes what stands above the answer to a question of the library on its page: what is asked, a
/// form with its parameters, and the same answer in other forms.
void write_question_form(publish::HtmlWriter& html, const engine::SavedQuery& query,
                         const Parameters& asked);

} // namespace tela::server
