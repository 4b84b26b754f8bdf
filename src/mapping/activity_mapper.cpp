#include "mapping/activity_mapper.h"

#include "base/require.h"
#include "iris/iri_text.h"
#include "mapping/record_text.h"
#include "rdf/decimal.h"
#include "rdf/namespaces.h"
#include "records/iati_codes.h"
#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace tela::mapping {

namespace {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

/// The entry for the codes "1", "2", … of an IATI list; empty for other codes.
template<std::size_t N>
std::string_view numbered(const std::array<std::string_view, N>& entries, std::string_view code) {
  std::size_t number = 0;
  for (const char c : code) {
    if (c < '0' || c > '9' || number > N) return {};
    number = 10 * number + static_cast<std::size_t>(c - '0');
  }
  return number >= 1 && number <= N ? entries[number - 1] : std::string_view();
}

constexpr std::array role_properties{funding_organisation, accountable_organisation,
                                     extending_organisation, implementing_organisation};
constexpr std::array date_properties{planned_start, actual_start, planned_end, actual_end};
constexpr std::array budget_types{original_budget, revised_budget};
constexpr std::array budget_statuses{indicative_budget, committed_budget};
constexpr std::array transaction_types{
    incoming_funds,      outgoing_commitment, disbursement,       expenditure,    interest_payment,
    loan_repayment,      reimbursement,       purchase_of_equity, sale_of_equity, credit_guarantee,
    incoming_commitment, outgoing_pledge,     incoming_pledge};

/// By the codes of IATI's OrganisationType.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> organisation_types{{
    {"10", government},
    {"11", local_government},
    {"15", other_public_sector},
    {"21", international_ngo},
    {"22", national_ngo},
    {"23", regional_ngo},
    {"24", partner_country_ngo},
    {"30", public_private_partnership},
    {"40", multilateral},
    {"60", foundation},
    {"70", private_sector},
    {"71", private_sector_in_provider_country},
    {"72", private_sector_in_recipient_country},
    {"73", private_sector_in_third_country},
    {"80", academic_organisation},
    {"90", other_organisation},
}};

std::string_view type_of_organisation(std::string_view code) {
  for (const auto& [known, iri] : organisation_types)
    if (known == code) return iri;
  return {};
}

/// One activity on its way into its record's graph.
class ActivityMapper {
 public:
  ActivityMapper(const records::Record& record, std::string_view project, const Names& names,
                 rdf::GraphWriter& out)
      : record_(record), activity_(*record.project()->activity), project_(project), names_(names),
        out_(out) {}

  void map() {
    map_texts();
    for (const auto& organisation : activity_.organisations) map_organisation(organisation);
    for (const auto& country : activity_.countries) map_share(country, names_.state(country.code));
    for (const auto& area : activity_.regions) map_region(area);
    for (const auto& field : activity_.sectors) map_sector(field);
    for (const auto& [type, date] : activity_.dates)
      if (const auto property = numbered(date_properties, type); !property.empty())
        map_day(project_, date.value, property, out_);
    for (const auto& planned : activity_.budgets) map_planned_budget(planned);
    for (std::size_t i = 0; i < activity_.transactions.size(); ++i)
      map_transactions(activity_.transactions[i], i);
    for (const auto& related : activity_.related) map_related(related);
  }

 private:
  void map_texts() {
    for (const auto& [language, title] : activity_.titles) {
      out_.text(project_, rdf::rdfs_label, title.value, language_or_own(language));
      out_.text(project_, dcterms::title, title.value, language_or_own(language));
    }
    for (const auto& [language, text] : activity_.descriptions)
      out_.text(project_, dcterms::description, text.value, language_or_own(language));
    for (const auto& [language, result] : activity_.results)
      out_.text(project_, result_title, result.value, language_or_own(language));
  }

  [[nodiscard]] std::string_view language_or_own(std::string_view language) const {
    return language.empty() ? std::string_view(record_.language) : language;
  }

  // One that has an identifier is known by it; others by their name within the project.
  void map_organisation(const records::ActivityOrganisation& organisation) {
    if (organisation.ref.empty() && organisation.name.empty()) return;
    const std::string iri = organisation.ref.empty()
                                ? names_.partner(iris::last_part(project_), organisation.name.value)
                                : names_.registered_organisation(organisation.ref);
    out_.type(iri, classes::organisation);
    const bool has_name = !organisation.name.empty();
    out_.text(iri, rdf::rdfs_label, has_name ? organisation.name.value : organisation.ref,
              has_name ? record_.language : "");
    if (!organisation.ref.empty()) out_.text(iri, dcterms::identifier, organisation.ref);
    link_concept(iri, organisation_type, type_of_organisation(organisation.type));
    if (organisation.role == "reporting") return out_.link(project_, reporting_organisation, iri);
    out_.link(project_, partner, iri);
    if (const auto role = numbered(role_properties, organisation.role); !role.empty())
      out_.link(project_, role, iri);
  }

