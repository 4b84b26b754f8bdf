#include "server/validator.h"

#include "base/sha256.h"
#include "server/result_cache.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether If-None-Match names the validator, packed or not.
bool client_has(const Request& request, const std::string& key) {
  const std::string_view field = request.field("if-none-match").value_or("");
  return field == "*" || field.find('"' + key) != std::string_view::npos;
}

ResponseHead head_with(const std::string& type, const std::string& key) {
  return {200, {{"Content-Type", type}, {"ETag", '"' + key + '"'}, {"Cache-Control", "no-cache"}}};
}

ResponseHead with(ResponseHead head, const Parameters& fields) {
  head.fields.insert(head.fields.end(), fields.begin(), fields.end());
  return head;
}

} // namespace

std::string request_key(const Request& request, std::string_view store_version,
                        std::string_view media_type) {
  Parameters sorted = request.parameters;
  std::ranges::sort(sorted);
  std::string text(store_version);
  const auto part = [&](std::string_view one) {
    text += std::to_string(one.size()) + ':';
    text += one;
  };
  part(media_type);
  part(request.path);
  for (const auto& [name, value] : sorted) {
    part(name);
    part(value);
  }
  part(request.content_type());
  part(request.body);
  constexpr std::size_t digits = 32;
  return base::sha256(text).substr(0, digits);
}

void answer_once(const ServiceParts& parts, Answer& answer, Repeatable repeatable,
                 const std::string& store_version, const std::string& type,
                 const std::function<void(ResponseHead)>& make, const Parameters& fields) {
  if (repeatable == Repeatable::no) {
    make(with({200, {{"Content-Type", type}, {"Cache-Control", "no-store"}}}, fields));
    return answer.finish();
  }
  const std::string key = request_key(answer.request(), store_version, type);
  if (client_has(answer.request(), key)) {
    ResponseHead head = with(head_with(type, key), fields);
    head.status = 304;
    return answer.send(std::move(head), "");
  }
  if (const auto cached = parts.cache.find(key)) {
    parts.metrics.add_cache_hit();
    answer.exchange().rows = cached->rows;
    return answer.send(cached->head, cached->body);
  }
  answer.keep(parts.cache.largest());
  make(with(head_with(type, key), fields));
  answer.finish();
  if (const std::string* body = answer.kept(); body != nullptr && !answer.head_only())
    parts.cache.put(key, {with(head_with(type, key), fields), *body, answer.exchange().rows});
}

Repeatable repeatable(std::string_view query) {
  constexpr std::array<std::string_view, 6> words{"NOW",     "RAND",  "UUID",
                                                  "STRUUID", "BNODE", "SERVICE"};
  std::string word;
  for (std::size_t i = 0; i <= query.size(); ++i) {
    const char c = i < query.size() ? query[i] : ' ';
    if (is_word(c)) {
      word += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
      continue;
    }
    if (std::ranges::find(words, word) != words.end()) return Repeatable::no;
    word.clear();
  }
  return Repeatable::yes;
}

} // namespace tela::server
