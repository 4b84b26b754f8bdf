#include "server/problem.h"

#include "base/json.h"
#include "server/negotiation.h"
#include "store/damaged.h"

#include <array>

namespace tela::server {

namespace {

constexpr std::array<std::string_view, 3> forms{"application/problem+json", "application/json",
                                                "text/plain"};

// Text for who asks for it or for HTML; JSON for everybody else.
bool is_text_wanted(const Request& request) {
  const auto accept = request.field("accept").value_or("");
  const auto form = negotiate(accept, forms);
  if (form && *form < 2) return *form == 0 && accept.find("html") != std::string_view::npos;
  return true;
}

std::string as_json(const Problem& problem) {
  std::string out;
  base::JsonWriter json(out);
  json.begin_object().field("type", "about:blank").field("title", phrase(problem.status));
  json.field("status", problem.status).field("detail", problem.title);
  if (!problem.advice.empty()) json.field("advice", problem.advice);
  if (problem.place.line > 0) json.field("line", problem.place.line);
  if (problem.place.column > 0) json.field("column", problem.place.column);
  json.end_object();
  return out += '\n';
}

std::string as_text(const Problem& problem) {
  std::string out = base::to_string(problem.place);
  out += (out.empty() ? "" : ": ") + problem.title + '\n';
  if (!problem.advice.empty()) out += problem.advice + '\n';
  return out;
}

} // namespace

Problem problem_of(const base::Error& error) {
  Problem problem{400, error.message(), error.advice(), error.place()};
  if (dynamic_cast<const store::Damaged*>(&error) != nullptr) problem.status = 500;
  if (error.failure() == base::Failure::limit) {
    problem.status = 503;
    problem.fields.emplace_back("Retry-After", "10");
  }
  return problem;
}

std::string_view phrase(unsigned status) {
  struct Row {
    unsigned status;
    std::string_view phrase;
  };
  static constexpr std::array<Row, 23> rows{{{200, "OK"},
                                             {202, "Accepted"},
                                             {204, "No Content"},
                                             {303, "See Other"},
                                             {304, "Not Modified"},
                                             {307, "Temporary Redirect"},
                                             {400, "Bad Request"},
                                             {401, "Unauthorized"},
                                             {403, "Forbidden"},
                                             {404, "Not Found"},
                                             {405, "Method Not Allowed"},
                                             {406, "Not Acceptable"},
                                             {408, "Request Timeout"},
                                             {411, "Length Required"},
                                             {413, "Content Too Large"},
                                             {414, "URI Too Long"},
                                             {415, "Unsupported Media Type"},
                                             {421, "Misdirected Request"},
                                             {429, "Too Many Requests"},
                                             {431, "Request Header Fields Too Large"},
                                             {500, "Internal Server Error"},
                                             {501, "Not Implemented"},
                                             {503, "Service Unavailable"}}};
  for (const Row& row : rows)
    if (row.status == status) return row.phrase;
  return "Unknown";
}

ResponseHead head_of(const Problem& problem, const Request& request) {
  ResponseHead head{problem.status, problem.fields};
  head.fields.emplace_back("Content-Type", is_text_wanted(request) ? "text/plain; charset=utf-8"
                                                                   : "application/problem+json");
  head.fields.emplace_back("Cache-Control", "no-store");
  return head;
}

std::string body_of(const Problem& problem, const Request& request) {
  return is_text_wanted(request) ? as_text(problem) : as_json(problem);
}

} // namespace tela::server
