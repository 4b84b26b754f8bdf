#include "base/xml_encoding.h"
#include "base/xml_reader.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace tela::base;

namespace {

/// Writes down what it is told, with the places of tags in bytes.
class Notes final : public XmlHandler {
 public:
  void start_element(std::string_view name, const XmlAttributes& attributes) override {
    notes += '<' + std::string(name);
    attributes.for_each([this](std::string_view key, std::string_view value) {
      ((((notes += ' ') += key) += '=') += value);
    });
    notes += '>';
  }
  void end_element(std::string_view name) override { notes += "</" + std::string(name) + '>'; }
  void text(std::string_view piece) override { notes += piece; }
  void comment(std::string_view content) override { notes += "{" + std::string(content) + "}"; }
  std::string notes;
};

std::string read(std::string_view document, XmlOptions options = {}, std::size_t block = 3) {
  Notes notes;
  options.events = XmlEvents::all;
  XmlReader reader("a.xml", notes, options);
  for (std::size_t at = 0; at < document.size(); at += block)
    reader.feed(document.substr(at, block));
  reader.finish();
  return notes.notes;
}

Error error_of(std::string_view document, const XmlOptions& options = {}, std::size_t block = 3) {
  try {
    (void)read(document, options, block);
  } catch (const Error& error) {
    CHECK(error.place().source == "a.xml");
    CHECK(error.place().line > 0);
    CHECK_FALSE(error.advice().empty());
    return error;
  }
  FAIL("accepted: " << document.substr(0, 200));
  throw std::logic_error("unreachable");
}

constexpr XmlOptions with_doctype{.doctype = XmlDoctype::internal};

} // namespace

TEST_CASE("tags, attributes and texts come as they stand, in blocks of any size") {
  const std::string document = "<?xml version='1.0'?>\n<a x=\"1 &lt; 2\" y='&#xE9;'>t&amp;<b/>"
                               "<![CDATA[<c>]]><!--no--></a>\n";
  for (const std::size_t block : {1U, 2U, 7U, 1000U})
    CHECK(read(document, {}, block) == "<a x=1 < 2 y=\u00E9>t&<b></b><c>{no}</a>");
}

TEST_CASE("a fault of XML has its line and column") {
  const auto place = [](std::string_view document) {
    const Error error = error_of(document);
    return std::to_string(error.place().line) + ':' + std::to_string(error.place().column);
  };
  CHECK(place("<a>\n<b></c></a>") == "2:6");
  CHECK(place("<a>\n\u00E9<<b/></a>") == "2:3");
  CHECK(place("<a x='1' x='2'/>") == "1:10");
  CHECK(place("<a x=\"1 y=\"2\"/>") == "1:12");
  CHECK(place("<a>\x01</a>") == "1:4");
  CHECK(place("<a>\xFF</a>") == "1:4");
  CHECK(place("<a/>\n<b/>") == "2:1");
  CHECK(place("<a>") == "1:4");
  CHECK(place("<a>&#0;</a>") == "1:4");
  CHECK(place("<a>&other;</a>") == "1:4");
  CHECK(place("") == "1:1");
}

TEST_CASE("a fault behind the root has one place and message, in blocks of any size") {
  for (const std::size_t block : {1U, 2U, 7U, 1000U}) {
    INFO(block);
    const auto check = [&](std::string_view document, std::uint64_t line, std::uint64_t column) {
      const Error error = error_of(document, {}, block);
      CHECK(error.place() == Place{"a.xml", line, column});
      CHECK(error.message().find("behind the end of the root element") != std::string::npos);
    };
    check("<a/>\nISO-8859-1\"?>", 2, 1);
    check("<a></a\n>  b\"c", 2, 4);
    check("<a/><!-- \né -->b\"c", 2, 6);
    check("<a/><?p q?> <b/>", 1, 13);
    check("<a/>&b;", 1, 5);
    check("<a/>\ncaf\xe9", 2, 1);
    check("<a>mx</a>\r\ncaf\xe9", 2, 1);
    check("<a/>\r\n\r\n x", 3, 2);
    check("<a/>\r\r\n x", 3, 2);
    check("<a/>\r x", 2, 2);
  }
}

TEST_CASE("bounds hold") {
  std::string deep;
  for (int i = 0; i < 257; ++i) deep += "<a>";
  CHECK(error_of(deep).message() == "elements nested deeper than 256");
  const XmlOptions small{.limits = {.markup = 1000}};
  CHECK(error_of("<a><!--" + std::string(3000, 'x') + "--></a>", small).message() ==
        "a tag or comment of more than 1000 bytes");
  CHECK(read("<a>" + std::string(3000, 'x') + "</a>", small).size() == 3007); // text is none
}

TEST_CASE("a DOCTYPE is refused, or its internal entities are resolved within bounds") {
  const std::string plain = "<!DOCTYPE a [<!ENTITY e 'x<b/>'>]><a y='&e2;'>&e;</a>";
  CHECK(error_of(plain).message() == "the XML holds a DOCTYPE");
  CHECK(read("<!DOCTYPE a [<!ENTITY e 'x<b/>'><!ENTITY f 'z'>]><a y='&f;'>&e;</a>", with_doctype) ==
        "<a y=z>x<b></b></a>");
  CHECK(read("<!DOCTYPE html PUBLIC '-//W3C' 'http://e.example/dtd'><a/>", with_doctype) ==
        "<a></a>");
}

