#include "redland/raptor_reader.h"

#include "base/error.h"
#include "base/utf8.h"
#include "rdf/blank_labels.h"
#include "rdf/namespaces.h"
#include "redland/raptor_handles.h"
#include "redland/term_check.h"
#include "redland/xml_guard.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <exception>
#include <utility>

namespace tela::redland {

namespace {

constexpr std::size_t max_warnings = 100;

const char* parser_name(Syntax syntax) {
  return syntax == Syntax::rdfa ? "rdfa" : "rss-tag-soup";
}

const unsigned char* bytes(const char* text) {
  return reinterpret_cast<const unsigned char*>(text); // NOLINT(*-reinterpret-cast): Raptor's text
}

std::string_view view_of(const unsigned char* text, std::size_t length) {
  return {reinterpret_cast<const char*>(text), length}; // NOLINT(*-reinterpret-cast)
}

std::string_view view_of(raptor_uri* uri) {
  if (uri == nullptr) return {};
  std::size_t length = 0;
  const unsigned char* text = raptor().uri_as_counted_string(uri, &length);
  return view_of(text, length);
}

rdf::TermView view_of(const raptor_term& term) {
  switch (term.type) {
  case RAPTOR_TERM_TYPE_URI:
    return {rdf::TermKind::iri, view_of(term.value.uri), {}, {}};
  case RAPTOR_TERM_TYPE_BLANK:
    return {rdf::TermKind::blank,
            view_of(term.value.blank.string, term.value.blank.string_len),
            {},
            {}};
  default:
    break;
  }
  const raptor_term_literal_value& literal = term.value.literal;
  rdf::TermView view{rdf::TermKind::literal, view_of(literal.string, literal.string_len), {}, {}};
  if (literal.language != nullptr && literal.language_len > 0) {
    view.datatype = rdf::rdf_lang_string;
    view.language = view_of(literal.language, literal.language_len);
  } else {
    view.datatype = literal.datatype != nullptr ? view_of(literal.datatype) : rdf::xsd::string;
  }
  return view;
}

// Raptor's message as text that can be printed: it may hold bytes of the input. libxml2's "line 0"
// tells nothing.
std::string printable(const char* message) {
  std::string text = message != nullptr ? message : "unknown error";
  if (const auto bad = base::first_invalid_utf8(text)) text.resize(*bad);
  std::ranges::replace_if(
      text, [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  if (const auto at = text.find(" line 0 "); at != std::string::npos) text.erase(at, 7);
  return text;
}

// One run of a parser. Raptor calls the static functions; what they throw waits in failure_ until
// Raptor has returned.
class Run {
 public:
  Run(std::string_view source, Syntax syntax, rdf::QuadSink& sink, const ReadOptions& options)
      : source_(source), sink_(sink), limits_(options.limits), labels_(options.blank_scope),
        parser_(raptor().new_parser(world_.get(), parser_name(syntax))),
        base_(raptor().new_uri(
            world_.get(),
            bytes(options.base.empty() ? std::string(no_base).c_str() : options.base.c_str()))) {
    if (!parser_ || !base_) throw base::Error(base::Failure::limit, "Raptor cannot start");
    raptor().world_set_log_handler(world_.get(), this, on_log);
    raptor().world_set_generate_bnodeid_handler(world_.get(), this, on_blank);
    raptor().parser_set_statement_handler(parser_.get(), this, on_statement);
    raptor().parser_set_namespace_handler(parser_.get(), this, on_namespace);
    raptor().parser_set_uri_filter(
        parser_.get(), [](void*, raptor_uri*) { return 1; }, nullptr);
    for (const raptor_option option : {RAPTOR_OPTION_NO_NET, RAPTOR_OPTION_NO_FILE})
      raptor().parser_set_option(parser_.get(), option, nullptr, 1);
    for (const raptor_option option :
         {RAPTOR_OPTION_LOAD_EXTERNAL_ENTITIES, RAPTOR_OPTION_NORMALIZE_LANGUAGE,
          RAPTOR_OPTION_MICROFORMATS, RAPTOR_OPTION_HTML_LINK})
      raptor().parser_set_option(parser_.get(), option, nullptr, 0);
  }

  ReadReport read(std::string_view text) {
    bool going = raptor().parser_parse_start(parser_.get(), base_.get()) == 0;
    constexpr std::size_t block = std::size_t{1} << 20U;
    for (std::size_t at = 0; going && at < text.size() && !failure_; at += block) {
      const std::string_view part = text.substr(at, block);
      going = raptor().parser_parse_chunk(parser_.get(), bytes(part.data()), part.size(), 0) == 0;
    }
    if (going && !failure_) going = raptor().parser_parse_chunk(parser_.get(), nullptr, 0, 1) == 0;
    if (failure_) std::rethrow_exception(failure_);
    if (!going) throw base::Error(base::Failure::input, here(), "the document cannot be read");
    note_left_out_warnings();
    return std::move(report_);
  }

 private:
  // Runs `work`; keeps what it throws and asks Raptor to stop.
  template<typename Work>
  void guarded(Work work) noexcept {
    if (failure_) return;
    try {
      work();
    } catch (...) {
      failure_ = std::current_exception();
      if (parser_) raptor().parser_parse_abort(parser_.get());
    }
  }

  static void on_statement(void* run, raptor_statement* statement) {
    auto& self = *static_cast<Run*>(run);
    self.guarded([&] { self.statement(*statement); });
  }

  static void on_namespace(void* run, raptor_namespace* name_space) {
    auto& self = *static_cast<Run*>(run);
    self.guarded([&] { self.name_space(name_space); });
  }

  static void on_log(void* run, raptor_log_message* message) {
    auto& self = *static_cast<Run*>(run);
    self.guarded([&] { self.log(*message); });
  }

  // Raptor gives the label of a node, which becomes ours to free, or null for a fresh one.
  static unsigned char* on_blank(void* run, unsigned char* label) {
    auto& self = *static_cast<Run*>(run);
    unsigned char* name = nullptr;
    self.guarded([&] { name = self.blank(label); });
    if (label != nullptr) raptor().free_memory(label);
    return name;
  }

  void statement(const raptor_statement& statement) {
    rdf::QuadView quad{view_of(*statement.subject), view_of(*statement.predicate),
                       view_of(*statement.object), std::nullopt};
    if (statement.graph != nullptr) quad.graph = view_of(*statement.graph);
    try {
      check_quad(quad, limits_);
    } catch (const base::Error& error) {
      throw base::Error(error.failure(), here(), error.message(), error.advice());
    }
    ++report_.quads;
    sink_.quad(quad);
  }

  void name_space(raptor_namespace* name_space) {
    const unsigned char* prefix = raptor().namespace_get_prefix(name_space);
    const std::string_view iri = view_of(raptor().namespace_get_uri(name_space));
    const char* name = reinterpret_cast<const char*>(prefix); // NOLINT(*-reinterpret-cast)
    if (!iri.empty()) sink_.prefix(name != nullptr ? name : "", iri);
  }

  unsigned char* blank(const unsigned char* label) {
    std::string name;
    if (label == nullptr)
      labels_.append_fresh(name);
    else
      labels_.append(name, reinterpret_cast<const char*>(label)); // NOLINT(*-reinterpret-cast)
    void* copy = raptor().alloc_memory(name.size() + 1);
    if (copy != nullptr) std::memcpy(copy, name.c_str(), name.size() + 1);
    return static_cast<unsigned char*>(copy);
  }

  void log(const raptor_log_message& message) {
    if (message.level < RAPTOR_LOG_LEVEL_WARN) return;
    base::Place place = place_of(message.locator);
    if (place.line == 0) place = here(); // faults of the XML itself come without a place
    if (message.level >= RAPTOR_LOG_LEVEL_ERROR)
      throw base::Error(base::Failure::input, place, printable(message.text));
    if (++warnings_ <= max_warnings)
      report_.warnings.push_back(to_string(place) + ": " + printable(message.text));
  }

  void note_left_out_warnings() {
    if (warnings_ > max_warnings)
      report_.warnings.push_back(std::to_string(warnings_ - max_warnings) + " more warnings");
  }

  [[nodiscard]] base::Place here() const {
    return place_of(raptor().parser_get_locator(parser_.get()));
  }

  [[nodiscard]] base::Place place_of(const raptor_locator* locator) const {
    base::Place place{std::string(source_)};
    if (locator == nullptr || locator->line <= 0) return place;
    place.line = static_cast<std::uint64_t>(locator->line);
    if (locator->column > 0) place.column = static_cast<std::uint64_t>(locator->column);
    return place;
  }

  std::string_view source_;
  rdf::QuadSink& sink_;
  const ReadLimits& limits_;
  rdf::BlankLabels labels_;
  RaptorWorld world_;
  RaptorParser parser_;
  RaptorUri base_;
  std::exception_ptr failure_;
  ReadReport report_;
  std::size_t warnings_ = 0;
};

} // namespace

ReadReport read_with_raptor(std::string_view source, std::string_view text, Syntax syntax,
                            rdf::QuadSink& sink, const ReadOptions& options) {
  std::string page;
  if (syntax == Syntax::rdfa) text = page = without_plain_doctype(text);
  check_rdf_in_xml(source, text, options.limits);
  return Run(source, syntax, sink, options).read(text);
}

} // namespace tela::redland
