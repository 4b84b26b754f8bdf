#include "records/html_lines.h"

#include "base/ascii.h"
#include "base/require.h"
#include "records/field_label.h"
#include "records/html_gate.h"
#include "records/label_key.h"
#include "records/mapped_text.h"
#include "records/page_words.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>

namespace tela::records {

namespace {

class Tree {
 public:
  explicit Tree(std::string_view page) : options_(kGumboDefaultOptions) {
    options_.max_errors = 0;
    output_ = gumbo_parse_with_options(&options_, page.data(), page.size());
  }
  ~Tree() { gumbo_destroy_output(&options_, output_); }
  Tree(const Tree&) = delete;
  Tree(Tree&&) = delete;
  Tree& operator=(const Tree&) = delete;
  Tree& operator=(Tree&&) = delete;

  [[nodiscard]] const GumboNode& root() const { return *output_->root; }

 private:
  GumboOptions options_;
  GumboOutput* output_;
};

template<std::size_t N>
bool contains(const std::array<GumboTag, N>& tags, GumboTag tag) {
  return std::find(tags.begin(), tags.end(), tag) != tags.end();
}

/// Elements whose text is no text of the page, wherever they stand.
constexpr std::array no_text{GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,  GUMBO_TAG_NOSCRIPT,
                             GUMBO_TAG_NAV,    GUMBO_TAG_ASIDE,  GUMBO_TAG_FORM,
                             GUMBO_TAG_BUTTON, GUMBO_TAG_SELECT, GUMBO_TAG_IFRAME,
                             GUMBO_TAG_SVG,    GUMBO_TAG_OBJECT, GUMBO_TAG_TEMPLATE};

/// Elements that stand in the line of the text around them.
constexpr std::array inline_tags{
    GUMBO_TAG_A,      GUMBO_TAG_ABBR,   GUMBO_TAG_ACRONYM, GUMBO_TAG_B,     GUMBO_TAG_BDI,
    GUMBO_TAG_BDO,    GUMBO_TAG_BIG,    GUMBO_TAG_CITE,    GUMBO_TAG_CODE,  GUMBO_TAG_DATA,
    GUMBO_TAG_DEL,    GUMBO_TAG_DFN,    GUMBO_TAG_EM,      GUMBO_TAG_FONT,  GUMBO_TAG_I,
    GUMBO_TAG_IMG,    GUMBO_TAG_INS,    GUMBO_TAG_KBD,     GUMBO_TAG_LABEL, GUMBO_TAG_MARK,
    GUMBO_TAG_Q,      GUMBO_TAG_S,      GUMBO_TAG_SAMP,    GUMBO_TAG_SMALL, GUMBO_TAG_SPAN,
    GUMBO_TAG_STRIKE, GUMBO_TAG_STRONG, GUMBO_TAG_SUB,     GUMBO_TAG_SUP,   GUMBO_TAG_TIME,
    GUMBO_TAG_TT,     GUMBO_TAG_U,      GUMBO_TAG_VAR,     GUMBO_TAG_WBR};

std::string_view attribute(const GumboNode& node, const char* name) {
  if (node.type != GUMBO_NODE_ELEMENT) return {};
  const GumboAttribute* found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : found->value;
}

/// A cell behind another of its row; the first one is the label of a table of two columns.
bool is_later_cell(const GumboNode& node) {
  if (node.v.element.tag != GUMBO_TAG_TD || node.parent == nullptr ||
      node.parent->type != GUMBO_NODE_ELEMENT)
    return false;
  const GumboVector& cells = node.parent->v.element.children;
  for (unsigned i = 0; i < node.index_within_parent && i < cells.length; ++i)
    if (static_cast<const GumboNode*>(cells.data[i])->type == GUMBO_NODE_ELEMENT) return true;
  return false;
}

bool is_value(const GumboNode& node) {
  const GumboTag tag = node.v.element.tag;
  const std::string_view classes = attribute(node, "class");
  return tag == GUMBO_TAG_DD || is_later_cell(node) ||
         classes.find("field__item") != std::string_view::npos ||
         classes.find("field-item") != std::string_view::npos ||
         classes.find("field-value") != std::string_view::npos;
}

bool is_hidden(const GumboNode& node) {
  const std::string_view role = attribute(node, "role");
  const auto& attributes = node.v.element.attributes;
  return gumbo_get_attribute(&attributes, "hidden") != nullptr ||
         attribute(node, "aria-hidden") == "true" || role == "navigation" || role == "banner" ||
         role == "contentinfo" || role == "search" ||
         attribute(node, "class").find("breadcrumb") != std::string_view::npos ||
         attribute(node, "style").find("display:none") != std::string_view::npos ||
         attribute(node, "style").find("display: none") != std::string_view::npos;
}

/// Whether a name of a class or an id, "site-cookie-banner", tells of the frame of a site. What
/// only says that a frame is near ("with-sidebar", "menu-wrapper") does not.
bool names_frame(std::string_view name) {
  const PageWords& words = PageWords::built_in();
  bool frame = false, content = false;
  for_each_word(label_key(name), [&](std::string_view part) {
    frame |= words.has("html-frame", part);
    content |= words.has("html-content", part);
  });
  return frame && !content;
}

/// Cookie notes, menus, boxes of other pages: known by class or id where no element says so.
bool is_site_frame(const GumboNode& node) {
  constexpr std::array whole_pages{GUMBO_TAG_HTML, GUMBO_TAG_BODY, GUMBO_TAG_MAIN,
                                   GUMBO_TAG_ARTICLE};
  if (contains(whole_pages, node.v.element.tag)) return false;
  for (const char* name : {"class", "id"}) {
    std::string_view names = attribute(node, name);
    while (!names.empty()) {
      const std::size_t end = std::min(names.find_first_of(" \t\n"), names.size());
      if (names_frame(names.substr(0, end))) return true;
      names.remove_prefix(std::min(end + 1, names.size()));
    }
  }
  return false;
}

/// Walks the tree without recursion and collects lines.
class LineCollector {
 public:
  /// `with_frames`: what only classes and ids call a frame is taken as text of the page.
  LineCollector(std::string_view page, bool with_frames) : page_(page), with_frames_(with_frames) {}

