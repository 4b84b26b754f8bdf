#include "server/question_form.h"

#include "publish/html.h"
#include "server/url.h"

#include <array>

namespace tela::server {

namespace {

void write_field(publish::HtmlWriter& html, const engine::QueryParameter& parameter,
                 const Parameters& asked) {
  const std::string_view value = value_of(asked, parameter.name).value_or(parameter.value);
  html.element("label", {}, [&] {
    html.text(parameter.description);
    html.text(" ");
    html.single("input", {{"name", parameter.name}, {"value", value}});
  });
  html.line();
}

std::string query_string(const engine::SavedQuery& query, const Parameters& asked) {
  std::string text;
  for (const engine::QueryParameter& parameter : query.parameters)
    if (const auto value = value_of(asked, parameter.name))
      text += (text.empty() ? "?" : "&") + parameter.name + '=' + percent_encode(*value);
  return text;
}

void write_form(publish::HtmlWriter& html, const engine::SavedQuery& query,
                const Parameters& asked) {
  if (query.parameters.empty()) return;
  html.element("form", {{"class", "ask"}, {"method", "get"}, {"lang", "en"}}, [&] {
    html.line();
    for (const auto& parameter : query.parameters) write_field(html, parameter, asked);
    publish::write_word(html, "button", {{"type", "submit"}}, "ask");
  });
  html.line();
}

void write_other_forms(publish::HtmlWriter& html, const engine::SavedQuery& query,
                       const Parameters& asked) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> forms{
      {{"csv", "CSV"},
       {"csv", "Excel"},
       {"json", "JSON"},
       {"geojson", "GeoJSON"},
       {"parquet", "Parquet"}}};
  html.element("p", {{"class", "of"}}, [&] {
    for (const auto& [end, name] : forms) {
      std::string values = query_string(query, asked);
      if (name == "Excel") values += values.empty() ? "?excel" : "&excel";
      html.element("a", {{"href", query.name + '.' + std::string(end) + values}, {"download", ""}},
                   name);
      html.text(" ");
    }
  });
  html.line();
}

} // namespace

void write_question_form(publish::HtmlWriter& html, const engine::SavedQuery& query,
                         const Parameters& asked) {
  html.element("h1", {{"lang", "en"}}, query.summary);
  html.line();
  html.element("p", {{"lang", "en"}}, query.description);
  html.line();
  write_form(html, query, asked);
  write_other_forms(html, query, asked);
}

} // namespace tela::server
