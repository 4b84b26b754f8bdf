#pragma once

#include <cstddef>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace tela::publish {

/// The name of an element or an attribute: a literal of the program, so that no data can become
/// one.
class MarkupName {
 public:
  // NOLINTNEXTLINE(google-explicit-constructor): a literal is a name
  consteval MarkupName(const char* name) : name_(name) {}
  [[nodiscard]] constexpr std::string_view text() const noexcept { return name_; }

 private:
  std::string_view name_;
};

struct Attribute {
  MarkupName name;
  std::string_view value;
};

/// The attributes of one start tag. Valid for one expression.
class Attributes {
 public:
  Attributes() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): {{"class", "facts"}} is a list of attributes
  Attributes(std::initializer_list<Attribute> list) : all_(list.begin(), list.size()) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Attributes(const std::vector<Attribute>& list) : all_(list) {}

  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.end(); }

 private:
  std::span<const Attribute> all_;
};

/// Writes HTML, and SVG within it, to the end of a string. Names are literals of the program; what
/// comes from data is text or the value of an attribute, and is escaped here and nowhere else. So
/// no page can hold markup of the data.
///
///     html.element("ul", {{"class", "links"}}, [&] {
///       for (const auto& thing : things) html.element("li", {}, thing.name);
///     });
///
/// Characters that HTML cannot hold become U+FFFD. REQUIRES: UTF-8; a string that outlives the
/// writer.
class HtmlWriter {
 public:
  explicit HtmlWriter(std::string& out) : out_(out) {}

  /// An element with what `body()` writes within it.
  template<class Body>
  requires std::is_invocable_v<const Body&>
  void element(MarkupName name, Attributes attributes, const Body& body) {
    begin(name, attributes);
    body();
    end();
  }
  /// An element with text.
  void element(MarkupName name, Attributes attributes, std::string_view text) {
    begin(name, attributes);
    this->text(text);
    end();
  }
  /// An element that holds nothing: <br/>, <input …/>.
  void single(MarkupName name, Attributes attributes = {});

  /// The start tag of an element that another function ends.
  void begin(MarkupName name, Attributes attributes = {});
  /// Ends the element begun last.
  void end();

  void text(std::string_view text);
  /// The text, cut after `limit` code points, with "…" where it was cut.
  void text_cut(std::string_view text, std::size_t limit);
  /// Ends the line in the source, which readers do not see.
  void line() { out_ += '\n'; }

  /// The declaration that a document begins with.
  void doctype() { out_ += "<!DOCTYPE html>\n"; }
  /// A block of JSON as data within <script>: nothing in it can end the element or open a comment.
  void json(MarkupName media_type, std::string_view json);

 private:
  void start(MarkupName name, Attributes attributes);

  std::string& out_;
  std::vector<std::string_view> open_; ///< the names of the elements begun, the innermost last
};

/// Whether HTML cannot hold the character, even escaped: controls but tab and newline, and
/// noncharacters.
[[nodiscard]] bool is_forbidden_in_html(char32_t c);

/// The first `limit` code points of `text`, and how many bytes they leave out.
struct Cut {
  std::string_view text;
  std::size_t left_out = 0;
};
[[nodiscard]] Cut cut(std::string_view text, std::size_t limit);

} // namespace tela::publish