  void map_region(const records::CodedShare& area) {
    const auto m49 = records::m49_of_region(area.code, area.vocabulary);
    if (!m49.empty()) {
      const std::string iri = names_.region(m49);
      out_.link(project_, region, iri);
      map_share(area, iri);
    } else if (const auto& text = area.name.empty() ? area.code : area.name.value; !text.empty()) {
      out_.text(project_, region_text, text, area.name.empty() ? "" : record_.language);
    }
  }

  void map_sector(const records::CodedShare& field) {
    const std::string iri = names_.sector(field.vocabulary, field.code, publisher());
    out_.link(project_, sector, iri);
    out_.type(iri, classes::sector);
    out_.text(iri, dcterms::identifier, field.code);
    if (!field.name.empty()) out_.text(iri, rdf::rdfs_label, field.name.value, record_.language);
    map_share(field, iri);
  }

  [[nodiscard]] std::string_view publisher() const {
    for (const auto& organisation : activity_.organisations)
      if (organisation.role == "reporting") return organisation.ref;
    return {};
  }

  void map_share(const records::CodedShare& part, std::string_view whole) {
    if (part.percentage.empty()) return;
    const std::string node = below("share", {part.vocabulary, part.code, part.percentage});
    out_.link(project_, share, node);
    out_.type(node, classes::share);
    out_.link(node, share_of, whole);
    map_number(node, percentage, part.percentage, out_);
  }

  void map_planned_budget(const records::ActivityBudget& planned) {
    const auto& [type, status, start, end, money] = planned;
    const std::string node =
        below("planned", {type, status, start, end, money.amount, money.currency});
    out_.link(project_, planned_budget, node);
    out_.type(node, classes::planned_budget);
    out_.type(node, classes::budget);
    map_money(node, money, out_);
    map_day(node, start, schema::start_date, out_);
    map_day(node, end, schema::end_date, out_);
    link_concept(node, budget_type, numbered(budget_types, type));
    link_concept(node, budget_status, numbered(budget_statuses, status));
  }

  // Single ones may be alike in everything: their place tells them apart.
  void map_transactions(const records::Transactions& sum, std::size_t place) {
    const bool single = !sum.date.empty();
    const std::string node =
        below("transactions", {sum.type, single ? sum.date : sum.year, sum.money.amount,
                               sum.money.currency, single ? std::to_string(place + 1) : ""});
    out_.link(project_, transactions, node);
    out_.type(node, classes::transactions);
    map_money(node, sum.money, out_);
    link_concept(node, transaction_type, numbered(transaction_types, sum.type));
    map_year(node, sum.year, transaction_year, out_);
    map_day(node, sum.date, transaction_date, out_);
    out_.integer(node, transaction_count, static_cast<std::int64_t>(sum.count));
  }

  void link_concept(std::string_view node, std::string_view property, std::string_view iri) {
    if (!iri.empty()) out_.link(node, property, iri);
  }

  void map_related(const records::RelatedActivity& related) {
    constexpr std::array properties{dcterms::is_part_of, dcterms::has_part};
    const auto property = numbered(properties, related.type);
    out_.link(project_, property.empty() ? dcterms::relation : property,
              names_.activity(related.identifier));
  }

  /// A node of the project: {project}#kind-part-part, empty parts left out.
  [[nodiscard]] std::string below(std::string_view kind,
                                  std::initializer_list<std::string_view> parts) const {
    std::string iri(project_);
    (iri += '#') += kind;
    for (const std::string_view part : parts)
      if (!part.empty()) (iri += '-') += iris::iri_segment(part);
    return iri;
  }

  const records::Record& record_;
  const records::Activity& activity_;
  std::string_view project_;
  const Names& names_;
  rdf::GraphWriter& out_;
};

} // namespace

void map_activity(const records::Record& record, std::string_view project, const Names& names,
                  rdf::GraphWriter& out) {
  base::require(record.project() != nullptr && record.project()->activity,
                "record.project()->activity");
  ActivityMapper(record, project, names, out).map();
}

} // namespace tela::mapping
