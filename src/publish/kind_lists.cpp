#include "publish/kind_lists.h"

#include "base/fold.h"
#include "publish/html.h"
#include "publish/list_csv.h"
#include "publish/page_frame.h"
#include "publish/page_plan.h"
#include "publish/page_words.h"
#include "publish/value_text.h"

#include <algorithm>
#include <map>
#include <set>

namespace tela::publish {

namespace {

constexpr std::size_t links_a_page = 500;

std::string list_file(const std::string& stem, std::size_t number) {
  return "lists/" + stem + (number == 1 ? "" : '~' + std::to_string(number)) + ".html";
}

// A file name for each kind: the end of its IRI in lower case, with a number where it is taken.
std::string stem_for(std::string_view iri, std::set<std::string>& taken) {
  std::string stem;
  for (const char c : base::fold(iri.substr(std::min(iri.size(), iri.find_last_of("/#") + 1))))
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) stem += c;
  constexpr std::size_t longest = 60;
  stem = "k-" + stem.substr(0, longest);
  std::string free = stem;
  for (int number = 2; !taken.insert(free).second; ++number)
    free = stem + '-' + std::to_string(number);
  return free;
}

LocalText name_of_many(const Site& site, Kinds::Number kind) {
  if (kind == Kinds::none) return local_text(word("untyped"));
  const auto plural = plural_of(site.kinds().all()[kind].iri);
  return plural ? local_text(*plural) : Naming(site).kind_name(kind);
}

std::vector<Column> columns_of_kind(const Site& site, const std::string& iri) {
  const auto& lists = page_plan().lists;
  const auto plan = std::ranges::find(lists, iri, &ListPlan::of);
  return plan == lists.end() ? std::vector<Column>() : columns_of(site.store(), plan->columns);
}

/// Writes the pages of one list.
class ListWriter {
 public:
  ListWriter(const Site& site, const std::string& site_name, const KindList& list,
             std::vector<std::size_t> subjects)
      : site_(site), naming_(site), site_name_(site_name), list_(list),
        subjects_(std::move(subjects)) {
    if (list.named || site.pairs().is_kind_of_pairs(list.kind)) sort_by_name();
  }

  [[nodiscard]] std::size_t count() const {
    return (subjects_.size() + links_a_page - 1) / links_a_page;
  }
  /// From 1 on.
  PageFile page(std::size_t number) {
    std::string out;
    HtmlWriter html(out);
    const Frame frame{list_.name, site_name_, "../"};
    begin_page(html, frame);
    html.element("h1", {{"id", "list"}}, [&] {
      write_local(html, list_.name);
      html.text(" ");
      html.element("small", {}, grouped(subjects_.size()));
    });
    html.line();
    write_pages(html, number);
    if (list_.columns.empty())
      write_names(html, number);
    else
      write_table(html, number);
    write_pages(html, number);
    end_page(html, frame);
    return {list_file(list_.stem, number), std::move(out)};
  }
  /// The whole list. REQUIRES: columns.
  PageFile csv() {
    return {csv_file(), list_csv(links_, list_.columns, rows(0, subjects_.size()))};
  }

 private:
  void sort_by_name() {
    std::vector<std::pair<std::string, std::size_t>> keys;
    keys.reserve(subjects_.size());
    constexpr std::size_t longest_key = 80;
    for (const std::size_t subject : subjects_) {
      naming_.terms().trim();
      const LocalText name = naming_.name(site_.pages().subjects()[subject]);
      keys.emplace_back(base::fold(cut(name.text[0], longest_key).text), subject);
    }
    std::ranges::sort(keys);
    std::ranges::transform(keys, subjects_.begin(), &std::pair<std::string, std::size_t>::second);
  }

  [[nodiscard]] std::string csv_file() const { return "lists/" + list_.stem + ".csv"; }

  std::vector<Row> rows(std::size_t begin, std::size_t end) {
    std::vector<Row> rows;
    for (std::size_t i = begin; i < end; ++i) {
      rows.push_back({site_.pages().subjects()[subjects_[i]], {}, {}});
      read_row(site_.store(), rows.back());
    }
    return rows;
  }

  std::pair<std::size_t, std::size_t> range(std::size_t number) const {
    return {(number - 1) * links_a_page, std::min(number * links_a_page, subjects_.size())};
  }

