#include "base/error.h"
#include "records/one_record.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <string>

using namespace tela::records;

namespace {

const std::string site_head =
    "<!DOCTYPE html><html lang=\"fr\"><head><title>Un pont entre deux rives | La Maison</title>\n"
    "<link rel=\"canonical\" href=\"https://example.org/fr/pont\">\n"
    "<meta property=\"article:published_time\" content=\"2019-07-23T15:02:37+02:00\">\n"
    "<style>p{color:red}</style></head><body>\n"
    "<header><nav><ul><li>Qui sommes nous</li><li>Agir</li></ul></nav></header>\n";

} // namespace

TEST_CASE("a project page of labelled fields") {
  const std::string html =
      site_head +
      "<main><h1><span>Un pont entre&nbsp;deux rives</span></h1>\n"
      "<div class=\"field\"><div class=\"field__label\">Date de d&eacute;but</div>\n"
      "<div class=\"field__item\">2023</div></div>\n"
      "<div class=\"field\"><div class=\"field__label\">Statut du projet</div>"
      "<div class=\"field__item\">Achevé</div></div>\n"
      "<div><span class=\"field__label\">Type de projet</span> "
      "<span class=\"field__item\">Migration de <b>main</b>-d’œuvre</span></div>\n"
      "<p><strong>Projet ID</strong> TB4-805</p>\n"
      "<dl><dt>Other Countries Benefiting at Time of Allocation</dt>\n"
      "<dd><ul><li>Chili</li><li>Uruguay</li></ul></dd></dl>\n"
      "<table><tr><th>Budget Amount (USD)</th><td>81500.00</td></tr></table>\n"
      "<div class=\"field__label\">Etat(s) membre(s) beneficiaires remplissant les "
      "conditions requises</div>\n"
      "<div class=\"field__items\"><div class=\"field__item\">Costa Rica</div>\n"
      "<div class=\"field__item\">Panama</div></div>\n"
      "<div class=\"body\"><p>Les rives se parlent.</p><p>Le pont<br>chante.</p></div>\n"
      "</main><footer>Agir</footer><script>var a = '<p>x</p>';</script></body></html>";
  const Record record = tela::test::read_html_page("pont.html", html);
  REQUIRE(record.project() != nullptr);
  const Project& project = *record.project();
  CHECK(record.title.value == "Un pont entre deux rives");
  CHECK(record.language == "fr");
  CHECK(record.address == "https://example.org/fr/pont");
  CHECK(project.start.value == "2023");
  CHECK(project.status == Status::completed);
  CHECK(project.type.value == "Migration de main-d’œuvre");
  CHECK(project.project_id.value == "TB4-805");
  CHECK(project.budget->amount == "81500.00");
  CHECK(project.other_countries.raw.value == "Chili Uruguay");
  REQUIRE(project.beneficiaries.items.size() == 2);
  CHECK(project.beneficiaries.items[0].value == "Costa Rica");
  CHECK(record.body.value == "Les rives se parlent.\nLe pont\nchante.");
  const auto quoted = [&html](Span span) { return html.substr(span.start, span.end - span.start); };
  CHECK(quoted(project.start.span) == "2023");
  CHECK(quoted(record.title.span) == "Un pont entre&nbsp;deux rives");
  CHECK(quoted(project.beneficiaries.items[1].span) == "Panama");
}

TEST_CASE("an article in HTML: no menu, no footer, dateline, contact, date of its head") {
  const std::string html =
      site_head +
      "<article><h1>Les passeurs du lac chantent</h1>"
      "<p>Moshi &ndash; Les passeurs ont chanté &agrave; <em>Tela</em>, au Honduras.</p>"
      "<p>Pour plus d’informations, veuillez contacter le port, "
      "<a href=\"mailto:port@example.org\">port@example.org</a></p></article>"
      "<aside>Lire aussi</aside></body></html>";
  const Record record = tela::test::read_html_page("lac.html", html);
  REQUIRE(record.article() != nullptr);
  CHECK(record.title.value == "Les passeurs du lac chantent");
  CHECK(record.article()->date.value == "2019-07-23");
  CHECK(record.article()->dateline.value == "Moshi");
  CHECK(record.article()->sections.back().part == Part::contact);
  CHECK(record.body.value.starts_with("Moshi – Les passeurs ont chanté à Tela, au Honduras.\n"));
  const auto at = record.body.value.find("Honduras");
  const Span span = record.body.span(at, at + 8);
  CHECK(html.substr(span.start, span.end - span.start) == "Honduras");
}

TEST_CASE("a page without main and heading takes the body and the document's title") {
  const Record record = tela::test::read_html_page(
      "x.html", "<title>The Ferrymen Meet | Harbour</title><div>The ferry leaves at nine.</div>");
  CHECK(record.title.value == "The Ferrymen Meet");
  CHECK(record.body.value == "The ferry leaves at nine.");
}

TEST_CASE("hostile HTML is refused, broken HTML is read") {
  const auto refuses = [](const std::string& html) {
    CHECK_THROWS_AS(tela::test::read_html_page("bad.html", html), tela::base::Error);
  };
  const auto repeated = [](std::string_view piece, int times) {
    std::string text = "<h1>The Title of It</h1>";
    for (int i = 0; i < times; ++i) text += piece;
    return text;
  };
  refuses(repeated("<div>", 200'000));
  refuses(repeated("<b a=1><i>", 300) + repeated("<p>x", 100'000));
  refuses("<html><body></body></html>");
  CHECK_NOTHROW(tela::test::read_html_page("p.html", repeated("<p>x", 10'000)));
  CHECK_NOTHROW(tela::test::read_html_page("li.html", repeated("<li>x", 10'000)));
  CHECK_NOTHROW(
      tela::test::read_html_page("s.html", repeated("<script>if (a<b) {}</script>", 2'000) + "x"));
  const Record moved = tela::test::read_html_page(
      "m.html", "<h1>The Title of It</h1><p>a</p><table><tr>one</tr>two<td>three</table>four");
  CHECK(std::is_sorted(moved.body.offsets.begin(), moved.body.offsets.end()));
  CHECK(tela::test::read_html_page("t.html", "<h1>The Title of It</h1><table>a<td>b</foo>c</td>")
            .title.value == "The Title of It");
}

TEST_CASE("frames that only classes and ids tell of are no text of the page") {
  const std::string text = "<h1>Ferrymen met</h1><p>They met on the lake.</p>";
  const auto body = [](const std::string& page) {
    return tela::test::read_html_page("f.html", "<html><body>" + page + "</body></html>")
        .body.value;
  };
  CHECK(body("<div id=\"cookie-consent\"><p>We use cookies.</p></div><div class=\"main-menu\">Home"
             "</div><div class=\"page with-sidebar\">" +
             text + "<div class=\"related-news\"><p>Peru and Chile</p></div></div>") ==
        "They met on the lake.");
  CHECK(body("<div class=\"menu-wrapper\">" + text + "</div>") == "They met on the lake.");
  CHECK(body("<div class=\"nav\">" + text + "</div>") == "They met on the lake.");
}
