#include "records/record_xml_writer.h"

#include "base/xml.h"

#include <string_view>

namespace tela::records {

namespace {

std::string span_text(Span span) {
  return std::to_string(span.start) + '-' + std::to_string(span.end);
}

/// Writes one record; counts what had to be replaced.
class Writer {
 public:
  explicit Writer(std::string& out) : out_(out) {}

  std::size_t write(const Record& record) {
    open("record");
    attribute("kind", kind_of(record));
    optional_attribute("source", record.source);
    optional_attribute("address", record.address);
    optional_attribute("captured", record.captured);
    optional_attribute("lang", record.language);
    optional_attribute("key", record.key);
    if (record.basis != Basis::seen) attribute("basis", to_string(record.basis));
    begin_content();
    text("title", record.title);
    std::visit([this](const auto& content) { write(content); }, record.content);
    write(record.links);
    for (const PropertyValue& value : record.properties) write(value);
    body(record.body);
    for (const Warning& warning : record.warnings) write(warning);
    close("record");
    return replaced_;
  }

 private:
  void write(const PropertyValue& value) {
    open("property");
    attribute("iri", value.property);
    attribute("kind", to_string(value.kind));
    optional_attribute("lang", value.language);
    content("property", value.value);
  }

  void write(const Project& project) {
    text("project-id", project.project_id);
    text("prima-id", project.prima_id);
    text("iati-id", project.iati_id);
    text("type", project.type);
    text("region", project.region);
    text("status", {std::string(to_string(project.status)), project.status_span});
    text("coverage", {std::string(to_string(project.coverage)), project.coverage_span});
    if (project.budget) {
      open("budget");
      money("budget", *project.budget);
    }
    text("start", project.start);
    text("end", project.end);
    text("year", project.year);
    states("beneficiaries", project.beneficiaries);
    states("other-countries", project.other_countries);
    text("fund", project.fund);
    write(project.partners);
    if (project.activity) write(*project.activity);
  }

  void write(const std::vector<Partner>& partners) {
    if (partners.empty()) return;
    group("partners");
    for (const Partner& partner : partners) {
      open("partner");
      optional_attribute("id", partner.id);
      content("partner", partner.name);
    }
    close("partners");
  }

  void write(const Activity& activity) {
    open("activity");
    optional_attribute("status", activity.status);
    optional_attribute("scope", activity.scope);
    begin_content();
    text("identifier", activity.identifier);
    texts("title", activity.titles);
    texts("description", activity.descriptions);
    for (const ActivityOrganisation& organisation : activity.organisations) {
      open("organisation");
      attribute("role", organisation.role);
      optional_attribute("ref", organisation.ref);
      optional_attribute("type", organisation.type);
      content("organisation", organisation.name);
    }
    shares("country", activity.countries);
    shares("region", activity.regions);
    shares("sector", activity.sectors);
    for (const ActivityDate& date : activity.dates) {
      open("date");
      attribute("type", date.type);
      content("date", date.date);
    }
    for (const ActivityBudget& budget : activity.budgets) write(budget);
    for (const Transactions& transactions : activity.transactions) write(transactions);
    for (const RelatedActivity& related : activity.related) {
      open("related");
      attribute("type", related.type);
      content("related", {related.identifier, {}});
    }
    texts("result", activity.results);
    close("activity");
  }

  void texts(std::string_view name, const std::vector<LanguageText>& texts) {
    for (const LanguageText& text : texts) {
      open(name);
      optional_attribute("lang", text.language);
      content(name, text.text);
    }
  }

  void shares(std::string_view name, const std::vector<CodedShare>& shares) {
    for (const CodedShare& share : shares) {
      open(name);
      attribute("code", share.code);
      optional_attribute("vocabulary", share.vocabulary);
      optional_attribute("percentage", share.percentage);
      content(name, share.name);
    }
  }

  void write(const ActivityBudget& budget) {
    open("planned");
    optional_attribute("type", budget.type);
    optional_attribute("status", budget.status);
    optional_attribute("start", budget.start);
    optional_attribute("end", budget.end);
    money("planned", budget.money);
  }

  void write(const Transactions& transactions) {
    open("transactions");
    optional_attribute("type", transactions.type);
    optional_attribute("year", transactions.year);
    optional_attribute("date", transactions.date);
    attribute("count", std::to_string(transactions.count));
    money("transactions", transactions.money);
  }

  void write(const Article& article) {
    text("date", article.date);
    text("dateline", article.dateline);
    for (const Section& section : article.sections) {
      open("section");
      attribute("part", to_string(section.part));
      attribute("start", std::to_string(section.start));
      attribute("end", std::to_string(section.end));
      end_empty();
    }
  }

  void write(const Meeting& meeting) {
    text("meeting-id", {meeting.id, {}});
    text("theme", meeting.theme);
    for (const Text& note : meeting.notes) text("note", note);
  }