  std::vector<PageLine> collect(const GumboNode& root) {
    enter(root, {});
    while (!open_.empty()) {
      Frame& frame = open_.back();
      const GumboVector& children = children_of(*frame.node);
      if (frame.next == children.length) {
        leave(frame);
        open_.pop_back();
      } else {
        enter(*static_cast<const GumboNode*>(children.data[frame.next++]), frame.context);
      }
    }
    end_line();
    return chosen();
  }

  /// Of the first <time>; may be empty.
  [[nodiscard]] const std::string& published() const { return published_; }

 private:
  /// What holds for everything below a node.
  struct Context {
    bool in_content = false; ///< inside of <main> or <article>
    bool in_heading = false;
    bool in_value = false;
    bool in_item = false; ///< of a list
  };

  struct Frame {
    const GumboNode* node;
    unsigned next;
    Context context;
  };

  struct Line {
    PageLine line;
    bool in_content;
  };

  static const GumboVector& children_of(const GumboNode& node) {
    return node.type == GUMBO_NODE_DOCUMENT ? node.v.document.children : node.v.element.children;
  }

  void enter(const GumboNode& node, Context context) {
    switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
      return add_text(node.v.text, context);
    case GUMBO_NODE_WHITESPACE:
      return add_space(node.v.text);
    case GUMBO_NODE_DOCUMENT:
      break;
    case GUMBO_NODE_ELEMENT:
      if (!enter_element(node, context)) return;
      break;
    default:
      return;
    }
    open_.push_back({&node, 0, context});
  }

  /// False when nothing below the element is text of the page.
  bool enter_element(const GumboNode& node, Context& context) {
    const GumboTag tag = node.v.element.tag;
    if (contains(no_text, tag) || is_hidden(node) || tag == GUMBO_TAG_HEAD) return false;
    if (!with_frames_ && is_site_frame(node)) return false;
    const bool frame = tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER;
    if (frame && !context.in_content) return false;
    if (!contains(inline_tags, tag)) end_line();
    if (!contains(inline_tags, tag) && tag != GUMBO_TAG_BR) parted_ = true;
    if (tag == GUMBO_TAG_TIME && published_.empty()) published_ = attribute(node, "datetime");
    context.in_content |=
        tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || attribute(node, "role") == "main";
    context.in_heading |= tag == GUMBO_TAG_H1;
    context.in_value |= is_value(node);
    context.in_item |= tag == GUMBO_TAG_LI;
    return true;
  }

