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
inline constexpr std::string_view planned_budget = "https://w3id.org/tela/ontology#PlannedBudget";
inline constexpr std::string_view transactions = "https://w3id.org/tela/ontology#Transactions";
inline constexpr std::string_view share = "https://w3id.org/tela/ontology#Share";
inline constexpr std::string_view sector = "https://w3id.org/tela/ontology#Sector";
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
inline constexpr std::string_view international_organisation =
    "https://w3id.org/tela/ontology#InternationalOrganisation";
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
inline constexpr std::string_view iati_identifier = "https://w3id.org/tela/ontology#iatiIdentifier";
inline constexpr std::string_view reporting_organisation =
    "https://w3id.org/tela/ontology#reportingOrganisation";
inline constexpr std::string_view funding_organisation =
    "https://w3id.org/tela/ontology#fundingOrganisation";
inline constexpr std::string_view accountable_organisation =
    "https://w3id.org/tela/ontology#accountableOrganisation";
inline constexpr std::string_view extending_organisation =
    "https://w3id.org/tela/ontology#extendingOrganisation";
inline constexpr std::string_view implementing_organisation =
    "https://w3id.org/tela/ontology#implementingOrganisation";
inline constexpr std::string_view organisation_type =
    "https://w3id.org/tela/ontology#organisationType";
inline constexpr std::string_view sector = "https://w3id.org/tela/ontology#sector";
inline constexpr std::string_view share = "https://w3id.org/tela/ontology#share";
inline constexpr std::string_view share_of = "https://w3id.org/tela/ontology#shareOf";
inline constexpr std::string_view percentage = "https://w3id.org/tela/ontology#percentage";
inline constexpr std::string_view planned_start = "https://w3id.org/tela/ontology#plannedStart";
inline constexpr std::string_view actual_start = "https://w3id.org/tela/ontology#actualStart";
inline constexpr std::string_view planned_end = "https://w3id.org/tela/ontology#plannedEnd";
inline constexpr std::string_view actual_end = "https://w3id.org/tela/ontology#actualEnd";
inline constexpr std::string_view planned_budget = "https://w3id.org/tela/ontology#plannedBudget";
inline constexpr std::string_view budget_type = "https://w3id.org/tela/ontology#budgetType";
inline constexpr std::string_view budget_status = "https://w3id.org/tela/ontology#budgetStatus";
inline constexpr std::string_view transactions = "https://w3id.org/tela/ontology#transactions";
inline constexpr std::string_view transaction_type =
    "https://w3id.org/tela/ontology#transactionType";
inline constexpr std::string_view transaction_year =
    "https://w3id.org/tela/ontology#transactionYear";
inline constexpr std::string_view transaction_date =
    "https://w3id.org/tela/ontology#transactionDate";
inline constexpr std::string_view transaction_count =
    "https://w3id.org/tela/ontology#transactionCount";
inline constexpr std::string_view result_title = "https://w3id.org/tela/ontology#resultTitle";
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
inline constexpr std::string_view process_text = "https://w3id.org/tela/ontology#processText";
inline constexpr std::string_view edition = "https://w3id.org/tela/ontology#edition";
inline constexpr std::string_view date_text = "https://w3id.org/tela/ontology#dateText";
inline constexpr std::string_view reports_on = "https://w3id.org/tela/ontology#reportsOn";
inline constexpr std::string_view acronym = "https://w3id.org/tela/ontology#acronym";
inline constexpr std::string_view former_name = "https://w3id.org/tela/ontology#formerName";
inline constexpr std::string_view basis = "https://w3id.org/tela/ontology#basis";
inline constexpr std::string_view rule = "https://w3id.org/tela/ontology#rule";
inline constexpr std::string_view score = "https://w3id.org/tela/ontology#score";
inline constexpr std::string_view read_from = "https://w3id.org/tela/ontology#readFrom";
inline constexpr std::string_view captured = "https://w3id.org/tela/ontology#captured";
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
inline constexpr std::string_view planned_status = "https://w3id.org/tela/ontology#plannedStatus";
inline constexpr std::string_view cancelled_status =
    "https://w3id.org/tela/ontology#cancelledStatus";
inline constexpr std::string_view suspended_status =
    "https://w3id.org/tela/ontology#suspendedStatus";
inline constexpr std::string_view national_coverage =
    "https://w3id.org/tela/ontology#nationalCoverage";
inline constexpr std::string_view regional_coverage =
    "https://w3id.org/tela/ontology#regionalCoverage";
inline constexpr std::string_view multi_regional_coverage =
    "https://w3id.org/tela/ontology#multiRegionalCoverage";