  void write_table(HtmlWriter& html, std::size_t number) {
    html.element("p", {{"class", "csv"}}, [&] {
      write_word(html, "a", {{"href", "../" + csv_file()}, {"download", ""}}, "csv");
    });
    const auto [begin, end] = range(number);
    write_rows(html, links_, "list", list_.columns, rows(begin, end), {});
  }

  void write_names(HtmlWriter& html, std::size_t number) {
    html.element("ul", {{"class", count() == 1 ? "links sortable" : "links"}}, [&] {
      html.line();
      const auto [begin, end] = range(number);
      for (std::size_t i = begin; i < end; ++i) {
        naming_.terms().trim();
        html.element("li", {},
                     [&] { write_link(html, links_, site_.pages().subjects()[subjects_[i]]); });
        html.line();
      }
    });
    html.line();
  }

  void write_pages(HtmlWriter& html, std::size_t number) const {
    const std::size_t last = count();
    if (last == 1) return;
    html.element("nav", {{"class", "turn"}, {"aria-label", "1–" + std::to_string(last)}}, [&] {
      for (std::size_t i = 1; i <= last; ++i) {
        const bool near = i == 1 || i == last || (i + 4 > number && i < number + 4) || i % 50 == 0;
        if (!near) continue;
        if (i == number)
          html.element("b", {{"aria-current", "page"}}, std::to_string(i));
        else
          html.element("a", {{"href", "../" + list_file(list_.stem, i)}}, std::to_string(i));
        html.text(" ");
      }
    });
    html.line();
  }

  const Site& site_;
  Naming naming_;
  Links links_{site_, naming_, "../"};
  const std::string& site_name_;
  const KindList& list_;
  std::vector<std::size_t> subjects_;
};

// Its place among the kinds that readers come for.
std::size_t preference(const Site& site, Kinds::Number kind) {
  const std::vector<std::string>& known = page_plan().kinds;
  if (kind == Kinds::none) return known.size() + 1;
  return static_cast<std::size_t>(std::ranges::find(known, site.kinds().all()[kind].iri) -
                                  known.begin());
}

} // namespace

KindLists::KindLists(const Site& site, std::string site_name)
    : site_(site), site_name_(std::move(site_name)) {
  std::map<Kinds::Number, std::vector<std::size_t>> by_kind;
  for (PageNumber page = 0; page < site.pages().size(); ++page) {
    const std::size_t subject = site.pages().first_subject(page);
    by_kind[site.kinds().of(subject)].push_back(subject);
  }
  std::vector<Kinds::Number> order;
  for (const auto& [kind, subjects] : by_kind) order.push_back(kind);
  std::ranges::stable_sort(order, {}, [&](Kinds::Number kind) {
    return std::pair(preference(site, kind), -static_cast<std::int64_t>(by_kind[kind].size()));
  });
  std::set<std::string> stems;
  for (const Kinds::Number kind : order) {
    const std::vector<std::size_t>& subjects = subjects_.emplace_back(std::move(by_kind[kind]));
    const std::string iri = kind == Kinds::none ? "other" : site.kinds().all()[kind].iri;
    std::string stem = stem_for(iri, stems);
    const std::string file = list_file(stem, 1);
    const bool named = std::ranges::any_of(
        subjects, [&](std::size_t subject) { return site.labels()[subject][0].defined(); });
    lists_.push_back({kind, name_of_many(site, kind), std::move(stem), file, subjects.size(), named,
                      preference(site, kind) < page_plan().main_kinds, columns_of_kind(site, iri)});
  }
}

void KindLists::make(const std::function<void(PageFile)>& output) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    ListWriter writer(site_, site_name_, lists_[i], subjects_[i]);
    for (std::size_t number = 1; number <= writer.count(); ++number) output(writer.page(number));
    if (!lists_[i].columns.empty()) output(writer.csv());
  }
}

const KindList* KindLists::of(Kinds::Number kind) const {
  const auto found = std::ranges::find(lists_, kind, &KindList::kind);
  return found == lists_.end() ? nullptr : &*found;
}

std::optional<PageFile> KindLists::page(std::string_view path) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    const auto writer = [&] { return ListWriter(site_, site_name_, lists_[i], subjects_[i]); };
    if (!lists_[i].columns.empty() && path == "lists/" + lists_[i].stem + ".csv")
      return writer().csv();
    for (std::size_t number = 1; (number - 1) * links_a_page < subjects_[i].size(); ++number)
      if (list_file(lists_[i].stem, number) == path) return writer().page(number);
  }
  return std::nullopt;
}

} // namespace tela::publish