  void leave(const Frame& frame) {
    if (frame.node->type != GUMBO_NODE_ELEMENT) return;
    const GumboTag tag = frame.node->v.element.tag;
    // <strong>Label</strong> value: the label ends where its element does.
    if (!contains(inline_tags, tag) || is_label()) end_line();
    if (!contains(inline_tags, tag) && tag != GUMBO_TAG_BR) parted_ = true;
  }

  [[nodiscard]] bool is_label() const {
    const std::string& text = line_.text.value;
    return !text.empty() && field_label(text).has_value();
  }

  void add_text(const GumboText& text, const Context& context) {
    const std::string_view raw = source_of(text);
    if (raw.empty()) return;
    const auto start = static_cast<std::uint64_t>(raw.data() - page_.data());
    // The parser moves misplaced text; places in a line never go back.
    if (!line_.text.value.empty() && start < line_.text.end) end_line();
    append_without_tags(raw, start);
    context_ = context;
  }

  void add_space(const GumboText& text) {
    const std::string_view raw = source_of(text);
    if (!raw.empty() && !line_.text.value.empty())
      append_cleaned(line_.text, raw.substr(0, 1),
                     static_cast<std::uint64_t>(raw.data() - page_.data()));
  }

  /// The bytes of the page, or nothing when the parser made the text up.
  [[nodiscard]] std::string_view source_of(const GumboText& text) const {
    const std::string_view raw{text.original_text.data, text.original_text.length};
    const bool inside = std::less_equal<>()(page_.data(), raw.data()) &&
                        std::less_equal<>()(raw.data() + raw.size(), page_.data() + page_.size());
    return inside ? raw : std::string_view();
  }

  /// Tags that the parser ignored stand inside of a text.
  void append_without_tags(std::string_view raw, std::uint64_t start) {
    for (std::size_t at = 0; at < raw.size();) {
      const std::size_t tag = std::min(find_tag(raw, at), raw.size());
      append_cleaned(line_.text, raw.substr(at, tag - at), start + at);
      at = std::min(raw.find('>', tag), raw.size() - 1) + 1;
    }
  }

  static std::size_t find_tag(std::string_view raw, std::size_t at) {
    for (at = raw.find('<', at); at != std::string_view::npos; at = raw.find('<', at + 1)) {
      const char next = at + 1 < raw.size() ? raw[at + 1] : ' ';
      const bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
      if (letter || next == '/' || next == '!' || next == '?') break;
    }
    return at;
  }

  void end_line() {
    PageLine line = std::exchange(line_, {});
    line.text = trimmed(std::move(line.text));
    if (line.text.value.empty()) return;
    line.kind =
        context_.in_item && !context_.in_value ? PageLine::Kind::bullet : PageLine::Kind::text;
    line.indent = context_.in_value ? 1 : 0;
    line.end = line.text.end;
    line.opens_paragraph = std::exchange(parted_, false);
    line.is_heading = context_.in_heading && !std::exchange(has_heading_, true);
    lines_.push_back({std::move(line), context_.in_content});
  }

  /// The lines of the content with the heading, or all where nothing is marked as content; in the
  /// order of the page.
  std::vector<PageLine> chosen() {
    const bool marked =
        std::any_of(lines_.begin(), lines_.end(), [](const Line& line) { return line.in_content; });
    std::stable_sort(lines_.begin(), lines_.end(), [](const Line& a, const Line& b) {
      return a.line.text.offsets.front() < b.line.text.offsets.front();
    });
    std::vector<PageLine> lines;
    for (Line& line : lines_) {
      if (marked && !line.in_content && !line.line.is_heading) continue;
      if (!lines.empty()) keep_order(lines.back(), line.line);
      lines.push_back(std::move(line.line));
    }
    return lines;
  }

