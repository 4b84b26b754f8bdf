#include "publish/kind_lists.h"

#include "base/fold.h"
#include "publish/html.h"
#include "publish/page_frame.h"
#include "publish/page_path.h"
#include "publish/ui_text.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace tela::publish {

namespace {

namespace classes = vocabulary::classes;

constexpr std::size_t links_a_page = 500;

struct KnownKind {
  std::string_view iri;
  Phrase many; ///< the ontology's labels name one thing, a list has many
};

// What readers come for, in this order.
constexpr std::array known_kinds{
    KnownKind{classes::project, {"Projects", "Projets", "Proyectos"}},
    KnownKind{classes::state, {"States", "États", "Estados"}},
    KnownKind{classes::regional_consultative_process,
              {"Regional consultative processes", "Processus consultatifs régionaux",
               "Procesos consultivos regionales"}},
    KnownKind{classes::inter_regional_forum,
              {"Inter-regional forums", "Forums interrégionaux", "Foros interregionales"}},
    KnownKind{classes::global_process,
              {"Global processes", "Processus mondiaux", "Procesos mundiales"}},
    KnownKind{classes::meeting, {"Meetings", "Réunions", "Reuniones"}},
    KnownKind{classes::article, {"Articles", "Articles", "Artículos"}},
    KnownKind{classes::regional_organisation,
              {"Regional organisations", "Organisations régionales", "Organizaciones regionales"}},
    KnownKind{classes::international_organisation,
              {"International organisations", "Organisations internationales",
               "Organizaciones internacionales"}},
    KnownKind{classes::organisation, {"Organisations", "Organisations", "Organizaciones"}},
    KnownKind{classes::region, {"Regions", "Régions", "Regiones"}},
    KnownKind{classes::territory, {"Territories", "Territoires", "Territorios"}},
    KnownKind{classes::fund, {"Funds", "Fonds", "Fondos"}},
    KnownKind{vocabulary::skos::concept_class, {"Concepts", "Concepts", "Conceptos"}},
    KnownKind{classes::sector, {"Sectors", "Secteurs", "Sectores"}},
    KnownKind{classes::membership, {"Memberships", "Participations", "Membresías"}},
    KnownKind{classes::tie, {"Ties", "Liens", "Vínculos"}},
    KnownKind{classes::record, {"Records", "Notices", "Registros"}}};

// In each language, as written for it.
LocalText local_text(const Phrase& phrase) {
  LocalText text;
  for (std::size_t i = 0; i < language_count; ++i) {
    text.text[i] = phrase[i];
    text.language[i] = language_tags[i];
  }
  return text;
}

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
  if (kind == Kinds::none) return local_text(ui::untyped);
  const auto known = std::ranges::find(known_kinds, site.kinds().all()[kind].iri, &KnownKind::iri);
  return known == known_kinds.end() ? Naming(site).kind_name(kind) : local_text(known->many);
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
    return {list_file(list_.stem, number),
            page(list_.name, list_.stem, subjects_, number, count())};
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

  std::string page(const LocalText& name, const std::string& stem,
                   const std::vector<std::size_t>& subjects, std::size_t number,
                   std::size_t count) {
    std::string out;
    const Frame frame{name, site_name_, "../", {}, {}};
    begin_page(out, frame);
    out += "<h1>";
    append_local(out, name);
    out += " <small>" + std::to_string(subjects.size()) + "</small></h1>\n";
    append_pages(out, stem, number, count);
    out += count == 1 ? "<ul class=\"links sortable\">\n" : "<ul class=\"links\">\n";
    const std::size_t end = std::min(number * links_a_page, subjects.size());
    for (std::size_t i = (number - 1) * links_a_page; i < end; ++i) append_item(out, subjects[i]);
    out += "</ul>\n";
    append_pages(out, stem, number, count);
    end_page(out, frame);
    return out;
  }

  void append_item(std::string& out, std::size_t subject) {
    naming_.terms().trim();
    const rdf::Id thing = site_.pages().subjects()[subject];
    out += "<li><a href=\"../";
    append_html(out, naming_.path(thing));
    out += ".html\">";
    append_local(out, naming_.name(thing));
    out += "</a></li>\n";
  }

  static void append_pages(std::string& out, const std::string& stem, std::size_t number,
                           std::size_t count) {
    if (count == 1) return;
    out += "<nav class=\"turn\" aria-label=\"1–" + std::to_string(count) + "\">";
    for (std::size_t i = 1; i <= count; ++i) {
      const bool near = i == 1 || i == count || (i + 4 > number && i < number + 4) || i % 50 == 0;
      if (!near) continue;
      if (i == number)
        out += "<b aria-current=\"page\">" + std::to_string(i) + "</b> ";
      else
        out += "<a href=\"../" + list_file(stem, i) + "\">" + std::to_string(i) + "</a> ";
    }
    out += "</nav>\n";
  }

  const Site& site_;
  Naming naming_;
  const std::string& site_name_;
  const KindList& list_;
  std::vector<std::size_t> subjects_;
};

std::size_t preference(const Site& site, Kinds::Number kind) {
  if (kind == Kinds::none) return known_kinds.size() + 1;
  return static_cast<std::size_t>(
      std::ranges::find(known_kinds, site.kinds().all()[kind].iri, &KnownKind::iri) -
      known_kinds.begin());
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
    lists_.push_back(
        {kind, name_of_many(site, kind), std::move(stem), file, subjects.size(), named});
  }
}

void KindLists::make(const std::function<void(PageFile)>& output) const {
  for (std::size_t i = 0; i < lists_.size(); ++i) {
    ListWriter writer(site_, site_name_, lists_[i], subjects_[i]);
    for (std::size_t number = 1; number <= writer.count(); ++number) output(writer.page(number));
  }
}

std::optional<PageFile> KindLists::page(std::string_view path) const {
  for (std::size_t i = 0; i < lists_.size(); ++i)
    for (std::size_t number = 1; (number - 1) * links_a_page < subjects_[i].size(); ++number)
      if (list_file(lists_[i].stem, number) == path)
        return ListWriter(site_, site_name_, lists_[i], subjects_[i]).page(number);
  return std::nullopt;
}

} // namespace tela::publish
