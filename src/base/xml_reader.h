#pragma once

#include "base/error.h"

#include <cstddef>
#include <cstdint>
#include <exception>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct XML_ParserStruct; // libexpat's parser, which expat.h calls XML_Parser

namespace tela::base {

/// The attributes of a start tag with their values as XML defines them: references resolved, white
/// space normalised. Valid during the call that hands it over.
class XmlAttributes {
 public:
  /// `pairs` are name, value, name, value …, null.
  explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}

  /// The value of the attribute, or nothing.
  [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

  /// Calls visit(name, value) for each, in the order of the tag.
  template<class Visitor>
  void for_each(Visitor visit) const {
    for (const char* const* pair = pairs_; *pair != nullptr; pair += 2)
      visit(std::string_view(pair[0]), std::string_view(pair[1]));
  }

 private:
  const char* const* pairs_;
};

/// What an XmlReader finds, in the order of the document. Views are valid during the call only. May
/// throw to end the reading; what it throws comes out of XmlReader::feed().
class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual void start_element(std::string_view name, const XmlAttributes& attributes) = 0;
  virtual void end_element(std::string_view name) = 0;
  /// A piece of text; one text may come in any number of pieces.
  virtual void text(std::string_view /*piece*/) {}
  virtual void comment(std::string_view /*content*/) {}
  virtual void instruction(std::string_view /*target*/, std::string_view /*content*/) {}
  /// A declaration xmlns:prefix="iri", before the element that it stands in.
  virtual void start_namespace(std::string_view /*prefix*/, std::string_view /*iri*/) {}
  virtual void end_namespace(std::string_view /*prefix*/) {}
};

/// How names are handed over: as they stand in the document ("x:title"), or expanded for
/// XmlName::of(). Expanded names need their prefixes declared.
enum class XmlNames : std::uint8_t { qualified, expanded };

/// A name of XmlNames::expanded in its parts. Views into that name.
struct XmlName {
  std::string_view space; ///< IRI of the namespace; empty: none
  std::string_view local;
  std::string_view prefix; ///< empty: none

  [[nodiscard]] static XmlName of(std::string_view expanded);
};

/// What is handed over beside tags. Texts that nobody reads cost less.
enum class XmlEvents : std::uint8_t { tags, tags_and_text, all };

/// Whether a document may have a DOCTYPE. Entities that it declares with their text are resolved;
/// a file that it names is not opened, and a reference to something declared elsewhere is an error.
enum class XmlDoctype : std::uint8_t { refused, internal };

struct XmlLimits {
  std::size_t depth = 256;                      ///< of elements within each other
  std::size_t markup = std::size_t{16} << 20U;  ///< bytes of one tag, comment or declaration
  std::size_t entities = std::size_t{1} << 20U; ///< bytes that entities may expand to (the size of
                                                ///< the document twenty times over is always free)
  std::size_t chained_entities = 64; ///< entities that refer to others, so their depth as well
};

struct XmlOptions {
  XmlNames names = XmlNames::qualified;
  XmlEvents events = XmlEvents::tags;
  XmlDoctype doctype = XmlDoctype::refused;
  XmlLimits limits{};
};

/// The one reader of XML of the house: libexpat (a conforming XML 1.0 parser) behind an interface
/// of events, with bounds, and with errors that have their place. Opens nothing, whatever the
/// document asks for. The text must be UTF-8, whatever it declares; see xml_encoding.h. Cost:
/// linear; memory: the longest markup and the open elements. Not thread-safe.
class XmlReader {
 public:
  /// `source` is a name for messages. Keeps a reference to `handler`.
  XmlReader(std::string source, XmlHandler& handler, const XmlOptions& options = {});
  ~XmlReader();
  XmlReader(const XmlReader&) = delete;
  XmlReader& operator=(const XmlReader&) = delete;

  /// Reads on. Throws Error(input) with line, column and advice at the first byte that is not
  /// well-formed or beyond the limits, and what the handler throws; only destruction may follow.
  void feed(std::string_view part);
  /// The document ends here. Throws as feed() when it may not.
  void finish();

  // Within a call of the handler:

  /// Where the tag or text begins, in bytes from the start of the document.
  [[nodiscard]] std::uint64_t offset() const;
  /// Where it ends. A start tag's end is known only with the next event.
  [[nodiscard]] std::uint64_t end_offset() const;
  /// Line and column of offset().
  [[nodiscard]] Place place() const;
  /// How many elements are open, with the one that starts or ends.
  [[nodiscard]] std::size_t depth() const noexcept { return depth_; }

 private:
  struct Callbacks; // what libexpat calls
  struct Free {
    void operator()(XML_ParserStruct* parser) const noexcept;
  };

  void set_callbacks(const XmlOptions& options);
  void begin();
  void parse(std::string_view part, bool last);
  void check_version(std::string_view version) const;
  void open_element();
  void close_element();
  void note_end();
  void declare_entity(std::string_view name, const char* value);
  [[noreturn]] void refuse(const std::string& what, const std::string& advice) const;
  [[noreturn]] void report_fault() const;
  template<class Work>
  void guarded(Work work) noexcept;

  std::string source_;
  XmlHandler& handler_;
  XmlLimits limits_;
  std::unique_ptr<XML_ParserStruct, Free> parser_;
  std::exception_ptr failure_; // thrown by a callback, waiting until libexpat has returned
  std::string beginning_;      // held back until it is long enough
  bool has_begun_ = false;
  std::uint64_t fed_ = 0;
  std::size_t depth_ = 0;
  std::size_t chained_ = 0;
  std::optional<Place> behind_root_; // where what follows the root, or its comments, begins
  bool is_behind_return_ = false;    // the last byte in front of it is a carriage return
};

/// Reads a whole document in memory. Throws as XmlReader does.
void read_xml(std::string_view source, std::string_view document, XmlHandler& handler,
              const XmlOptions& options = {});

/// Throws Error(input) with line, column and advice unless `document` is well-formed UTF-8 XML
/// within the limits: the gate before a parser of less care. Cost: linear.
void check_xml(std::string_view source, std::string_view document, const XmlOptions& options = {});

/// The name of the root element of a document that begins so, in any encoding that it declares; it
/// may have a DOCTYPE. Nothing when the beginning ends before it. Throws Error(input) when there is
/// a fault in front of it or in its tag.
[[nodiscard]] std::optional<std::string> xml_root_name(std::string_view beginning);

} // namespace tela::base