  /// Text that the parser moved out of a table may lie between words of the line before it; places
  /// in a record never go back, so its words begin where that line ends.
  static void keep_order(const PageLine& before, PageLine& line) {
    for (std::uint64_t& offset : line.text.offsets) offset = std::max(offset, before.end - 1);
    line.text.end = line.end = std::max(line.text.end, before.end);
  }

  std::string_view page_;
  bool with_frames_;
  std::vector<Frame> open_;
  PageLine line_;
  Context context_; ///< of line_
  std::vector<Line> lines_;
  bool has_heading_ = false;
  bool parted_ = false; ///< a block began or ended since the last line
  std::string published_;
};

const GumboNode* child(const GumboNode& node, GumboTag tag) {
  const GumboVector& children = node.v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto* found = static_cast<const GumboNode*>(children.data[i]);
    if (found->type == GUMBO_NODE_ELEMENT && found->v.element.tag == tag) return found;
  }
  return nullptr;
}

/// What <head> says.
struct Head {
  std::string address;
  std::string published;
  std::string_view title; ///< raw
};

void read_link(const GumboNode& link, Head& head) {
  const std::string_view target = attribute(link, "href");
  const bool is_web = target.starts_with("https://") || target.starts_with("http://");
  if (is_web && attribute(link, "rel") == "canonical") head.address = target;
}

void read_meta(const GumboNode& meta, Head& head) {
  if (attribute(meta, "property") == "article:published_time")
    head.published = attribute(meta, "content");
}

void read_title(const GumboNode& title, Head& head) {
  const GumboVector& children = title.v.element.children;
  if (children.length == 0) return;
  const GumboText& text = static_cast<const GumboNode*>(children.data[0])->v.text;
  head.title = {text.original_text.data, text.original_text.length};
}

Head read_head(const GumboNode& root) {
  Head head;
  const GumboNode* node = child(root, GUMBO_TAG_HEAD);
  if (node == nullptr) return head;
  const GumboVector& children = node->v.element.children;
  for (unsigned i = 0; i < children.length; ++i) {
    const auto& element = *static_cast<const GumboNode*>(children.data[i]);
    if (element.type != GUMBO_NODE_ELEMENT) continue;
    if (element.v.element.tag == GUMBO_TAG_LINK) read_link(element, head);
    if (element.v.element.tag == GUMBO_TAG_META) read_meta(element, head);
    if (element.v.element.tag == GUMBO_TAG_TITLE) read_title(element, head);
  }
  return head;
}

/// "fr" of "fr-CA", in lower case; nothing when `tag` begins with no language code (BCP 47).
std::string primary_language(std::string_view tag) {
  const std::string primary = base::ascii_lower(tag.substr(0, tag.find_first_of("-_")));
  const bool code =
      (primary.size() == 2 || primary.size() == 3) &&
      std::all_of(primary.begin(), primary.end(), [](char c) { return c >= 'a' && c <= 'z'; });
  return code ? primary : std::string();
}

/// The document's title as a heading, without the name of the site behind a bar.
PageLine heading_from(std::string_view title, std::string_view page) {
  const std::string_view own = title.substr(0, title.rfind(" | "));
  PageLine line = page_line(own, static_cast<std::uint64_t>(own.data() - page.data()));
  line.kind = line.text.value.empty() ? PageLine::Kind::blank : PageLine::Kind::text;
  line.is_heading = true;
  return line;
}

} // namespace

HtmlPage read_html(std::string_view source, std::string_view page) {
  base::require_utf8(page);
  check_html_gate(source, page);
  const Tree tree(page);
  const Head head = read_head(tree.root());
  LineCollector collector(page, false);
  HtmlPage result;
  result.lines = collector.collect(tree.root());
  if (result.lines.empty()) result.lines = LineCollector(page, true).collect(tree.root());
  const bool has_heading = std::any_of(result.lines.begin(), result.lines.end(),
                                       [](const PageLine& line) { return line.is_heading; });
  if (!has_heading && !head.title.empty())
    result.lines.insert(result.lines.begin(), heading_from(head.title, page));
  result.language = primary_language(attribute(tree.root(), "lang"));
  result.address = head.address;
  result.published = head.published.empty() ? collector.published() : head.published;
  return result;
}

} // namespace tela::records
