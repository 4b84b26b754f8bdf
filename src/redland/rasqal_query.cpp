#include "redland/rasqal_query.h"

#include "base/error.h"
#include "base/utf8.h"
#include "redland/librdf_handles.h"
#include "redland/librdf_term.h"
#include "redland/rasqal_guard.h"
#include "redland/storage.h"

namespace tela::redland {

namespace {

// Keeps the first error that librdf logs; its text may hold anything.
int keep_error(void* text, librdf_log_message* message) {
  auto& kept = *static_cast<std::string*>(text);
  const char* said = librdf_log_message_message(message);
  if (kept.empty() && librdf_log_message_level(message) >= LIBRDF_LOG_ERROR && said != nullptr) {
    kept = said;
    kept.resize(base::first_invalid_utf8(kept).value_or(kept.size()));
  }
  return 1;
}

const unsigned char* bytes(const std::string& text) {
  return reinterpret_cast<const unsigned char*>(text.c_str()); // NOLINT(*-reinterpret-cast)
}

RasqalAnswer answer_of(librdf_query_results* results) {
  RasqalAnswer answer;
  if (librdf_query_results_is_boolean(results) != 0) {
    answer.truth = librdf_query_results_get_boolean(results) > 0;
    return answer;
  }
  const int width = librdf_query_results_get_bindings_count(results);
  for (int i = 0; i < width; ++i)
    answer.variables.emplace_back(librdf_query_results_get_binding_name(results, i));
  for (; librdf_query_results_finished(results) == 0; librdf_query_results_next(results)) {
    auto& row = answer.rows.emplace_back();
    for (int i = 0; i < width; ++i) {
      const LibrdfNode node(librdf_query_results_get_binding_value(results, i));
      row.push_back(node ? std::optional(rdf::to_term(term_of(node.get()))) : std::nullopt);
    }
  }
  return answer;
}

} // namespace

RasqalAnswer ask_rasqal(const store::Store& store, std::string_view query,
                        const std::string& base_iri) {
  check_for_rasqal(query);
  const LibrdfWorld world;
  std::string message;
  librdf_world_set_logger(world.get(), &message, keep_error);
  const LibrdfStorage storage(new_storage(world.get(), store, "contexts='no'"));
  const LibrdfModel model(storage ? librdf_new_model(world.get(), storage.get(), nullptr)
                                  : nullptr);
  const LibrdfUri base(librdf_new_uri(world.get(), bytes(base_iri)));
  const std::string text = std::string(query) + '\n'; // a last comment must end in one
  const LibrdfQuery parsed(
      librdf_new_query(world.get(), "sparql", nullptr, bytes(text), base.get()));
  const LibrdfQueryResults results(parsed && model ? librdf_query_execute(parsed.get(), model.get())
                                                   : nullptr);
  if (!results) throw base::Error(base::Failure::input, "Rasqal refuses the query: " + message);
  RasqalAnswer answer = answer_of(results.get());
  if (!message.empty()) throw base::Error(base::Failure::input, "Rasqal failed: " + message);
  return answer;
}

} // namespace tela::redland
