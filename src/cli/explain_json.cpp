#include "cli/explain_json.h"

#include "base/json.h"

namespace tela::cli {

namespace {

void write_judgement(base::JsonWriter& json, const events::ExplainedJudgement& judgement) {
  json.begin_object().field("question", to_string(judgement.question));
  json.field("text", judgement.text).field("entity", judgement.entity);
  if (judgement.kept_out) json.field("kept_out", true);
  json.field("probability", judgement.probability).key("rules").begin_array();
  for (const auto rule : judgement.rules) json.value(rule);
  json.end_array().end_object();
}

} // namespace

void append_explanation(std::string& out, const records::Record& record,
                        const std::vector<events::ExplainedJudgement>& judgements) {
  base::JsonWriter json(out);
  json.begin_object().field("source", record.source).key("judgements").begin_array();
  for (const auto& judgement : judgements) write_judgement(json, judgement);
  json.end_array().end_object();
}

} // namespace tela::cli
