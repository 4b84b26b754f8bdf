#pragma once

#include <string_view>

/// Terms as constants. tests/vocabulary checks that each is defined in ontology/, labelled in three
/// languages, and used by the program.
namespace tela::vocabulary {

// Terms of ontology/tela.ttl.

namespace classes {
inline constexpr std::string_view project = "https://w3id.org/tela/ontology#Project";
inline constexpr std::string_view fund = "https://w3id.org/tela/ontology#Fund";
inline constexpr std::string_view budget = "https://w3id.org/tela/ontology#Budget";
inline constexpr std::string_view country = "https://w3id.org/tela/ontology#Country";
inline constexpr std::string_view state = "https://w3id.org/tela/ontology#State";
inline constexpr std::string_view territory = "https://w3id.org/tela/ontology#Territory";
inline constexpr std::string_view region = "https://w3id.org/tela/ontology#Region";
inline constexpr std::string_view process = "https://w3id.org/tela/ontology#Process";
inline constexpr std::string_view regional_consultative_process =
    "https://w3id.org/tela/ontology#RegionalConsultativeProcess";
inline constexpr std::string_view inter_regional_forum =
    "https://w3id.org/tela/ontology#InterRegionalForum";
inline constexpr std::string_view global_process = "https://w3id.org/tela/ontology#GlobalProcess";
inline constexpr std::string_view organisation = "https://w3id.org/tela/ontology#Organisation";
inline constexpr std::string_view regional_organisation =
    "https://w3id.org/tela/ontology#RegionalOrganisation";
inline constexpr std::string_view meeting = "https://w3id.org/tela/ontology#Meeting";
inline constexpr std::string_view membership = "https://w3id.org/tela/ontology#Membership";
inline constexpr std::string_view article = "https://w3id.org/tela/ontology#Article";
inline constexpr std::string_view mention = "https://w3id.org/tela/ontology#Mention";
inline constexpr std::string_view record = "https://w3id.org/tela/ontology#Record";
inline constexpr std::string_view tie = "https://w3id.org/tela/ontology#Tie";
} // namespace classes

// Properties
inline constexpr std::string_view beneficiary = "https://w3id.org/tela/ontology#beneficiary";
inline constexpr std::string_view other_beneficiary =
    "https://w3id.org/tela/ontology#otherBeneficiary";
inline constexpr std::string_view fund = "https://w3id.org/tela/ontology#fund";
inline constexpr std::string_view partner = "https://w3id.org/tela/ontology#partner";
inline constexpr std::string_view budget = "https://w3id.org/tela/ontology#budget";
inline constexpr std::string_view status = "https://w3id.org/tela/ontology#status";
inline constexpr std::string_view coverage = "https://w3id.org/tela/ontology#coverage";
inline constexpr std::string_view theme = "https://w3id.org/tela/ontology#theme";
inline constexpr std::string_view type_text = "https://w3id.org/tela/ontology#typeText";
inline constexpr std::string_view region = "https://w3id.org/tela/ontology#region";
inline constexpr std::string_view region_text = "https://w3id.org/tela/ontology#regionText";
inline constexpr std::string_view start_year = "https://w3id.org/tela/ontology#startYear";
inline constexpr std::string_view end_year = "https://w3id.org/tela/ontology#endYear";
inline constexpr std::string_view allocation_year = "https://w3id.org/tela/ontology#allocationYear";
inline constexpr std::string_view prima_id = "https://w3id.org/tela/ontology#primaId";
inline constexpr std::string_view dependency_of = "https://w3id.org/tela/ontology#dependencyOf";
inline constexpr std::string_view dependency_text = "https://w3id.org/tela/ontology#dependencyText";
inline constexpr std::string_view capital = "https://w3id.org/tela/ontology#capital";
inline constexpr std::string_view group = "https://w3id.org/tela/ontology#group";
inline constexpr std::string_view member_state = "https://w3id.org/tela/ontology#memberState";
inline constexpr std::string_view observer_state = "https://w3id.org/tela/ontology#observerState";
inline constexpr std::string_view observer_organisation =
    "https://w3id.org/tela/ontology#observerOrganisation";
inline constexpr std::string_view members_basis = "https://w3id.org/tela/ontology#membersBasis";
inline constexpr std::string_view founding_year = "https://w3id.org/tela/ontology#foundingYear";
inline constexpr std::string_view founding_place = "https://w3id.org/tela/ontology#foundingPlace";
inline constexpr std::string_view secretariat = "https://w3id.org/tela/ontology#secretariat";
inline constexpr std::string_view predecessor_text =
    "https://w3id.org/tela/ontology#predecessorText";
inline constexpr std::string_view chair_state = "https://w3id.org/tela/ontology#chairState";
inline constexpr std::string_view host_state = "https://w3id.org/tela/ontology#hostState";
inline constexpr std::string_view participant = "https://w3id.org/tela/ontology#participant";
inline constexpr std::string_view meeting_of = "https://w3id.org/tela/ontology#meetingOf";
inline constexpr std::string_view edition = "https://w3id.org/tela/ontology#edition";
inline constexpr std::string_view date_text = "https://w3id.org/tela/ontology#dateText";
inline constexpr std::string_view reports_on = "https://w3id.org/tela/ontology#reportsOn";
inline constexpr std::string_view acronym = "https://w3id.org/tela/ontology#acronym";
inline constexpr std::string_view former_name = "https://w3id.org/tela/ontology#formerName";
inline constexpr std::string_view basis = "https://w3id.org/tela/ontology#basis";
inline constexpr std::string_view rule = "https://w3id.org/tela/ontology#rule";
inline constexpr std::string_view score = "https://w3id.org/tela/ontology#score";
inline constexpr std::string_view read_from = "https://w3id.org/tela/ontology#readFrom";
inline constexpr std::string_view warning = "https://w3id.org/tela/ontology#warning";
inline constexpr std::string_view tied_to = "https://w3id.org/tela/ontology#tiedTo";
inline constexpr std::string_view party = "https://w3id.org/tela/ontology#party";
inline constexpr std::string_view tie_kind = "https://w3id.org/tela/ontology#tieKind";
inline constexpr std::string_view weight = "https://w3id.org/tela/ontology#weight";
inline constexpr std::string_view formula = "https://w3id.org/tela/ontology#formula";
inline constexpr std::string_view shared_count = "https://w3id.org/tela/ontology#sharedCount";

// Datatypes of notations
inline constexpr std::string_view iso3166_alpha2 = "https://w3id.org/tela/ontology#iso3166Alpha2";
inline constexpr std::string_view iso3166_alpha3 = "https://w3id.org/tela/ontology#iso3166Alpha3";
inline constexpr std::string_view m49 = "https://w3id.org/tela/ontology#m49";

// Schemes and concepts
inline constexpr std::string_view active_status = "https://w3id.org/tela/ontology#activeStatus";
inline constexpr std::string_view completed_status =
    "https://w3id.org/tela/ontology#completedStatus";
inline constexpr std::string_view national_coverage =
    "https://w3id.org/tela/ontology#nationalCoverage";
inline constexpr std::string_view regional_coverage =
    "https://w3id.org/tela/ontology#regionalCoverage";
inline constexpr std::string_view multi_regional_coverage =
    "https://w3id.org/tela/ontology#multiRegionalCoverage";
inline constexpr std::string_view global_coverage = "https://w3id.org/tela/ontology#globalCoverage";
inline constexpr std::string_view theme_scheme = "https://w3id.org/tela/ontology#ThemeScheme";
inline constexpr std::string_view member_role = "https://w3id.org/tela/ontology#memberRole";
inline constexpr std::string_view observer_role = "https://w3id.org/tela/ontology#observerRole";
inline constexpr std::string_view friend_role = "https://w3id.org/tela/ontology#friendRole";
inline constexpr std::string_view chair_role = "https://w3id.org/tela/ontology#chairRole";
inline constexpr std::string_view seen_on_page = "https://w3id.org/tela/ontology#seenOnPage";
inline constexpr std::string_view incomplete_on_page =
    "https://w3id.org/tela/ontology#incompleteOnPage";
inline constexpr std::string_view partly_seen_on_page =
    "https://w3id.org/tela/ontology#partlySeenOnPage";
inline constexpr std::string_view general_knowledge =
    "https://w3id.org/tela/ontology#generalKnowledge";
inline constexpr std::string_view least_developed = "https://w3id.org/tela/ontology#leastDeveloped";
inline constexpr std::string_view landlocked_developing =
    "https://w3id.org/tela/ontology#landlockedDeveloping";
inline constexpr std::string_view small_island_developing =
    "https://w3id.org/tela/ontology#smallIslandDeveloping";
inline constexpr std::string_view shared_projects = "https://w3id.org/tela/ontology#sharedProjects";
inline constexpr std::string_view shared_memberships =
    "https://w3id.org/tela/ontology#sharedMemberships";
inline constexpr std::string_view shared_meetings = "https://w3id.org/tela/ontology#sharedMeetings";
inline constexpr std::string_view shared_articles = "https://w3id.org/tela/ontology#sharedArticles";
inline constexpr std::string_view shared_members = "https://w3id.org/tela/ontology#sharedMembers";
inline constexpr std::string_view shared_partners = "https://w3id.org/tela/ontology#sharedPartners";
inline constexpr std::string_view shared_beneficiaries =
    "https://w3id.org/tela/ontology#sharedBeneficiaries";
inline constexpr std::string_view count_formula = "https://w3id.org/tela/ontology#countFormula";
inline constexpr std::string_view jaccard_formula = "https://w3id.org/tela/ontology#jaccardFormula";
inline constexpr std::string_view cosine_formula = "https://w3id.org/tela/ontology#cosineFormula";
inline constexpr std::string_view overlap_formula = "https://w3id.org/tela/ontology#overlapFormula";
inline constexpr std::string_view newman_formula = "https://w3id.org/tela/ontology#newmanFormula";
inline constexpr std::string_view hypergeometric_formula =
    "https://w3id.org/tela/ontology#hypergeometricFormula";

} // namespace tela::vocabulary