TEST_CASE("nothing external is ever opened, and what it may say is not guessed") {
  const auto message = [](const std::string& declarations, const std::string& content = "") {
    return error_of("<!DOCTYPE a " + declarations + "><a>" + content + "</a>", with_doctype)
        .message();
  };
  CHECK(message("[<!ENTITY e SYSTEM '/etc/passwd'>]").ends_with("which is never opened"));
  CHECK(message("[<!ENTITY % e SYSTEM 'http://e.example/'> %e;]").ends_with("never opened"));
  CHECK(message("SYSTEM 'http://e.example/dtd'", "&nbsp;").ends_with("not declared in this file"));
  CHECK(message("[<!ENTITY % p '<!ENTITY e \"x\">'> %p;]", "&e;")
            .ends_with("not declared in this file"));
}

TEST_CASE("entities that swell or refer to each other end the reading") {
  std::string laughs = "<!DOCTYPE a [<!ENTITY e0 'ha'>";
  for (int i = 1; i < 30; ++i) {
    const std::string last = "&e" + std::to_string(i - 1) + ";";
    laughs += "<!ENTITY e" + std::to_string(i) + " '" + last + last + "'>";
  }
  CHECK(error_of(laughs + "]><a>&e29;</a>", with_doctype).message() ==
        "entities that expand to more than 1048576 bytes");
  CHECK(error_of(laughs + "]><a x='&e29;'/>", with_doctype).message() ==
        "entities that expand to more than 1048576 bytes");
  std::string chain = "<!DOCTYPE a [<!ENTITY e0 'ha'>";
  for (int i = 1; i < 70; ++i)
    chain += "<!ENTITY e" + std::to_string(i) + " '&e" + std::to_string(i - 1) + ";'>";
  CHECK(error_of(chain + "]><a/>", with_doctype).message() ==
        "more than 64 entities that refer to other entities");
  CHECK_THROWS_AS(read("<!DOCTYPE a [<!ENTITY x '&y;'><!ENTITY y '&x;'>]><a>&x;</a>", with_doctype),
                  Error);
}

TEST_CASE("names are expanded on request") {
  const XmlOptions expanded{.names = XmlNames::expanded};
  CHECK(read("<x:a xmlns:x='http://e/' x:y='1' z='2'/>", expanded) ==
        "<http://e/\na\nx http://e/\ny\nx=1 z=2></http://e/\na\nx>");
  const XmlName name = XmlName::of("http://e/\na\nx");
  CHECK(name.space == "http://e/");
  CHECK(name.local == "a");
  CHECK(name.prefix == "x");
  CHECK(XmlName::of("http://e/\na").prefix.empty());
  CHECK(XmlName::of("a").local == "a");
  CHECK(error_of("<x:a/>", expanded).message() ==
        "not well-formed XML: a prefix that is not declared");
}

TEST_CASE("what the handler throws comes out, and nothing is handed over behind it") {
  class Thrower final : public XmlHandler {
   public:
    int calls = 0;
    void start_element(std::string_view, const XmlAttributes&) override {
      ++calls;
      throw Error(Failure::limit, "full");
    }
    void end_element(std::string_view) override { ++calls; }
  } thrower;
  CHECK_THROWS_WITH(read_xml("a.xml", "<a/>", thrower), "full");
  CHECK(thrower.calls == 1);
}

TEST_CASE("a document in any encoding that it declares is read as UTF-8") {
  const auto text = [](std::string_view document) {
    return std::string(XmlText("a.xml", document).text());
  };
  CHECK(text("<?xml version='1.0' encoding='ISO-8859-1'?><a>\xE9</a>").ends_with("<a>\u00E9</a>"));
  CHECK(text("<?xml version='1.0' encoding = \"windows-1252\" ?><a>\x80</a>")
            .ends_with("\u20AC</a>"));
  CHECK(text(std::string("\xFF\xFE<\0a\0/\0>\0", 10)) == "<a/>");
  CHECK(text(std::string("\0<\0?\0a\0?\0>", 10)) == "<?a?>");
  CHECK(text("<?xml version='1.0' encoding='Utf-8'?><a>\u00E9</a>").ends_with("\u00E9</a>"));
  CHECK(text("<a>encoding='latin1'</a>") == "<a>encoding='latin1'</a>");
  CHECK_THROWS_WITH(XmlText("a.xml", "<?xml version='1.0' encoding='x-none'?><a/>"),
                    Catch::StartsWith("a.xml:1:1: the encoding \"x-none\" is not known"));
  CHECK_THROWS_AS(XmlText("a.xml", "<?xml version='1.0' encoding='UTF-7'?><a/>"), Error);
  CHECK_THROWS_WITH(XmlText("a.xml", "<?xml version='1.0' encoding='US-ASCII'?>\n<a>\xE9</a>"),
                    Catch::StartsWith("a.xml:2:4: bytes that are no character of US-ASCII"));
}

TEST_CASE("the root element is told by the beginning of a file") {
  CHECK(xml_root_name("<?xml version='1.0'?><!-- <x> --><!DOCTYPE a SYSTEM 'b'>\n<records kind") ==
        std::nullopt);
  CHECK(xml_root_name("<!-- <x> --><records a='1'><re") == "records");
  CHECK(xml_root_name("<records><<") == "records");
  CHECK_FALSE(xml_root_name("  "));
  CHECK_THROWS_AS(xml_root_name("<rec<ords>"), Error);
  CHECK_THROWS_AS(xml_root_name("no XML"), Error);
}
