#include "publish/finding_list.h"

#include "publish/html.h"
#include "publish/thing_link.h"
#include "publish/value_text.h"

#include <functional>
#include <map>

namespace tela::publish {

namespace {

/// What stands in a sentence for "{one}".
using Fillings = std::map<std::string_view, std::function<void(HtmlWriter&)>>;

// The words of a key, in which each name between braces is written by its filling.
void write_sentence(HtmlWriter& html, WordKey key, const Fillings& fillings) {
  write_local(html, local_text(word(key)), "span", [&](HtmlWriter& to, std::string_view form) {
    while (!form.empty()) {
      const auto open = std::min(form.find('{'), form.size());
      to.text(form.substr(0, open));
      form.remove_prefix(open);
      const auto close = form.find('}');
      if (close == std::string_view::npos) break;
      if (const auto filling = fillings.find(form.substr(1, close - 1)); filling != fillings.end())
        filling->second(to);
      form.remove_prefix(close + 1);
    }
  });
}

void write_map(HtmlWriter& html, const Findings& findings) {
  html.element("figure", {}, [&] {
    for (std::size_t i = 0; i < findings.maps.size(); ++i)
      html.single("img", {{"class", "t " + std::string(language_tags[i])},
                          {"lang", language_tags[i]},
                          {"src", findings.maps[i].path},
                          {"alt", word("map-title")[i]}});
  });
  html.line();
}

void write_basis(HtmlWriter& html, const Links& page, const Findings& findings) {
  write_word(html, "how-sure");
  for (std::size_t i = 0; i < findings.basis.size(); ++i) {
    html.text(i == 0 ? " " : ", ");
    write_link(html, page, findings.basis[i].thing);
    html.text(" " + grouped(findings.basis[i].count));
  }
  html.text(".");
}

void write_sentences(HtmlWriter& html, const Links& page, const Findings& findings) {
  const auto link = [&](rdf::Id thing) {
    return [&page, thing](HtmlWriter& to) { write_link(to, page, thing); };
  };
  const auto count = [](std::uint64_t number) {
    return [number](HtmlWriter& to) { to.text(grouped(number)); };
  };
  const auto item = [&](const auto& body) { html.element("li", {}, body); };
  html.element("ul", {}, [&] {
    if (const auto& pair = findings.strongest)
      item([&] {
        write_sentence(html, "finding-projects",
                       {{"one", link(pair->one)},
                        {"other", link(pair->other)},
                        {"count", count(pair->projects)}});
      });
    if (const auto& process = findings.busiest)
      item([&] {
        write_sentence(html, "finding-meetings",
                       {{"one", link(process->thing)}, {"count", count(process->count)}});
      });
    if (!findings.basis.empty()) item([&] { write_basis(html, page, findings); });
  });
  html.line();
}

} // namespace

void write_findings(HtmlWriter& html, const Site& site, const Findings& findings) {
  if (!findings.strongest && !findings.busiest && findings.basis.empty()) return;
  Naming naming(site);
  html.element("section", {{"aria-labelledby", "findings"}, {"class", "findings"}}, [&] {
    write_word(html, "h2", {{"id", "findings"}}, "findings");
    html.line();
    if (!findings.maps.empty()) write_map(html, findings);
    write_sentences(html, {site, naming, ""}, findings);
  });
  html.line();
}

} // namespace tela::publish
