#include "records/xml_elements.h"

#include "base/xml_encoding.h"

#include <algorithm>
#include <string>
#include <utility>

namespace tela::records {

namespace {

using base::Error;
using base::Failure;

/// Lets a parser read the window of a text, and keeps the window over the element that is open.
class ElementReader final : private base::XmlHandler {
 public:
  ElementReader(SlidingText& text, std::string_view name, XmlElementSink& sink,
                const ElementLimits& limits)
      : text_(text), name_(name), sink_(sink), limits_(limits),
        reader_(text.source(), *this, {.limits = {.depth = limits.depth}}) {}

  void run() {
    find_encoding();
    do {
      const std::string_view fresh = text_.text().substr(fed_ - text_.offset());
      fed_ += fresh.size();
      reader_.feed(fresh);
      slide();
    } while (text_.more());
    reader_.finish();
  }

 private:
  /// Forgets what is behind: up to the element that is open, or else to the markup that is not
  /// whole.
  void slide() {
    const std::uint64_t needed = open_depth_ > 0 ? begin_ : reader_.offset();
    text_.skip(std::max(needed, text_.offset()) - text_.offset());
    if (open_depth_ > 0 && text_.text().size() > limits_.bytes) refuse_large();
  }

  void find_encoding() {
    constexpr std::size_t enough = 1024; // for an XML declaration
    while (text_.text().size() < enough && text_.more()) continue;
    const std::string encoding = base::xml_encoding(text_.text());
    if (!encoding.empty()) text_.decode(encoding);
  }

  void start_element(std::string_view name, const base::XmlAttributes& attributes) override {
    if (open_depth_ > 0) return;
    if (reader_.depth() == 1) sink_.root(name, attributes, reader_.place());
    if (name == name_)
      open();
    else if (reader_.depth() == 2)
      sink_.other(name);
  }

  void open() {
    open_depth_ = reader_.depth();
    begin_ = reader_.offset();
    place_ = reader_.place();
  }

  void end_element(std::string_view) override {
    if (reader_.depth() != open_depth_) return;
    open_depth_ = 0;
    const std::uint64_t size = reader_.end_offset() - begin_;
    if (size > limits_.bytes) refuse_large();
    sink_.element({text_.text().substr(begin_ - text_.offset(), size), place_, begin_});
  }

  [[noreturn]] void refuse_large() const {
    throw Error(Failure::input, place_,
                "an element of more than " + std::to_string(limits_.bytes >> 20U) + " MiB",
                "split it");
  }

  SlidingText& text_;
  std::string_view name_;
  XmlElementSink& sink_;
  ElementLimits limits_;
  base::XmlReader reader_;
  std::uint64_t fed_ = 0;      ///< bytes that the parser has
  std::size_t open_depth_ = 0; ///< of the element that is open; 0: none is
  std::uint64_t begin_ = 0;    ///< where it begins
  base::Place place_;          ///< the same as line and column
};

} // namespace

void read_elements(SlidingText& text, std::string_view name, XmlElementSink& sink,
                   const ElementLimits& limits) {
  ElementReader(text, name, sink, limits).run();
}

void check_well_formed(SlidingText& text, const ElementLimits& limits) {
  class Nobody final : public XmlElementSink {
    void root(std::string_view, const base::XmlAttributes&, const base::Place&) override {}
    void element(const XmlElement&) override {}
    void other(std::string_view) override {}
  } nobody;
  read_elements(text, "", nobody, limits); // no element has an empty name
}

base::Place place_within(const base::Place& start, std::string_view text, std::size_t offset) {
  base::Place place = base::place_at(start.source, text, offset);
  if (place.line == 1) place.column += start.column - 1;
  place.line += start.line - 1;
  return place;
}

} // namespace tela::records
