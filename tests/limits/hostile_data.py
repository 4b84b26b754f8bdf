"""Data and queries that would keep an engine busy for hours, for check_limits.py."""

NODES = 3_000
PREFIX = "PREFIX : <http://e.example/> "


def triples():
    """A graph full of cycles, with labels that make regular expressions and sorts work."""
    for i in range(NODES):
        node = f"<http://e.example/n{i}>"
        for step in (1, 7, 61, 367):
            yield f"{node} <http://e.example/p> <http://e.example/n{(i * 3 + step) % NODES}> .\n"
        yield f"{node} <http://e.example/q> <http://e.example/n{(i + 1) % NODES}> .\n"
        yield f'{node} <http://e.example/label> "{"a" * 40} number {i * 7919 % NODES} of many" .\n'
        yield f'{node} <http://e.example/size> "{i * 31 % 977}"^^<http://www.w3.org/2001/XMLSchema#integer> .\n'


# Each runs far beyond any limit of the test. In the order of the issue: what hurts and where.
SELECT = {
    "cross product, streamed": "SELECT * { ?a :p ?b . ?c :p ?d . ?e :p ?f }",
    "cross product, counted": "SELECT (COUNT(*) AS ?n) { ?a :p ?b . ?c :p ?d . ?e :p ?f . FILTER(?b != ?d) }",
    "cross product, nothing passes": "SELECT * { ?a :size ?x . ?b :size ?y . ?c :size ?z FILTER(?x + ?y + ?z < 0) }",
    "long walks": "SELECT (SUM(?s) AS ?n) { " + " ".join(
        f"?w{i} :p ?w{i + 1} ." for i in range(12)) + " ?w12 :size ?s FILTER(?w0 != ?w12) }",
    "path between all": "SELECT (COUNT(*) AS ?n) { ?a :p+ ?b . ?b :q* ?c }",
    "path inside a path": "SELECT * { ?a ((:p/:q)*/^:p)+ ?b . ?b (:p|:q)* ?c FILTER(?a = ?c && ?b = ?c && ?a != ?c) }",
    "negated path": "SELECT (COUNT(*) AS ?n) { ?a !(:size|^:p)+ ?b . ?b (^:q|:p)+ ?c }",
    "regular expression": 'SELECT (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y FILTER(REGEX(CONCAT(?x, ?y), "(a*)*b|(a|aa)+$|x.*y.*z")) }',
    "regular expression of the data": 'SELECT (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y FILTER(REGEX(?x, ?y)) }',
    "replacement": 'SELECT (SUM(STRLEN(REPLACE(CONCAT(?x, ?y), "(a+)+", "b$1c"))) AS ?n) { ?a :label ?x . ?b :label ?y }',
    "many groups": "SELECT ?a ?c (COUNT(*) AS ?n) { ?a :p ?b . ?c :p ?d } GROUP BY ?a ?c ?b ORDER BY ?n",
    "groups of computed text": "SELECT ?k (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y BIND(CONCAT(?x, ?y) AS ?k) } GROUP BY ?k",
    "order by much": "SELECT ?a ?c { ?a :p ?b . ?c :p ?d } ORDER BY ?d ?b ?c",
    "order by text": "SELECT ?x { ?a :label ?x . ?b :label ?y } ORDER BY CONCAT(?y, ?x)",
    "distinct": "SELECT DISTINCT ?a ?d ?e { ?a :p ?b . ?c :q ?d . ?e :q ?f }",
    "distinct of computed text": "SELECT DISTINCT ?k { ?a :label ?x . ?b :label ?y BIND(CONCAT(?x, ?y) AS ?k) }",
    "concatenation": "SELECT (GROUP_CONCAT(?x) AS ?all) { ?a :label ?x . ?b :p ?c . ?d :q ?e }",
    "nested queries": "SELECT (COUNT(*) AS ?n) { { SELECT ?a (COUNT(*) AS ?k) { ?a :p ?b . ?c :p ?d } GROUP BY ?a } { SELECT ?e { ?e :p ?f . ?g :p ?h } } { SELECT DISTINCT ?i { ?i :p ?j . ?k2 :p ?l } } }",
    "optional": "SELECT (SUM(?z) AS ?n) { ?a :size ?x OPTIONAL { ?b :size ?y FILTER(?x > ?y) OPTIONAL { ?c :size ?z FILTER(?z > ?y + ?x) } } }",
    "minus": "SELECT (SUM(?x * ?y + ?z) AS ?n) { ?a :size ?x . ?b :size ?y . ?c :size ?z MINUS { ?a :p ?d . ?b :p ?e . ?d :q ?e } }",
    "exists": "SELECT (COUNT(*) AS ?n) { ?a :p ?b . ?c :p ?d FILTER NOT EXISTS { ?b :q+ ?e . ?d :q+ ?e . ?e :size ?s FILTER(?s > 2000) } }",
    "union": "SELECT (COUNT(*) AS ?n) { { ?a :p ?b } UNION { ?a :q ?b } { ?c :p ?d } UNION { ?c :q ?d } { ?e :p ?f } UNION { ?f :q ?e } "
             "FILTER(?b != ?d || ?d != ?f) }",
    "doubling text": "SELECT ?k7 { ?a :label ?x " + " ".join(
        f"BIND(CONCAT({v}, {v}, {v}, {v}, {v}, {v}, {v}, {v}, {v}, {v}) AS ?k{i})"
        for i, v in enumerate(["?x"] + [f"?k{n}" for n in range(7)])) + " }",
    "blank nodes": "SELECT ?k { ?a :p ?b . ?c :p ?d BIND(BNODE(CONCAT(STR(?a), STR(?c))) AS ?k) } ORDER BY ?k",
    "list of computed texts": "SELECT (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y FILTER(CONCAT(?x, ?y) IN (" + ", ".join(
        f"'text {i}'" for i in range(3000)) + ")) }",
    "large pattern": "SELECT (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y FILTER(REGEX(CONCAT(?x, ?y), '(a|b)*a(a|[b-z ]){1400}" + "[^x]" * 400 + "')) }",
    "back reference": 'SELECT (COUNT(*) AS ?n) { ?a :label ?x . ?b :label ?y FILTER(!REGEX(CONCAT(?x, ?y), "(a+)n.*\\\\1 never")) }',
    "growing replacement": "SELECT (SUM(STRLEN(?k)) AS ?n) { ?a :label ?x . ?b :label ?y BIND(" + "REPLACE(" * 7 + "CONCAT(?x, ?y)" + ", '.', '$0$0$0$0')" * 7 + " AS ?k) }",
    # Joined on its values, each further variable makes three times as many rows: 3,000 * 3^24.
    "equal numbers": "SELECT (COUNT(*) AS ?n) { " + " ".join(f"?a{i} :size ?x{i} ." for i in range(25)) + " FILTER("
    + " && ".join(f"?x{i} = ?x{i + 1}" for i in range(24)) + ") }",
    "minus of unions": "SELECT (SUM(?x) AS ?n) { { ?a :size ?x } UNION { ?b :size ?y } { ?c :size ?z } MINUS { { ?a :p ?d } UNION { ?b :p ?e } { ?f :p ?g } } }",
    "values": "SELECT (COUNT(*) AS ?n) { VALUES ?x { " + "1 2 3 4 5 6 7 8 9 " * 300 + "} VALUES ?y { " + "1 2 3 4 5 6 7 8 9 " * 300 + "} VALUES ?z { " + "1 2 3 4 5 6 7 8 9 " * 300 + "} FILTER(?x * ?y < ?z) }",
}

GRAPH = {
    "construct": "CONSTRUCT { ?a :r ?d . ?c :s ?e } { ?a :p ?b . ?c :p ?d . ?e :p ?f }",
    "construct with blank nodes": "CONSTRUCT { [] :r ?a , ?c } { ?a :p ?b . ?c :p ?d }",
    "describe": "DESCRIBE ?a { ?a :p ?b . ?c :p ?d . ?e :p ?f }",
}

ASK = {"ask": "ASK { ?a :size ?x . ?b :size ?y . ?c :size ?z FILTER(?x + ?y + ?z < 0) }"}

# What must hold its memory: the limit is met before the time is up.
HUNGRY = ("many groups", "groups of computed text", "order by much", "order by text", "distinct",
          "distinct of computed text", "concatenation", "doubling text", "blank nodes")
