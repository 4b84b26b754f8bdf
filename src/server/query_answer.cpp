#include "server/query_answer.h"

#include "redland/writer.h"
#include "server/validator.h"

namespace tela::server {

namespace {

/// Pushes triples on and counts them.
class CountingSink final : public rdf::QuadSink {
 public:
  CountingSink(rdf::QuadSink& next, std::atomic<std::uint64_t>& count)
      : next_(next), count_(count) {}
  void quad(const rdf::QuadView& quad) override {
    count_.fetch_add(1, std::memory_order_relaxed);
    next_.quad(quad);
  }

 private:
  rdf::QuadSink& next_;
  std::atomic<std::uint64_t>& count_;
};

std::string server_timing(const engine::QueryTimes& times) {
  return "parse;dur=" + std::to_string(times.parse) + ", plan;dur=" + std::to_string(times.plan);
}

void send_graph(engine::Query& query, redland::Syntax syntax, const rdf::PrefixMap& prefixes,
                Answer& answer) {
  const auto writer = redland::make_writer(
      syntax, [&](std::string_view bytes) { answer.write(bytes); }, {prefixes});
  CountingSink sink(*writer, answer.exchange().rows);
  query.run(sink);
  writer->finish();
}

void send_solutions(engine::Query& query, const ResultForm& form, const engine::Database& database,
                    const Preface& preface, Answer& answer) {
  const auto writer = make_writer(form, database, preface, answer);
  query.run(*writer);
}

} // namespace

void answer_query(const ServiceParts& parts, const std::shared_ptr<const OpenStore>& store,
                  Question question, Answer& answer) {
  base::MemoryBudget memory(parts.settings.memory_bytes);
  question.options.memory = &memory;
  question.options.cancellation = &answer.exchange().cancellation;
  question.options.threads = 1; // the others answer other clients
  engine::Query query(store->database, question.text, question.options);
  const bool graph = query.gives_graph();
  const ResultForm form = graph           ? ResultForm{}
                          : question.form ? *question.form
                                          : result_form(answer.request());
  const redland::Syntax syntax = graph ? graph_syntax(answer.request()) : redland::Syntax::turtle;
  const std::string type = content_type(graph ? redland::info(syntax).media_type : form.media_type);
  answer_once(parts, answer, repeatable(question.text), store->version, type,
              [&](ResponseHead head) {
                head.fields.emplace_back("Server-Timing", server_timing(query.times()));
                answer.start(std::move(head));
                if (answer.head_only()) return;
                if (graph)
                  send_graph(query, syntax, store->database.prefixes(), answer);
                else
                  send_solutions(query, form, store->database, question.preface, answer);
              });
}

} // namespace tela::server
