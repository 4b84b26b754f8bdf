#include "remote/statement_puller.h"

#include "base/error.h"
#include "rdf/iri.h"
#include "remote/answer_checks.h"
#include "remote/statement_rows.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <numeric>
#include <utility>

namespace tela::remote {

namespace {

using sparql::results::ResultReceiver;
using sparql::results::ResultTable;

/// Hands each row to a function.
class Rows final : public ResultReceiver {
 public:
  using Take = std::function<void(const ResultTable::Row&)>;
  explicit Rows(Take take) : take_(std::move(take)) {}
  void variables(const std::vector<std::string>&) override {}
  void row(const ResultTable::Row& row) override { take_(row); }
  void boolean(bool) override {}

 private:
  Take take_;
};

std::uint64_t number_of(const std::optional<rdf::Term>& cell) {
  std::uint64_t number = 0;
  const std::string text = cell ? cell->value : "";
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  return problem == std::errc() && end == text.data() + text.size() ? number : 0;
}

std::string values_clause(const std::string& variable, const std::vector<rdf::Term>& values) {
  std::string text = "VALUES ?" + variable + " {";
  for (const rdf::Term& value : values) text += " " + rdf::to_ntriples(value);
  return text + " } ";
}

std::vector<rdf::Term> iris(const std::vector<std::string>& texts) {
  std::vector<rdf::Term> terms;
  for (const std::string& text : texts) {
    if (!rdf::is_absolute_iri(text))
      throw base::Error(base::Failure::usage, "\"" + text + "\" is no IRI");
    terms.push_back(rdf::iri(text));
  }
  return terms;
}

/// In the condition that blocks() has made, which can be halved; 0 without one.
std::size_t values_of(const Slice& slice) {
  return slice.conditions.empty() ? 0 : slice.conditions.front().counts.size();
}

/// A slice in two, by the values of the condition that was made last.
std::array<Slice, 2> halves(const Slice& slice) {
  std::array<Slice, 2> halves{slice, slice};
  const std::size_t middle = slice.conditions.front().values.size() / 2;
  for (std::size_t i = 0; i < 2; ++i) {
    Slice::Condition& condition = halves[i].conditions.front();
    const auto keep = [&](auto& list) {
      const auto at = list.begin() + static_cast<std::ptrdiff_t>(middle);
      if (i == 0)
        list.erase(at, list.end());
      else
        list.erase(list.begin(), at);
    };
    keep(condition.values);
    keep(condition.counts);
    halves[i].count =
        std::accumulate(condition.counts.begin(), condition.counts.end(), std::uint64_t{0});
  }
  return halves;
}

constexpr const char* advice_to_raise =
    "raise the limit of the service, or have its operator dump the data";

} // namespace

StatementPuller::StatementPuller(SparqlService& service, Capabilities known, Portion portion)
    : service_(service), known_(std::move(known)), portion_(std::move(portion)),
      cap_(known_.row_cap), most_values_(known_.dialect.values) {}

void StatementPuller::fail(const std::string& reason, const std::string& advice) const {
  throw NotWhole(service_.address(), reason, advice);
}

std::string StatementPuller::pattern(const Slice& slice) const {
  std::string text = "{ ";
  for (const auto& condition : slice.conditions)
    text += values_clause(condition.variable, condition.values);
  if (slice.is_default) {
    text += "?s ?p ?o ";
    if (known_.default_is_union) text += "FILTER NOT EXISTS { GRAPH ?any { ?s ?p ?o } } ";
    return text + "}";
  }
  text += "GRAPH ?g { ?s ?p ?o } ";
  if (portion_.graphs.empty() && !known_.dialect.own_graphs.empty()) {
    text += "FILTER(?g NOT IN (";
    for (std::size_t i = 0; i < known_.dialect.own_graphs.size(); ++i)
      text += (i == 0 ? "<" : ", <") + known_.dialect.own_graphs[i] + ">";
    text += ")) ";
  }
  return text + "}";
}

std::uint64_t StatementPuller::number(const std::string& query) {
  std::optional<std::uint64_t> found;
  Rows rows([&](const ResultTable::Row& row) {
    if (!row.empty()) found = number_of(row[0]);
  });
  service_.select(query, rows);
  if (!found) fail("a count came without its number", "ask again");
  return *found;
}

std::uint64_t StatementPuller::count(const Slice& slice) {
  return number("SELECT (COUNT(*) AS ?n) " + pattern(slice));
}

std::vector<Slice> StatementPuller::wholes() {
  Slice named;
  if (!portion_.graphs.empty()) named.conditions.push_back({"g", iris(portion_.graphs), {}});
  std::vector<Slice> slices;
  slices.push_back(named);
  if (known_.has_default && portion_.graphs.empty()) {
    slices.emplace_back();
    slices.back().is_default = true;
  }
  for (Slice& slice : slices)
    if (!portion_.predicates.empty())
      slice.conditions.push_back({"p", iris(portion_.predicates), {}});
  return slices;
}

std::uint64_t StatementPuller::count() {
  std::uint64_t all = 0;
  for (const Slice& slice : wholes()) all += count(slice);
  return all;
}

std::vector<StatementPuller::Value> StatementPuller::graphs() {
  std::vector<Value> all;
  for (Slice& slice : wholes()) {
    if (slice.is_default) continue;
    slice.count = count(slice);
    std::ranges::move(values(slice, "g"), std::back_inserter(all));
  }
  std::ranges::sort(all, {}, &Value::term);
  return all;
}

std::vector<Slice> StatementPuller::plan(std::uint64_t most) {
  std::vector<Slice> slices;
  for (Slice& whole : wholes()) {
    whole.count = count(whole);
    if (most == 0 || whole.count <= most || whole.is_default) {
      slices.push_back(std::move(whole));
      continue;
    }
    auto parts = blocks(whole, "g", most);
    std::ranges::move(parts, std::back_inserter(slices));
  }
  return slices;
}

/// The values of `variable` in a slice, all of them: with as many statements as the slice has.
std::vector<StatementPuller::Value> StatementPuller::values(const Slice& slice,
                                                            const std::string& variable) {
  const std::uint64_t distinct =
      number("SELECT (COUNT(DISTINCT ?" + variable + ") AS ?n) " + pattern(slice));
  std::size_t digits = 0;
  for (std::uint64_t bucket = distinct; !fits(bucket * 2); bucket /= 16) ++digits;
  std::vector<Value> found;
  add_values(slice, variable, "", digits, found);
  std::uint64_t all = 0;
  for (const Value& value : found) all += value.count;
  if (all != slice.count)
    fail("it says that there are " + std::to_string(slice.count) + " statements, and " +
             std::to_string(all) + " when they are counted by ?" + variable,
         "mirror it while nobody writes to it; blank nodes cannot be asked for in parts");
  return found;
}

/// Those whose MD5 begins with `prefix`, in parts by so many digits more.
void StatementPuller::add_values(const Slice& slice, const std::string& variable,
                                 const std::string& prefix, std::size_t digits,
                                 std::vector<Value>& found) {
  if (digits != 0) {
    for (const char digit : std::string_view("0123456789abcdef"))
      add_values(slice, variable, prefix + digit, digits - 1, found);
    return;
  }
  std::string text = pattern(slice);
  if (!prefix.empty()) {
    text.pop_back();
    text += "FILTER(STRSTARTS(MD5(STR(?" + variable + ")), \"" + prefix + "\")) }";
  }
  Rows rows([&](const ResultTable::Row& row) {
    if (row.size() == 2 && row[0]) found.push_back({*row[0], number_of(row[1])});
  });
  service_.select("SELECT ?" + variable + " (COUNT(*) AS ?n) " + text + " GROUP BY ?" + variable,
                  rows);
}

/// Values that stand together are asked for together, as many as VALUES may have and no more than
/// `most` statements, but at least one.
std::vector<Slice> StatementPuller::blocks(const Slice& slice, const std::string& variable,
                                           std::uint64_t most) {
  std::vector<Value> all = values(slice, variable);
  std::ranges::sort(all, {}, &Value::term);
  Slice empty = slice;
  empty.count = 0;
  std::erase_if(empty.conditions, [&](const auto& c) { return c.variable == variable; });
  empty.conditions.insert(empty.conditions.begin(), {variable, {}, {}});
  std::vector<Slice> blocks;
  for (Value& value : all) {
    if (value.term.kind == rdf::TermKind::blank)
      fail("it has blank nodes where it has to be asked in parts", advice_to_raise);
    const bool is_full = blocks.empty() ||
                         blocks.back().conditions.front().values.size() >= most_values_ ||
                         blocks.back().count + value.count > most;
    if (is_full) blocks.push_back(empty);
    Slice::Condition& condition = blocks.back().conditions.front();
    condition.values.push_back(std::move(value.term));
    condition.counts.push_back(value.count);
    blocks.back().count += value.count;
  }
  return blocks;
}

/// What a slice that is too large is taken apart by: what it is not down to one value of yet.
std::optional<std::string> StatementPuller::next_variable(const Slice& slice) const {
  for (const char* variable : {"g", "s", "p", "o"}) {
    if (slice.is_default && std::string_view(variable) == "g") continue;
    const auto found = std::ranges::find(slice.conditions, variable, &Slice::Condition::variable);
    if (found == slice.conditions.end() || found->values.size() > 1) return variable;
  }
  return std::nullopt;
}

void StatementPuller::pull(const Slice& slice, rdf::QuadSink& sink) {
  if (slice.count == 0) return;
  if (!fits(slice.count) || values_of(slice) > most_values_ || !pull_whole(slice, sink))
    pull_parts(slice, sink);
}

/// Asks once. False when it did not come whole and may in smaller parts: a statement that comes
/// twice is one, but a blank node is not.
bool StatementPuller::pull_whole(const Slice& slice, rdf::QuadSink& sink) {
  StatementRows rows(service_.address(), sink, ++answers_);
  const std::string query =
      std::string("SELECT ") + (slice.is_default ? "" : "?g ") + "?s ?p ?o " + pattern(slice);
  std::uint64_t given = 0;
  const auto may_be_divided = [&] { return !rows.has_blanks() && next_variable(slice); };
  try {
    given = service_.select(query, rows).rows;
  } catch (const NotWhole&) {
    if (!may_be_divided()) throw;
    cap_ = service_.row_cap() ? service_.row_cap() : cap_;
    return false;
  } catch (const Refused&) {
    if (!may_be_divided()) throw;
    if (const std::size_t values = values_of(slice); values > 1) most_values_ = values / 2;
    return false;
  }
  if (given == slice.count) return true;
  if (given > slice.count || !is_round(given) || !may_be_divided())
    fail("it gave " + std::to_string(given) + " of " + std::to_string(slice.count) + " statements",
         rows.has_blanks() ? advice_to_raise : "mirror it while nobody writes to it");
  cap_ = given; // now it is known
  return false;
}

void StatementPuller::pull_parts(const Slice& slice, rdf::QuadSink& sink) {
  if (values_of(slice) > 1) {
    for (const Slice& half : halves(slice)) pull(half, sink);
    return;
  }
  const auto variable = next_variable(slice);
  if (!variable)
    fail("it has " + std::to_string(slice.count) + " times the same statement", advice_to_raise);
  const std::uint64_t half = std::max<std::uint64_t>(1, slice.count / 2);
  const std::uint64_t most = cap_ ? std::min(half, *cap_ - 1) : half;
  for (const Slice& block : blocks(slice, *variable, most)) pull(block, sink);
}

} // namespace tela::remote