inline constexpr std::string_view global_coverage = "https://w3id.org/tela/ontology#globalCoverage";
inline constexpr std::string_view original_budget = "https://w3id.org/tela/ontology#originalBudget";
inline constexpr std::string_view revised_budget = "https://w3id.org/tela/ontology#revisedBudget";
inline constexpr std::string_view indicative_budget =
    "https://w3id.org/tela/ontology#indicativeBudget";
inline constexpr std::string_view committed_budget =
    "https://w3id.org/tela/ontology#committedBudget";
inline constexpr std::string_view incoming_funds = "https://w3id.org/tela/ontology#incomingFunds";
inline constexpr std::string_view outgoing_commitment =
    "https://w3id.org/tela/ontology#outgoingCommitment";
inline constexpr std::string_view disbursement = "https://w3id.org/tela/ontology#disbursement";
inline constexpr std::string_view expenditure = "https://w3id.org/tela/ontology#expenditure";
inline constexpr std::string_view interest_payment =
    "https://w3id.org/tela/ontology#interestPayment";
inline constexpr std::string_view loan_repayment = "https://w3id.org/tela/ontology#loanRepayment";
inline constexpr std::string_view reimbursement = "https://w3id.org/tela/ontology#reimbursement";
inline constexpr std::string_view purchase_of_equity =
    "https://w3id.org/tela/ontology#purchaseOfEquity";
inline constexpr std::string_view sale_of_equity = "https://w3id.org/tela/ontology#saleOfEquity";
inline constexpr std::string_view credit_guarantee =
    "https://w3id.org/tela/ontology#creditGuarantee";
inline constexpr std::string_view incoming_commitment =
    "https://w3id.org/tela/ontology#incomingCommitment";
inline constexpr std::string_view outgoing_pledge = "https://w3id.org/tela/ontology#outgoingPledge";
inline constexpr std::string_view incoming_pledge = "https://w3id.org/tela/ontology#incomingPledge";
inline constexpr std::string_view government = "https://w3id.org/tela/ontology#government";
inline constexpr std::string_view local_government =
    "https://w3id.org/tela/ontology#localGovernment";
inline constexpr std::string_view other_public_sector =
    "https://w3id.org/tela/ontology#otherPublicSector";
inline constexpr std::string_view international_ngo =
    "https://w3id.org/tela/ontology#internationalNgo";
inline constexpr std::string_view national_ngo = "https://w3id.org/tela/ontology#nationalNgo";
inline constexpr std::string_view regional_ngo = "https://w3id.org/tela/ontology#regionalNgo";
inline constexpr std::string_view partner_country_ngo =
    "https://w3id.org/tela/ontology#partnerCountryNgo";
inline constexpr std::string_view public_private_partnership =
    "https://w3id.org/tela/ontology#publicPrivatePartnership";
inline constexpr std::string_view multilateral = "https://w3id.org/tela/ontology#multilateral";
inline constexpr std::string_view foundation = "https://w3id.org/tela/ontology#foundation";
inline constexpr std::string_view private_sector = "https://w3id.org/tela/ontology#privateSector";
inline constexpr std::string_view private_sector_in_provider_country =
    "https://w3id.org/tela/ontology#privateSectorInProviderCountry";
inline constexpr std::string_view private_sector_in_recipient_country =
    "https://w3id.org/tela/ontology#privateSectorInRecipientCountry";
inline constexpr std::string_view private_sector_in_third_country =
    "https://w3id.org/tela/ontology#privateSectorInThirdCountry";
inline constexpr std::string_view academic_organisation =
    "https://w3id.org/tela/ontology#academicOrganisation";
inline constexpr std::string_view other_organisation =
    "https://w3id.org/tela/ontology#otherOrganisation";
inline constexpr std::string_view theme_scheme = "https://w3id.org/tela/ontology#ThemeScheme";
inline constexpr std::string_view member_role = "https://w3id.org/tela/ontology#memberRole";
inline constexpr std::string_view observer_role = "https://w3id.org/tela/ontology#observerRole";
inline constexpr std::string_view friend_role = "https://w3id.org/tela/ontology#friendRole";
inline constexpr std::string_view associate_role = "https://w3id.org/tela/ontology#associateRole";
inline constexpr std::string_view former_role = "https://w3id.org/tela/ontology#formerRole";
inline constexpr std::string_view chair_role = "https://w3id.org/tela/ontology#chairRole";
inline constexpr std::string_view seen_on_page = "https://w3id.org/tela/ontology#seenOnPage";
inline constexpr std::string_view incomplete_on_page =
    "https://w3id.org/tela/ontology#incompleteOnPage";
inline constexpr std::string_view partly_seen_on_page =
    "https://w3id.org/tela/ontology#partlySeenOnPage";
inline constexpr std::string_view inferred = "https://w3id.org/tela/ontology#inferred";
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
inline constexpr std::string_view shared_participants =
    "https://w3id.org/tela/ontology#sharedParticipants";
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
