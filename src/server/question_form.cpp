#include "server/question_form.h"

#include "publish/html.h"
#include "server/url.h"

#include <array>

namespace tela::server {

namespace {

constexpr publish::Phrase ask_again{"Ask", "Envoyer", "Enviar"};

void append_field(std::string& out, const engine::QueryParameter& parameter,
                  const Parameters& asked) {
  const std::string_view value = value_of(asked, parameter.name).value_or(parameter.value);
  out += "<label>";
  publish::append_html(out, parameter.description);
  out += " <input name=\"" + parameter.name + "\" value=\"";
  publish::append_html(out, value);
  out += "\"></label>\n";
}

std::string query_string(const engine::SavedQuery& query, const Parameters& asked) {
  std::string text;
  for (const engine::QueryParameter& parameter : query.parameters)
    if (const auto value = value_of(asked, parameter.name))
      text += (text.empty() ? "?" : "&amp;") + parameter.name + '=' + percent_encode(*value);
  return text;
}

} // namespace

std::string question_form(const engine::SavedQuery& query, const Parameters& asked) {
  std::string out = "<h1 lang=\"en\">";
  publish::append_html(out, query.summary);
  out += "</h1>\n<p lang=\"en\">";
  publish::append_html(out, query.description);
  out += "</p>\n";
  if (!query.parameters.empty()) {
    out += "<form class=\"ask\" method=\"get\" lang=\"en\">\n";
    for (const auto& parameter : query.parameters) append_field(out, parameter, asked);
    out += "<button type=\"submit\">";
    publish::append_phrase(out, ask_again);
    out += "</button></form>\n";
  }
  out += "<p class=\"of\">";
  constexpr std::array<std::pair<const char*, const char*>, 5> forms{{{"csv", "CSV"},
                                                                      {"csv", "Excel"},
                                                                      {"json", "JSON"},
                                                                      {"geojson", "GeoJSON"},
                                                                      {"parquet", "Parquet"}}};
  for (const auto& [end, name] : forms) {
    std::string values = query_string(query, asked);
    if (name == std::string_view("Excel")) values += values.empty() ? "?excel" : "&amp;excel";
    out += "<a href=\"" + query.name + '.' + end + values + "\" download>" + name + "</a> ";
  }
  return out += "</p>\n";
}

} // namespace tela::server
