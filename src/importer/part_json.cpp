#include "importer/part_json.h"

#include "base/json.h"
#include "base/utf8.h"

#include <nlohmann/json.hpp>

namespace tela::importer {

namespace {

using base::escape_invalid_utf8;
using nlohmann::json;

void append_counts(base::JsonWriter& out, std::string_view key, const records::Unmapped& counts) {
  out.key(key).begin_object();
  for (const auto& [name, count] : counts) out.field(escape_invalid_utf8(name), count);
  out.end_object();
}

records::Unmapped counts_of(const json& object) {
  records::Unmapped counts;
  for (const auto& [name, count] : object.items()) counts.emplace(name, count.get<std::uint64_t>());
  return counts;
}

} // namespace

std::string to_json(const PartHead& head) {
  std::string text;
  base::JsonWriter(text)
      .begin_object()
      .field("part", head.share.part)
      .field("of", head.share.of)
      .field("list", head.list)
      .field("settings", head.settings)
      .end_object();
  return text;
}

PartHead head_of(std::string_view text) {
  const json head = json::parse(text);
  return {{head.at("part"), head.at("of")}, head.at("list"), head.at("settings")};
}

std::string to_json(const SourceReport& source) {
  std::string text;
  base::JsonWriter out(text);
  const records::Ledger& ledger = source.ledger;
  out.begin_object().field("path", source.path).field("name", source.name);
  out.field("format", source.format).field("hash", source.hash).field("waits", source.waits);
  out.field("read", ledger.read).field("accepted", ledger.accepted);
  out.field("rejected", ledger.rejected);
  append_counts(out, "unmapped", ledger.unmapped);
  append_counts(out, "empty", ledger.empty);
  out.key("elements").begin_array().value(ledger.elements.read).value(ledger.elements.empty);
  out.value(ledger.elements.unmapped).end_array().key("notes").begin_array();
  for (const std::string& note : ledger.notes) out.value(escape_invalid_utf8(note));
  out.end_array().end_object();
  return text;
}

SourceReport source_of(std::string_view text) {
  const json object = json::parse(text);
  SourceReport source;
  source.path = object.at("path");
  source.name = object.at("name");
  source.format = object.at("format");
  source.hash = object.at("hash");
  source.waits = object.at("waits");
  records::Ledger& ledger = source.ledger;
  ledger.read = object.at("read");
  ledger.accepted = object.at("accepted");
  ledger.rejected = object.at("rejected");
  ledger.unmapped = counts_of(object.at("unmapped"));
  ledger.empty = counts_of(object.at("empty"));
  const json& elements = object.at("elements");
  ledger.elements = {elements.at(0), elements.at(1), elements.at(2)};
  ledger.notes = object.at("notes").get<std::vector<std::string>>();
  return source;
}

std::string to_json(const base::Error& error) {
  std::string text;
  base::JsonWriter(text)
      .begin_object()
      .field("source", escape_invalid_utf8(error.place().source))
      .field("line", error.place().line)
      .field("column", error.place().column)
      .field("message", escape_invalid_utf8(error.message()))
      .field("advice", escape_invalid_utf8(error.advice()))
      .end_object();
  return text;
}

base::Error error_of(std::string_view text) {
  const json error = json::parse(text);
  return {base::Failure::input,
          base::Place{error.at("source"), error.at("line"), error.at("column")},
          error.at("message"), error.at("advice")};
}

std::string alias_json(std::string_view prima_id, std::string_view project_id) {
  std::string text;
  base::JsonWriter(text)
      .begin_array()
      .value(escape_invalid_utf8(prima_id))
      .value(escape_invalid_utf8(project_id))
      .end_array();
  return text;
}

std::pair<std::string, std::string> alias_of(std::string_view text) {
  const json pair = json::parse(text);
  return {pair.at(0), pair.at(1)};
}

std::string end_json(std::uint64_t statements, std::string_view hash) {
  std::string text;
  base::JsonWriter(text)
      .begin_object()
      .field("statements", statements)
      .field("hash", hash)
      .end_object();
  return text;
}

} // namespace tela::importer
