#include "publish/ego_picture.h"
#include "publish/html.h"

#include <catch2/catch.hpp>

using namespace tela::publish;

namespace {

std::string html(std::string_view text) {
  std::string out;
  append_html(out, text);
  return out;
}

std::string local(const LocalText& text) {
  std::string out;
  append_local(out, text);
  return out;
}

} // namespace

TEST_CASE("text from data cannot become markup") {
  CHECK(html("<script>alert(\"1\")</script> & more") ==
        "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; more");
}

TEST_CASE("what HTML cannot hold becomes U+FFFD") {
  using namespace std::string_view_literals;
  CHECK(html("a\0b"sv) == "a\uFFFDb");
  CHECK(html("a\r\nb\x7F") == "a\uFFFD\nb\uFFFD");
  CHECK(html("\xC2\x85\xEF\xBF\xBF") == "\uFFFD\uFFFD"); // a C1 control, a noncharacter
  CHECK(html("Gouvernance \u202Eça") == "Gouvernance \u202Eça");
}

TEST_CASE("long texts are cut between characters") {
  CHECK(cut("état", 10).text == "état");
  CHECK(cut("état", 1).text == "é");
  CHECK(cut("état", 1).left_out == 3);
}

TEST_CASE("a text that all readers share stands once, with its language") {
  CHECK(local(same_for_all("Honduras")) == "Honduras");
  CHECK(local(same_for_all("Projet", "fr")) == "<span lang=\"fr\">Projet</span>");
}

TEST_CASE("a name that is the same in each language needs no mark: it is in the reader's") {
  LocalText text = same_for_all("Honduras");
  text.language = {"en", "fr", "es"};
  CHECK(local(text) == "Honduras");
  text.text[1] = "le Honduras";
  CHECK(
      local(text) ==
      "<span class=\"t en es\">Honduras</span><span class=\"t fr\" lang=\"fr\">le Honduras</span>");
}

TEST_CASE("each form of a text says whose it is and in which language it is") {
  LocalText text;
  text.text = {"Belize", "Bélize", "Belize"};
  text.language = {"en", "fr", "en"};
  CHECK(local(text) == "<span class=\"t en es\" lang=\"en\">Belize</span>"
                       "<span class=\"t fr\" lang=\"fr\">Bélize</span>");
}

TEST_CASE("pages link to the web only") {
  CHECK(is_web_address("https://iom.int/"));
  CHECK(is_web_address("http://iom.int/"));
  CHECK_FALSE(is_web_address("javascript:alert(1)"));
  CHECK_FALSE(is_web_address("data:text/html,x"));
  CHECK_FALSE(is_web_address("ftp://iom.int/"));
}

TEST_CASE("titles, of pages and pictures, hold all languages that differ") {
  const auto title = [](const LocalText& name) {
    std::string text;
    append_title(text, "t", [&](std::string& out, std::size_t language) {
      append_html(out, name.text[language]);
    });
    return text;
  };
  CHECK(title(same_for_all("A & B", "en")) == "<title id=\"t\">A &amp; B</title>");
  LocalText name = same_for_all("Spain", "en");
  name.text[2] = "España";
  CHECK(title(name) == "<title id=\"t\" data-es=\"España\">Spain</title>");
}

TEST_CASE("the titles of a picture are in the reader's language") {
  Neighbour neighbour{same_for_all("Chad", "en"), same_for_all("member", "en"), "chad.html", true};
  neighbour.name.text[1] = "Tchad";
  std::string text;
  append_ego_picture(text, same_for_all("x", "en"), {neighbour});
  CHECK(text.find("<title data-fr=\"Tchad (member)\">Chad (member)</title>") != std::string::npos);
  CHECK(text.find("<title id=\"ego-title\" data-fr=") != std::string::npos);
}
