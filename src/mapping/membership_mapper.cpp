#include "mapping/membership_mapper.h"

#include "vocabulary/reused.h"
#include "vocabulary/tela.h"

namespace tela::mapping {

using namespace vocabulary; // NOLINT(google-build-using-namespace): its names are terms

void map_membership(const MembershipNode& membership, rdf::GraphWriter& out) {
  out.type(membership.node, classes::membership);
  out.link(membership.node, org::organization, membership.body);
  out.link(membership.node, org::member, membership.member);
  out.link(membership.node, org::role, membership.role);
  if (!membership.basis.empty()) out.link(membership.node, basis, membership.basis);
}

} // namespace tela::mapping
