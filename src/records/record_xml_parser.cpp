#include "records/record_xml_parser.h"

#include "records/activity_xml_parser.h"
#include "records/currency.h"
#include "records/written_amount.h"
#include "records/written_date.h"
#include "records/xml_elements.h"
#include "records/xml_fields.h"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace tela::records {

namespace {

using pugi::xml_attribute;
using pugi::xml_node;

/// The words of a list that spaces part: "ID AU".
std::vector<std::string> words(std::string_view list) {
  std::vector<std::string> words;
  while (!list.empty()) {
    const auto end = std::min(list.find(' '), list.size());
    if (end > 0) words.emplace_back(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
  return words;
}

/// Reads one record from its tree.
class Parser {
 public:
  Parser(std::string_view element, const base::Place& place, Unmapped& unmapped)
      : fields_(element, place, unmapped) {}

  Record parse(xml_node node) {
    attributes(node);
    for (const xml_node child : node.children()) {
      if (child.type() == pugi::node_element) take(child);
      if (child.type() == pugi::node_pcdata) fields_.count("text outside of elements");
    }
    if (const auto lack = lack_of(record_)) refuse(node, lack->what, lack->advice);
    return std::move(record_);
  }

 private:
  using Handler = void (Parser::*)(xml_node);
  enum class Times { once, many };
  struct Element {
    std::string_view name;
    Handler handler;
    Times times = Times::once;
  };

  Project& project() { return std::get<Project>(record_.content); }
  Article& article() { return std::get<Article>(record_.content); }
  Meeting& meeting() { return std::get<Meeting>(record_.content); }
  MembershipList& list() { return std::get<MembershipList>(record_.content); }

  void kind(xml_node node) {
    const std::string_view kind = node.attribute("kind").value();
    if (kind == "article")
      record_.content = Article{};
    else if (kind == "meeting")
      record_.content = Meeting{};
    else if (kind == "memberships")
      record_.content = MembershipList{};
    else if (kind != "project")
      refuse(node, "a record without its kind",
             "write kind=\"project\", \"article\", \"meeting\" or \"memberships\"");
  }

  void basis(xml_node node, const char* value) {
    const auto basis = basis_named(value);
    if (!basis) refuse(node, "an unknown basis", "write seen, inferred or general-knowledge");
    record_.basis = *basis;
  }

  void attributes(xml_node node) {
    kind(node);
    for (const xml_attribute attribute : node.attributes()) {
      const std::string_view name = attribute.name();
      if (name == "source")
        record_.source = attribute.value();
      else if (name == "address")
        record_.address = attribute.value();
      else if (name == "captured")
        record_.captured = attribute.value();
      else if (name == "lang")
        record_.language = attribute.value();
      else if (name == "key")
        record_.key = attribute.value();
      else if (name == "basis")
        basis(node, attribute.value());
      else if (name != "kind")
        fields_.count("@" + std::string(name));
    }
  }

  void take(xml_node node) {
    static constexpr std::array common{
        Element{"title", &Parser::title},
        Element{"body", &Parser::body},
        Element{"warning", &Parser::warning, Times::many},
        Element{"property", &Parser::property, Times::many},
        Element{"states", &Parser::states},
        Element{"processes", &Parser::processes},
        Element{"events", &Parser::events},
    };
    static constexpr std::array of_project{
        Element{"project-id", &Parser::project_id},
        Element{"prima-id", &Parser::prima_id},
        Element{"iati-id", &Parser::iati_id},
        Element{"type", &Parser::type},
        Element{"region", &Parser::region},
        Element{"status", &Parser::status},
        Element{"coverage", &Parser::coverage},
        Element{"budget", &Parser::budget},
        Element{"start", &Parser::start},
        Element{"end", &Parser::end},
        Element{"year", &Parser::year},
        Element{"beneficiaries", &Parser::beneficiaries},
        Element{"fund", &Parser::fund},
        Element{"partners", &Parser::partners},
        Element{"activity", &Parser::activity},
        Element{"other-countries", &Parser::other_countries},
    };
    static constexpr std::array of_article{
        Element{"date", &Parser::date},
        Element{"dateline", &Parser::dateline},
        Element{"section", &Parser::section, Times::many},
    };
    static constexpr std::array of_meeting{
        Element{"meeting-id", &Parser::meeting_id},
        Element{"event", &Parser::event},
        Element{"theme", &Parser::theme},
        Element{"note", &Parser::note, Times::many},
    };
    static constexpr std::array of_list{
        Element{"process", &Parser::process},
        Element{"member", &Parser::member, Times::many},
    };
    const bool known = handle(common, node) || (record_.project() && handle(of_project, node)) ||
                       (record_.article() && handle(of_article, node)) ||
                       (record_.meeting() && handle(of_meeting, node)) ||
                       (record_.membership_list() && handle(of_list, node));
    if (!known) fields_.count(node.name());
  }

  template<std::size_t N>
  bool handle(const std::array<Element, N>& elements, xml_node node) {
    const std::string_view name = node.name();
    const auto found =
        std::find_if(elements.begin(), elements.end(),
                     [name](const Element& element) { return element.name == name; });
    if (found == elements.end()) return false;
    if (found->times == Times::once) {
      if (std::find(seen_.begin(), seen_.end(), found->name) != seen_.end())
        refuse(node, "an element that stands twice", "keep one of them");
      seen_.push_back(found->name);
    }
    (this->*found->handler)(node);
    return true;
  }

  void title(xml_node node) { record_.title = text(node); }
  void project_id(xml_node node) { project().project_id = text(node); }
  void prima_id(xml_node node) { project().prima_id = text(node); }
  void iati_id(xml_node node) { project().iati_id = text(node); }
  void type(xml_node node) { project().type = text(node); }
  void region(xml_node node) { project().region = text(node); }
  void start(xml_node node) { project().start = year_or_date(node); }
  void end(xml_node node) { project().end = year_or_date(node); }
  void year(xml_node node) { project().year = year_or_date(node); }
  void fund(xml_node node) { project().fund = text(node); }
  void date(xml_node node) { article().date = year_or_date(node); }
  void dateline(xml_node node) { article().dateline = text(node); }
  void beneficiaries(xml_node node) { project().beneficiaries = state_list(node); }
  void other_countries(xml_node node) { project().other_countries = state_list(node); }

  void meeting_id(xml_node node) { meeting().id = text(node).value; }
  void event(xml_node node) { record_.links.events.push_back(read(node)); }
  void theme(xml_node node) { meeting().theme = text(node); }
  void note(xml_node node) { meeting().notes.push_back(text(node)); }

  void process(xml_node node) {
    record_.links.processes.push_back({node.attribute("id").value(), text(node)});
  }

  void member(xml_node node) {
    const auto role = term_role_named(node.attribute("role").value());
    if (!role)
      refuse(node, "an unknown role", "write member, associate, observer, former or chair");
    list().terms.push_back({fields_.iso(node), *role, node.attribute("from").value(),
                            node.attribute("to").value(), text(node)});
  }

  void status(xml_node node) {
    const auto status = status_named(XmlFields::content(node));
    if (!status) refuse(node, "an unknown status", "write active or completed");
    project().status = *status;
    project().status_span = span(node);
  }

  void coverage(xml_node node) {
    const auto coverage = coverage_named(XmlFields::content(node));
    if (!coverage)
      refuse(node, "an unknown coverage", "write national, regional, multi-regional or global");
    project().coverage = *coverage;
    project().coverage_span = span(node);
  }

  void budget(xml_node node) {
    auto amount = read_written_amount(XmlFields::content(node), DecimalMark::point).amount;
    if (!amount) refuse(node, "a budget that is no amount", "write digits, as in 81500.00");
    const auto currency = currency_named(node.attribute("currency").value());
    if (!currency) refuse(node, "a budget without currency", "add currency=\"USD\"");
    project().budget = Money{std::move(*amount), *currency, span(node)};
  }

  void partners(xml_node node) {
    for (const xml_node partner : fields_.children(node, "partner"))
      project().partners.push_back({partner.attribute("id").value(), text(partner)});
  }

  void activity(xml_node node) { project().activity = parse_activity_xml(node, fields_); }

  void section(xml_node node) {
    const auto part = part_named(node.attribute("part").value());
    const auto start = number_of<std::size_t>(node.attribute("start").value());
    const auto end = number_of<std::size_t>(node.attribute("end").value());
    if (!part || !start || !end)
      refuse(node, "a section that is not complete", "write part, start and end");
    article().sections.push_back({*part, *start, *end});
  }

  void warning(xml_node node) {
    Text message = text(node);
    record_.warnings.push_back(
        {node.attribute("code").value(), std::move(message.value), message.span});
  }

  void property(xml_node node) {
    const auto kind = value_kind_named(node.attribute("kind").value());
    if (!kind || !node.attribute("iri"))
      refuse(node, "a property that is not complete", "write iri=\"…\" and kind=\"text\"");
    record_.properties.push_back(
        {node.attribute("iri").value(), *kind, node.attribute("lang").value(), text(node)});
  }

  void states(xml_node node) {
    for (const xml_node state : node.children("state")) {
      const std::string_view role = state.attribute("role").value();
      const auto known = role.empty() ? StateRole::mention : state_role_named(role);
      if (!known) refuse(state, "an unknown role", "write beneficiary, other-country or mention");
      record_.links.states.push_back({fields_.iso(state), *known, text(state)});
    }
  }

  void processes(xml_node node) {
    for (const xml_node child : fields_.children(node, "process")) process(child);
  }

  void events(xml_node node) {
    for (const xml_node child : fields_.children(node, "event")) event(child);
  }

  EventLink read(xml_node node) {
    EventLink event;
    event.process = node.attribute("process").value();
    if (const xml_attribute edition = node.attribute("edition")) {
      const auto number = number_of<std::uint32_t>(edition.value());
      if (!number) refuse(node, "an edition that is no number", "write edition=\"13\"");
      event.edition = *number;
    }
    event.country = node.attribute("country").value();
    event.chairs = words(node.attribute("chair").value());
    event.place = text(node.child("place"));
    event.dates = text(node.child("dates"));
    event.start = text(node.child("start"));
    event.end = text(node.child("end"));
    for (const xml_node participant : node.children("participant"))
      event.participants.push_back(fields_.iso(participant));
    for (const xml_node observer : node.children("observer"))
      event.observers.push_back(fields_.iso(observer));
    return event;
  }

  StateList state_list(xml_node node) const {
    StateList list;
    if (!node.child("raw") && !node.child("name")) {
      list.raw = text(node);
      return list;
    }
    list.raw = text(node.child("raw"));
    for (const xml_node name : node.children("name")) list.items.push_back(text(name));
    return list;
  }

  void body(xml_node node) {
    MappedText& body = record_.body;
    body.value = node.child("p") ? "" : XmlFields::content(node);
    for (const xml_node paragraph : fields_.children(node, "p")) {
      if (paragraph != node.child("p")) body.value += '\n';
      body.value += XmlFields::content(paragraph);
    }
    if (const xml_attribute end = node.attribute("end"))
      body.end = number_of<std::uint64_t>(end.value()).value_or(0);
    if (const xml_attribute map = node.attribute("map")) read_map(map.value(), node);
  }

  /// A text that was edited no longer fits its map: then its words have no places any more.
  void read_map(std::string_view map, xml_node node) {
    MappedText& body = record_.body;
    body.offsets.reserve(body.value.size());
    while (!map.empty()) {
      const std::string_view run = map.substr(0, map.find(' '));
      map.remove_prefix(std::min(run.size() + 1, map.size()));
      if (!append_run(run)) break;
    }
    const bool fits = map.empty() && body.offsets.size() == body.value.size() &&
                      std::is_sorted(body.offsets.begin(), body.offsets.end());
    if (fits) return;
    body.offsets.clear();
    body.end = 0;
    record_.warnings.push_back({"stale-map",
                                "line " + std::to_string(fields_.place_of(node).line) +
                                    ": the text was changed, so its words have no places",
                                {}});
  }

  bool append_run(std::string_view run) {
    const auto at = run.find('@');
    const auto length = number_of<std::size_t>(run.substr(0, at));
    const auto start = number_of<std::uint64_t>(run.substr(std::min(at, run.size() - 1) + 1));
    std::vector<std::uint64_t>& offsets = record_.body.offsets;
    if (!length || !start || *length > record_.body.value.size() - offsets.size()) return false;
    for (std::size_t i = 0; i < *length; ++i) offsets.push_back(*start + i);
    return true;
  }

  /// An element that is empty says nothing.
  [[nodiscard]] Text year_or_date(xml_node node) const {
    Text value = text(node);
    if (value.empty()) return value;
    auto date = read_year_or_date(value.value);
    if (!date || date->is_doubtful)
      refuse(node, "neither a year nor a date of the calendar", "write 2020 or 2020-12-31");
    value.value = std::move(date->iso);
    return value;
  }

  [[nodiscard]] Text text(xml_node node) const { return fields_.text(node); }
  [[nodiscard]] Span span(xml_node node) const { return fields_.span(node); }
  [[noreturn]] void refuse(xml_node node, const char* what, const char* advice) const {
    fields_.refuse(node, what, advice);
  }

  XmlFields fields_;
  Record record_;
  std::vector<std::string_view> seen_; ///< elements that stand once
};

} // namespace

Record parse_record_xml(std::string_view element, const base::Place& place, Unmapped& unmapped) {
  pugi::xml_document document;
  load_element(document, element, place, pugi::parse_default | pugi::parse_ws_pcdata_single);
  return Parser(element, place, unmapped).parse(document.document_element());
}

} // namespace tela::records
