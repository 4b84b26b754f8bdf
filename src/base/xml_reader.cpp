#include "base/xml_reader.h"

#include "base/xml_encoding.h"

// The functions that bound the expansion of entities are declared only where libexpat was built
// with DTDs, as every distribution builds it.
#define XML_DTD 1
#include <expat.h>

#include <algorithm>
#include <utility>

namespace tela::base {

namespace {

static_assert(sizeof(XML_Char) == 1, "libexpat must hand over UTF-8");

/// Between the parts of an expanded name. No IRI holds it: libexpat refuses one that does.
constexpr char part_mark = '\n';

/// How far entities may swell a document, beside XmlLimits::entities.
constexpr float max_amplification = 20;

/// Pieces, so that XmlLimits::markup is looked at in time.
constexpr std::size_t piece_bytes = std::size_t{1} << 20U;

std::string_view view_of(const char* text) {
  return text == nullptr ? std::string_view() : std::string_view(text);
}

std::string fault_text(XML_Error code) {
  switch (code) {
  case XML_ERROR_NO_ELEMENTS:
  case XML_ERROR_UNCLOSED_TOKEN:
    return "the file ends before its root element does";
  case XML_ERROR_TAG_MISMATCH:
    return "an end tag that does not belong to the last element opened";
  case XML_ERROR_INVALID_TOKEN:
    return "a character that cannot stand here";
  case XML_ERROR_DUPLICATE_ATTRIBUTE:
    return "an attribute that stands twice in one tag";
  case XML_ERROR_JUNK_AFTER_DOC_ELEMENT:
    return "something behind the end of the root element";
  case XML_ERROR_BAD_CHAR_REF:
    return "a reference to no character of XML";
  case XML_ERROR_UNDEFINED_ENTITY:
    return "a reference to an entity that is not declared";
  case XML_ERROR_UNBOUND_PREFIX:
    return "a prefix that is not declared";
  default:
    return XML_ErrorString(code);
  }
}

} // namespace

std::optional<std::string_view> XmlAttributes::find(std::string_view name) const {
  for (const char* const* pair = pairs_; *pair != nullptr; pair += 2)
    if (name == pair[0]) return pair[1];
  return std::nullopt;
}

XmlName XmlName::of(std::string_view expanded) {
  const auto first = expanded.find(part_mark);
  if (first == std::string_view::npos) return {{}, expanded, {}};
  const std::string_view rest = expanded.substr(first + 1);
  const auto second = std::min(rest.find(part_mark), rest.size());
  return {expanded.substr(0, first), rest.substr(0, second),
          rest.substr(std::min(second + 1, rest.size()))};
}

/// The functions that libexpat calls. It is C: nothing may be thrown through it.
struct XmlReader::Callbacks {
  static XmlReader& self(void* reader) { return *static_cast<XmlReader*>(reader); }

