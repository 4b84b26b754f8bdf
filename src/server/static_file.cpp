#include "server/static_file.h"

#include "server/validator.h"

#include <array>

namespace tela::server {

namespace {

std::string type_of(std::string_view path) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> types{
      {{".html", "text/html; charset=utf-8"},
       {".ttl", "text/turtle"},
       {".css", "text/css; charset=utf-8"},
       {".js", "text/javascript; charset=utf-8"},
       {".svg", "image/svg+xml"},
       {".json", "application/json"}}};
  for (const auto& [end, type] : types)
    if (path.ends_with(end)) return std::string(type);
  return "application/octet-stream";
}

} // namespace

void send_file(const ServiceParts& parts, const std::string& version, std::string_view path,
               std::string_view content, Answer& answer) {
  answer_once(parts, answer, Repeatable::cheaply, version, type_of(path), [&](ResponseHead head) {
    answer.start(std::move(head));
    answer.write(content);
  });
}

void send_made(const ServiceParts& parts, const std::string& version, std::string_view path,
               Answer& answer, const std::function<std::string()>& make) {
  answer_once(parts, answer, Repeatable::yes, version, type_of(path), [&](ResponseHead head) {
    const std::string content = make();
    answer.start(std::move(head));
    answer.write(content);
  });
}

} // namespace tela::server
