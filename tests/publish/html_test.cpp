#include "publish/ego_picture.h"
#include "publish/html.h"

#include <catch2/catch.hpp>

using namespace tela::publish;

namespace {

template<class Write>
std::string written(const Write& write) {
  std::string out;
  HtmlWriter writer(out);
  write(writer);
  return out;
}

std::string html(std::string_view text) {
  return written([&](HtmlWriter& writer) { writer.text(text); });
}

std::string local(const LocalText& text) {
  return written([&](HtmlWriter& writer) { write_local(writer, text); });
}

} // namespace

TEST_CASE("elements end in the order in which they were begun") {
  CHECK(written([](HtmlWriter& writer) {
          writer.begin("main", {{"id", "m"}});
          writer.element("p", {{"class", "a"}}, [&] {
            writer.text("1 < 2");
            writer.single("br");
            writer.element("b", {}, "&");
          });
          writer.end();
        }) == "<main id=\"m\"><p class=\"a\">1 &lt; 2<br/><b>&amp;</b></p></main>");
}

TEST_CASE("an attribute's value cannot end the attribute") {
  CHECK(written([](HtmlWriter& writer) {
          writer.element("a", {{"href", "\" onclick=\"x()"}}, "");
        }) == "<a href=\"&quot; onclick=&quot;x()\"></a>");
}

TEST_CASE("JSON in a page can neither end its element nor open a comment") {
  CHECK(written([](HtmlWriter& writer) {
          writer.json("application/ld+json", "[\"</script><!--\"]");
        }) == "<script type=\"application/ld+json\">[\"\\u003c/script>\\u003c!--\"]</script>");
}

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
    return written([&](HtmlWriter& writer) {
      write_title(writer, "t", [&](std::size_t language) { return name.text[language]; });
    });
  };
  CHECK(title(same_for_all("A & B", "en")) == "<title id=\"t\">A &amp; B</title>");
  LocalText name = same_for_all("Spain", "en");
  name.text[2] = "España";
  CHECK(title(name) == "<title id=\"t\" data-es=\"España\">Spain</title>");
}

TEST_CASE("the titles of a picture are in the reader's language") {
  Neighbour neighbour{same_for_all("Chad", "en"), same_for_all("member", "en"), "chad.html", true};
  neighbour.name.text[1] = "Tchad";
  const std::string text = written(
      [&](HtmlWriter& writer) { write_ego_picture(writer, same_for_all("x", "en"), {neighbour}); });
  CHECK(text.find("<title data-fr=\"Tchad (member)\">Chad (member)</title>") != std::string::npos);
  CHECK(text.find("<title id=\"ego-title\" data-fr=") != std::string::npos);
}

TEST_CASE("each relation in a picture has a colour, and the legend says which") {
  const Neighbour member{same_for_all("Chad"), same_for_all("member"), "chad.html", true};
  const Neighbour host{same_for_all("Mali"), same_for_all("host"), "mali.html", false};
  const std::string text = written([&](HtmlWriter& writer) {
    write_ego_picture(writer, same_for_all("x"), {member, host, member});
  });
  CHECK(text.find("<span class=\"dot role-0\"></span> member") != std::string::npos);
  CHECK(text.find("<span class=\"dot role-1\"></span> host") != std::string::npos);
  CHECK(text.find("role-2") == std::string::npos);
}