  static void start(void* reader, const char* name, const char** attributes) {
    self(reader).guarded([&, &r = self(reader)] {
      r.open_element();
      r.handler_.start_element(name, XmlAttributes(attributes));
    });
  }
  static void end(void* reader, const char* name) {
    self(reader).guarded([&, &r = self(reader)] {
      r.handler_.end_element(name);
      r.close_element();
    });
  }
  static void text(void* reader, const char* text, int size) {
    self(reader).guarded([&, &r = self(reader)] {
      r.handler_.text({text, static_cast<std::size_t>(size)});
    });
  }
  static void comment(void* reader, const char* content) {
    self(reader).guarded([&, &r = self(reader)] {
      r.handler_.comment(content);
      r.note_end();
    });
  }
  static void instruction(void* reader, const char* target, const char* content) {
    self(reader).guarded([&, &r = self(reader)] {
      r.handler_.instruction(target, content);
      r.note_end();
    });
  }
  static void start_namespace(void* reader, const char* prefix, const char* iri) {
    self(reader).guarded(
        [&, &r = self(reader)] { r.handler_.start_namespace(view_of(prefix), view_of(iri)); });
  }
  static void end_namespace(void* reader, const char* prefix) {
    self(reader).guarded([&, &r = self(reader)] { r.handler_.end_namespace(view_of(prefix)); });
  }
  static void declaration(void* reader, const char* version, const char*, int) {
    if (version == nullptr) return; // that of an entity
    self(reader).guarded([&, &r = self(reader)] { r.check_version(version); });
  }
  static void refuse_doctype(void* reader, const char*, const char*, const char*, int) {
    self(reader).guarded([&r = self(reader)] {
      r.refuse("the XML holds a DOCTYPE", "remove it: declarations are not accepted here");
    });
  }
  // An entity without a text is declared by the address of one; a notation marks data, not XML.
  static void entity(void* reader, const char* name, int, const char* value, int size, const char*,
                     const char*, const char*, const char* notation) {
    if (notation != nullptr) return;
    self(reader).guarded([&, &r = self(reader)] {
      const std::string text(value == nullptr ? "" : value,
                             static_cast<std::size_t>(value == nullptr ? 0 : size));
      r.declare_entity(name, value == nullptr ? nullptr : text.c_str());
    });
  }
  static void other(void* reader, const char*, int) {
    self(reader).guarded([&r = self(reader)] { r.note_end(); });
  }
  static void skipped_entity(void* reader, const char* name, int) {
    self(reader).guarded([&, &r = self(reader)] {
      r.refuse("a reference to the entity \"" + std::string(name) +
                   "\", which is not declared in this file",
               "write its text; other files are never opened");
    });
  }
};

template<class Work>
void XmlReader::guarded(Work work) noexcept {
  if (failure_) return;
  try {
    work();
  } catch (...) {
    failure_ = std::current_exception();
    XML_StopParser(parser_.get(), XML_FALSE);
  }
}

void XmlReader::Free::operator()(XML_ParserStruct* parser) const noexcept {
  XML_ParserFree(parser);
}

XmlReader::XmlReader(std::string source, XmlHandler& handler, const XmlOptions& options)
    : source_(std::move(source)), handler_(handler), limits_(options.limits),
      parser_(options.names == XmlNames::expanded ? XML_ParserCreateNS("UTF-8", part_mark)
                                                  : XML_ParserCreate("UTF-8")) {
  if (!parser_) throw Error(Failure::limit, "no memory for a reader of XML");
  XML_SetReturnNSTriplet(parser_.get(), 1);
  XML_SetBillionLaughsAttackProtectionMaximumAmplification(parser_.get(), max_amplification);
  XML_SetBillionLaughsAttackProtectionActivationThreshold(parser_.get(), limits_.entities);
  set_callbacks(options);
}

XmlReader::~XmlReader() = default;

void XmlReader::set_callbacks(const XmlOptions& options) {
  XML_Parser parser = parser_.get();
  XML_SetUserData(parser, this);
  XML_SetElementHandler(parser, Callbacks::start, Callbacks::end);
  XML_SetXmlDeclHandler(parser, Callbacks::declaration);
  if (options.doctype == XmlDoctype::refused)
    XML_SetStartDoctypeDeclHandler(parser, Callbacks::refuse_doctype);
  XML_SetEntityDeclHandler(parser, Callbacks::entity);
  XML_SetSkippedEntityHandler(parser, Callbacks::skipped_entity);
  if (options.names == XmlNames::expanded)
    XML_SetNamespaceDeclHandler(parser, Callbacks::start_namespace, Callbacks::end_namespace);
  if (options.events == XmlEvents::tags) return;
  XML_SetCharacterDataHandler(parser, Callbacks::text);
  if (options.events == XmlEvents::tags_and_text) return;
  XML_SetCommentHandler(parser, Callbacks::comment);
  XML_SetProcessingInstructionHandler(parser, Callbacks::instruction);
}

void XmlReader::feed(std::string_view part) {
  // libexpat tells the form of a document by its first bytes, and blames others when they come
  // one by one.
  constexpr std::size_t enough = 4;
  if (!has_begun_) {
    const std::size_t lacking = std::min(enough - beginning_.size(), part.size());
    beginning_ += part.substr(0, lacking);
    part.remove_prefix(lacking);
    if (beginning_.size() < enough) return;
    begin();
  }
  for (std::size_t at = 0; at < part.size(); at += piece_bytes)
    parse(part.substr(at, piece_bytes), false);
}

void XmlReader::begin() {
  has_begun_ = true;
  parse(beginning_, false);
}

void XmlReader::finish() {
  if (!has_begun_) begin();
  parse({}, true);
}

void XmlReader::parse(std::string_view part, bool last) {
  const XML_Status status =
      XML_Parse(parser_.get(), part.data(), static_cast<int>(part.size()), last ? 1 : 0);
  if (failure_) std::rethrow_exception(failure_);
  if (status != XML_STATUS_OK) report_fault();
  fed_ += part.size();
  if (fed_ - std::min(offset(), fed_) > limits_.markup)
    refuse("a tag or comment of more than " + std::to_string(limits_.markup) + " bytes",
           "shorten it");
}

// libexpat leaves this rule of XML 1.0 (VersionNum) to others.
void XmlReader::check_version(std::string_view version) const {
  const bool is_number = version.size() > 2 && version.starts_with("1.") &&
                         version.find_first_not_of("0123456789", 2) == std::string_view::npos;
  if (!is_number)
    refuse("XML of the version \"" + std::string(version) + "\", which there is not",
           "write version=\"1.0\"");
}

void XmlReader::open_element() {
  if (++depth_ > limits_.depth)
    refuse("elements nested deeper than " + std::to_string(limits_.depth), "flatten the file");
}

void XmlReader::close_element() {
  if (--depth_ > 0) return;
  behind_root_ = place();
  note_end();
  XML_SetDefaultHandlerExpand(parser_.get(), Callbacks::other);
}

// Behind the root, libexpat blames the first bad character of a word that came whole, and the word
// where it came in parts; and it counts a line end of two bytes twice that came in two parts. The
// end of all that was right is the same either way.
void XmlReader::note_end() {
  if (!behind_root_) return;
  int at = 0;
  int size = 0;
  const char* context = XML_GetInputContext(parser_.get(), &at, &size);
  if (context == nullptr) return;
  const std::string_view event =
      std::string_view(context, static_cast<std::size_t>(size))
          .substr(static_cast<std::size_t>(at),
                  static_cast<std::size_t>(XML_GetCurrentByteCount(parser_.get())));
  for (const char c : event) {
    const bool is_second = c == '\n' && is_behind_return_;
    is_behind_return_ = c == '\r';
    if ((c == '\n' && !is_second) || c == '\r') {
      ++behind_root_->line;
      behind_root_->column = 1;
    } else if (!is_second && (static_cast<unsigned char>(c) & 0xC0U) != 0x80U) {
      ++behind_root_->column;
    }
  }
}

// What an entity refers to has to be resolved when it is used, and so on: as many entities as refer
// to others bound how deep that goes.
void XmlReader::declare_entity(std::string_view name, const char* value) {
  if (value == nullptr)
    refuse("the entity \"" + std::string(name) + "\" is another file, which is never opened",
           "write its text in this file");
  if (std::string_view(value).find('&') == std::string_view::npos) return;
  if (++chained_ > limits_.chained_entities)
    refuse("more than " + std::to_string(limits_.chained_entities) +
               " entities that refer to other entities",
           "write their texts");
}

std::uint64_t XmlReader::offset() const {
  const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
  return at < 0 ? 0 : static_cast<std::uint64_t>(at);
}

std::uint64_t XmlReader::end_offset() const {
  return offset() + static_cast<std::uint64_t>(XML_GetCurrentByteCount(parser_.get()));
}

Place XmlReader::place() const {
  return {source_, XML_GetCurrentLineNumber(parser_.get()),
          XML_GetCurrentColumnNumber(parser_.get()) + 1};
}

void XmlReader::refuse(const std::string& what, const std::string& advice) const {
  throw Error(Failure::input, place(), what, advice);
}

void XmlReader::report_fault() const {
  const XML_Error code = XML_GetErrorCode(parser_.get());
  if (code == XML_ERROR_NO_MEMORY) throw Error(Failure::limit, place(), "no memory left", "");
  if (code == XML_ERROR_AMPLIFICATION_LIMIT_BREACH)
    refuse("entities that expand to more than " + std::to_string(limits_.entities) + " bytes",
           "write their texts");
  const bool behind_root =
      behind_root_ &&
      (code == XML_ERROR_INVALID_TOKEN || code == XML_ERROR_PARTIAL_CHAR ||
       code == XML_ERROR_UNCLOSED_TOKEN || code == XML_ERROR_JUNK_AFTER_DOC_ELEMENT);
  const std::string fault = fault_text(behind_root ? XML_ERROR_JUNK_AFTER_DOC_ELEMENT : code);
  throw Error(Failure::input, behind_root ? *behind_root_ : place(),
              "not well-formed XML: " + fault, "correct the markup");
}

void read_xml(std::string_view source, std::string_view document, XmlHandler& handler,
              const XmlOptions& options) {
  XmlReader reader{std::string(source), handler, options};
  reader.feed(document);
  reader.finish();
}

void check_xml(std::string_view source, std::string_view document, const XmlOptions& options) {
  class Nobody final : public XmlHandler {
    void start_element(std::string_view, const XmlAttributes&) override {}
    void end_element(std::string_view) override {}
  } nobody;
  read_xml(source, document, nobody, options);
}

std::optional<std::string> xml_root_name(std::string_view beginning) {
  class Root final : public XmlHandler {
   public:
    std::optional<std::string> name;
    void start_element(std::string_view element, const XmlAttributes&) override {
      if (!name) name = element;
    }
    void end_element(std::string_view) override {}
  } root;
  try {
    const XmlText document({}, beginning);
    XmlReader({}, root, {.doctype = XmlDoctype::internal}).feed(document.text());
  } catch (const Error&) {
    if (!root.name) throw;
  }
  return root.name;
}

} // namespace tela::base
