#include "server/validator.h"

#include "base/ascii.h"
#include "base/sha256.h"
#include "server/result_cache.h"

#include <algorithm>
#include <array>

namespace tela::server {

namespace {

bool is_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Whether If-None-Match names the head's validator, packed or not: a packed one goes on behind the
// key.
bool client_has(const Request& request, const ResponseHead& head) {
  const std::string_view field = request.field("if-none-match").value_or("");
  if (field.empty()) return false;
  std::string_view tag = value_of(head.fields, "ETag").value_or("");
  tag.remove_suffix(1);
  return field == "*" || field.find(tag) != std::string_view::npos;
}

ResponseHead head_with(const std::string& type, const std::string& key) {
  return {200, {{"Content-Type", type}, {"ETag", '"' + key + '"'}, {"Cache-Control", "no-cache"}}};
}

void send_unchanged(Answer& answer, ResponseHead head) {
  head.status = 304;
  answer.send(std::move(head), "");
}

std::string cache_key(const Request& request, std::string_view store_version) {
  return request_key(request, store_version, request.field("accept").value_or(""));
}

// What the client was sent, but for what is true of that one time.
CachedAnswer to_be_kept(const Answer& answer, const std::string& body, std::uint64_t rows) {
  CachedAnswer kept{answer.given_head(), body, rows};
  std::erase_if(kept.head.fields, [](const auto& field) { return field.first == "Server-Timing"; });
  return kept;
}

} // namespace

std::string request_key(const Request& request, std::string_view store_version,
                        std::string_view form) {
  Parameters sorted = request.parameters;
  std::ranges::sort(sorted);
  std::string text(store_version);
  const auto part = [&](std::string_view one) {
    text += std::to_string(one.size()) + ':';
    text += one;
  };
  part(form);
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

std::shared_ptr<const CachedAnswer> answer_given_before(ResultCache& cache, const Request& request,
                                                        std::string_view store_version) {
  return cache.keeps() ? cache.find(cache_key(request, store_version)) : nullptr;
}

void give_again(Metrics& metrics, Answer& answer, const CachedAnswer& given) {
  metrics.add_cache_hit();
  if (client_has(answer.request(), given.head)) return send_unchanged(answer, given.head);
  answer.exchange().rows = given.rows;
  answer.send(given.head, given.body);
}

void answer_once(const ServiceParts& parts, Answer& answer, Repeatable repeatable,
                 const std::string& store_version, const std::string& type,
                 const std::function<void(ResponseHead)>& make) {
  if (repeatable == Repeatable::no) {
    make({200, {{"Content-Type", type}, {"Cache-Control", "no-store"}}});
    return answer.finish();
  }
  const Request& request = answer.request();
  ResponseHead head = head_with(type, request_key(request, store_version, type));
  if (client_has(request, head)) return send_unchanged(answer, std::move(head));
  if (repeatable == Repeatable::yes) answer.keep(parts.cache.largest());
  make(std::move(head));
  answer.finish();
  if (const std::string* body = answer.kept(); body != nullptr && !answer.head_only())
    parts.cache.put(cache_key(request, store_version),
                    to_be_kept(answer, *body, answer.exchange().rows));
}

Repeatable repeatable(std::string_view query) {
  constexpr std::array<std::string_view, 6> words{"NOW",     "RAND",  "UUID",
                                                  "STRUUID", "BNODE", "SERVICE"};
  std::string word;
  for (std::size_t i = 0; i <= query.size(); ++i) {
    const char c = i < query.size() ? query[i] : ' ';
    if (is_word(c)) {
      word += base::ascii_upper(c);
      continue;
    }
    if (std::ranges::find(words, word) != words.end()) return Repeatable::no;
    word.clear();
  }
  return Repeatable::yes;
}

} // namespace tela::server
