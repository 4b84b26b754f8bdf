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

class ListMaker {
 public:
  ListMaker(const Site& site, const std::string& site_name,
            const std::function<void(PageFile)>& output)
      : site_(site), naming_(site), site_name_(site_name), output_(output) {}

  KindList make(Kinds::Number kind, std::vector<std::size_t> subjects) {
    const bool named = std::ranges::any_of(
        subjects, [&](std::size_t subject) { return site_.labels()[subject][0].defined(); });
    if (named || site_.pairs().is_kind_of_pairs(kind)) sort_by_name(subjects);
    const std::string iri = kind == Kinds::none ? "other" : site_.kinds().all()[kind].iri;
    const std::string stem = stem_for(iri, stems_);
    LocalText name = name_of_many(kind);
    const std::size_t count = (subjects.size() + links_a_page - 1) / links_a_page;
    for (std::size_t number = 1; number <= count; ++number)
      output_({list_file(stem, number), page(name, stem, subjects, number, count)});
    return {std::move(name), list_file(stem, 1), subjects.size(), named};
  }

 private:
  LocalText name_of_many(Kinds::Number kind) {
    if (kind == Kinds::none) return local_text(ui::untyped);
    const auto known =
        std::ranges::find(known_kinds, site_.kinds().all()[kind].iri, &KnownKind::iri);
    return known == known_kinds.end() ? naming_.kind_name(kind) : local_text(known->many);
  }

  void sort_by_name(std::vector<std::size_t>& subjects) {
    std::vector<std::pair<std::string, std::size_t>> keys;
    keys.reserve(subjects.size());
    constexpr std::size_t longest_key = 80;
    for (const std::size_t subject : subjects) {
      naming_.terms().trim();
      const LocalText name = naming_.name(site_.pages().subjects()[subject]);
      keys.emplace_back(base::fold(cut(name.text[0], longest_key).text), subject);
    }
    std::ranges::sort(keys);
    std::ranges::transform(keys, subjects.begin(), &std::pair<std::string, std::size_t>::second);
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
  const std::function<void(PageFile)>& output_;
  std::set<std::string> stems_;
};

std::size_t preference(const Site& site, Kinds::Number kind) {
  if (kind == Kinds::none) return known_kinds.size() + 1;
  return static_cast<std::size_t>(
      std::ranges::find(known_kinds, site.kinds().all()[kind].iri, &KnownKind::iri) -
      known_kinds.begin());
}

} // namespace

std::vector<KindList> make_kind_lists(const Site& site, const std::string& site_name,
                                      const std::function<void(PageFile)>& output) {
  std::map<Kinds::Number, std::vector<std::size_t>> by_kind;
  for (PageNumber page = 0; page < site.pages().size(); ++page) {
    const std::size_t subject = site.pages().first_subject(page);
    by_kind[site.kinds().of(subject)].push_back(subject);
  }
  std::vector<Kinds::Number> order;
  order.reserve(by_kind.size());
  for (const auto& [kind, subjects] : by_kind) order.push_back(kind);
  std::ranges::stable_sort(order, {}, [&](Kinds::Number kind) {
    return std::pair(preference(site, kind), -static_cast<std::int64_t>(by_kind[kind].size()));
  });
  ListMaker maker(site, site_name, output);
  std::vector<KindList> lists;
  lists.reserve(order.size());
  for (const Kinds::Number kind : order)
    lists.push_back(maker.make(kind, std::move(by_kind[kind])));
  return lists;
}

} // namespace tela::publish