  void write(const MembershipList& list) {
    for (const MembershipTerm& term : list.terms) {
      open("member");
      attribute("iso", term.iso);
      attribute("role", to_string(term.role));
      optional_attribute("from", term.from);
      optional_attribute("to", term.to);
      content("member", term.note);
    }
  }

  void write(const StatedLinks& links) {
    if (!links.states.empty()) {
      group("states");
      for (const StateLink& state : links.states) {
        open("state");
        attribute("iso", state.iso);
        attribute("role", to_string(state.role));
        content("state", state.name);
      }
      close("states");
    }
    if (!links.processes.empty()) {
      group("processes");
      for (const ProcessLink& process : links.processes) {
        open("process");
        attribute("id", process.id);
        content("process", process.name);
      }
      close("processes");
    }
    if (!links.events.empty()) {
      group("events");
      for (const EventLink& event : links.events) write(event);
      close("events");
    }
  }

  void write(const EventLink& event) {
    open("event");
    optional_attribute("process", event.process);
    if (event.edition != 0) attribute("edition", std::to_string(event.edition));
    optional_attribute("country", event.country);
    optional_attribute("chair", joined(event.chairs));
    begin_content();
    text("place", event.place);
    text("dates", event.dates);
    text("start", event.start);
    text("end", event.end);
    states("participant", event.participants);
    states("observer", event.observers);
    close("event");
  }

  static std::string joined(const std::vector<std::string>& words) {
    std::string list;
    for (const std::string& word : words) (list += list.empty() ? "" : " ") += word;
    return list;
  }

  void states(std::string_view name, const std::vector<std::string>& codes) {
    for (const std::string& iso : codes) {
      open(name);
      attribute("iso", iso);
      end_empty();
    }
  }

  void write(const Warning& warning) {
    open("warning");
    attribute("code", warning.code);
    content("warning", {warning.message, warning.span});
  }

  void money(std::string_view name, const Money& money) {
    optional_attribute("currency", money.currency);
    content(name, {money.amount, money.span});
  }

  /// The list as it stands; its names, where the source parts them, as elements behind it.
  void states(std::string_view name, const StateList& list) {
    if (list.items.empty()) return text(name, list.raw);
    group(name);
    text("raw", list.raw);
    for (const Text& item : list.items) {
      open("name");
      content("name", item);
    }
    close(name);
  }

  /// Paragraphs; map="length@start …": so many bytes of the text stand in the source from there on.
  void body(const MappedText& body) {
    if (body == MappedText{}) return;
    open("body");
    if (!body.offsets.empty()) attribute("map", map_of(body));
    if (body.end != 0) attribute("end", std::to_string(body.end));
    if (body.value.empty()) return end_empty();
    begin_content();
    for (std::size_t start = 0; start <= body.value.size();) {
      const std::size_t end = std::min(body.value.find('\n', start), body.value.size());
      open("p");
      content("p", {body.value.substr(start, end - start), {}});
      start = end + 1;
    }
    close("body");
  }

  static std::string map_of(const MappedText& body) {
    std::string map;
    for (std::size_t i = 0; i < body.offsets.size();) {
      const std::size_t first = i++;
      while (i < body.offsets.size() && body.offsets[i] == body.offsets[i - 1] + 1) ++i;
      if (!map.empty()) map += ' ';
      map += std::to_string(i - first) + '@' + std::to_string(body.offsets[first]);
    }
    return map;
  }

  /// An element with text; none when nothing is known.
  void text(std::string_view name, const Text& text) {
    if (text == Text{}) return;
    open(name);
    content(name, text);
  }

  // The pieces of an element: open, attributes, then one of the ways to go on.

  void open(std::string_view name) {
    out_.append(2 * depth_ + 2, ' ');
    out_ += '<';
    out_ += name;
  }

  void attribute(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    replaced_ += base::append_xml_escaped(out_, value);
    out_ += '"';
  }

  void optional_attribute(std::string_view name, std::string_view value) {
    if (!value.empty()) attribute(name, value);
  }

  void content(std::string_view name, const Text& text) {
    if (text.span != Span{}) attribute("span", span_text(text.span));
    if (text.value.empty()) return end_empty();
    out_ += '>';
    replaced_ += base::append_xml_escaped(out_, text.value);
    out_ += "</";
    out_ += name;
    out_ += ">\n";
  }

  void end_empty() { out_ += "/>\n"; }

  void group(std::string_view name) {
    open(name);
    begin_content();
  }

  void begin_content() {
    out_ += ">\n";
    ++depth_;
  }

  void close(std::string_view name) {
    --depth_;
    open("/");
    out_ += name;
    out_ += ">\n";
  }

  std::string& out_;
  std::size_t depth_ = 0;
  std::size_t replaced_ = 0;
};

} // namespace

std::string_view record_xml_head() {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<records>\n";
}

std::string_view record_xml_tail() {
  return "</records>\n";
}

std::size_t append_record_xml(std::string& out, const Record& record) {
  return Writer(out).write(record);
}

} // namespace tela::records
