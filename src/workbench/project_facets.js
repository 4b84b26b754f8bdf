// By what projects are chosen, and the queries for it. A value is an IRI, a year, or a band of money.

const tela = "https://w3id.org/tela/ontology#";
const schema = "https://schema.org/";
const mostValues = 300;

// Bands of budgets in US dollars, each up to the next; what has no budget in dollars is in none.
const bands = [0, 50_000, 100_000, 200_000, 500_000, 1_000_000];
const highest = 1e15;

const amount = `?project <${tela}budget> ?money . ?money <${schema}currency> "USD" ; <${schema}value> ?amount`;

function thing(property) {
  return {
    values: `?project <${tela}${property}> ?value FILTER(isIRI(?value))`,
    chosen: (value) => `?project <${tela}${property}> <${value}> .`,
  };
}

const band = {
  values: `${amount} . VALUES (?value ?end) { ${bands.map((low, at) => `(${low} ${bands[at + 1] ?? highest})`).join(" ")} }
  FILTER(?amount >= ?value && ?amount < ?end)`,
  chosen: (value) => {
    const low = Number(value);
    return `{ SELECT DISTINCT ?project { ${amount} FILTER(?amount >= ${low} && ?amount < ${bands[bands.indexOf(low) + 1] ?? highest}) } }`;
  },
};

const year = {
  values: `?project <${tela}startYear> ?value`,
  chosen: (value) => `?project <${tela}startYear> ${Number(value)} .`,
};

/** Name → how its values are found, and how one of them chooses. */
export const facets = {
  theme: thing("theme"),
  status: thing("status"),
  region: thing("region"),
  beneficiary: thing("beneficiary"),
  coverage: thing("coverage"),
  start: year,
  budget: band,
};

// What would end the <…> of the query, or is no number where one is needed, chooses nothing.
const isSafe = (name, value) =>
  name === "start" || name === "budget"
    ? /^\d{1,12}$/.test(value)
    : /^https?:[^<>"{}|^`\\\u0000-\u0020]*$/.test(value);

/** The choices of an address that are ones. */
export const safeChoices = (choices) =>
  Object.fromEntries(
    Object.entries(choices).filter(([name, value]) => name in facets && isSafe(name, value)),
  );

const conditions = (choices, without) =>
  Object.entries(choices)
    .filter(([name]) => name !== without)
    .map(([name, value]) => facets[name].chosen(value))
    .join("\n  ");

/** The values of a facet with their numbers of projects, given the other choices. */
export function valuesQuery(name, choices) {
  return `SELECT ?value (COUNT(DISTINCT ?project) AS ?n) {
  ?project a <${tela}Project> .
  ${conditions(choices, name)}
  ${facets[name].values}
} GROUP BY ?value ORDER BY DESC(?n) ?value LIMIT ${mostValues}`;
}

/** The projects that fit all choices. */
export function projectsQuery(choices) {
  return `SELECT DISTINCT ?project ?start ?end ?amount {
  ?project a <${tela}Project> .
  ${conditions(choices)}
  OPTIONAL { ?project <${tela}startYear> ?start }
  OPTIONAL { ?project <${tela}endYear> ?end }
  OPTIONAL { ${amount} }
} ORDER BY DESC(?start) DESC(?end) ?project`;
}

/** How many of them each state has. */
export function statesQuery(choices) {
  return `SELECT ?state (COUNT(DISTINCT ?project) AS ?projects) {
  ?project a <${tela}Project> ; <${tela}beneficiary> ?state .
  ${conditions(choices)}
} GROUP BY ?state ORDER BY DESC(?projects)`;
}

/** The ends of a band of money, the upper one undefined for the last. */
export const bandEnds = (value) => [Number(value), bands[bands.indexOf(Number(value)) + 1]];
