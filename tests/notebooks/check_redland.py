#!/usr/bin/env python3
"""Opens a store by rdfproc and by Python's and Perl's modules of Redland, as README's tour shows; without one of them, that part is left out.

usage: check_redland.py TELA STORE MODULE_DIR
Skipped (status 77) where the module has not been built (without sanitizers, as those programs are), or none of the three is there.
"""
import os
import pathlib
import shutil
import subprocess
import sys

tela, store, modules = sys.argv[1:]
if not pathlib.Path(modules, "librdf_storage_tela.so").exists():
    print(f"skipped: no module in {modules}")
    sys.exit(77)
QUERY = ("SELECT ?p WHERE { ?p <https://w3id.org/tela/ontology#beneficiary> <https://w3id.org/tela/state/HN> }")
PYTHON = f"""
import RDF
model = RDF.Model(RDF.Storage(storage_name="tela", name="{store}", options_string=""))
print(model.size(), len([row["p"] for row in RDF.Query("{QUERY}", query_language="sparql").execute(model)]))
"""
PERL = f"""
use RDF::Redland;
my $model = new RDF::Redland::Model(new RDF::Redland::Storage("tela", "{store}", ""), "");
my $result = $model->query_execute(new RDF::Redland::Query('{QUERY}', undef, undef, "sparql"));
my $count = 0;
while (!$result->finished) {{ $count++; $result->next_result }}
print $model->size, " ", $count, "\\n";
"""
environment = {**os.environ, "REDLAND_MODULE_PATH": modules}


def output(*command, text=""):
    run = subprocess.run(command, input=text, capture_output=True, text=True, env=environment)
    assert run.returncode == 0, (command, run.stderr)
    return (run.stdout + run.stderr).strip()


rows = output(tela, "query", "-s", store, "-f", "csv", "-e", QUERY).splitlines()[1:]
statements = output(tela, "query", "-s", store, "-f", "csv", "-e",
                    "SELECT (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } }").splitlines()[1]
tried = 0
if shutil.which("rdfproc"):
    assert f" {statements} triples" in output("rdfproc", "-s", "tela", store, "size")
    tried += 1
if pathlib.Path("/usr/lib/python3/dist-packages/RDF.py").exists():
    size, found = output("/usr/bin/python3", "-", text=PYTHON).split()
    assert size == statements and int(found) >= len(rows) > 0, (size, found)
    tried += 1
if shutil.which("perl") and subprocess.run(["perl", "-MRDF::Redland", "-e1"], capture_output=True).returncode == 0:
    size, found = output("perl", "-", text=PERL).split()
    assert size == statements and int(found) >= len(rows) > 0, (size, found)
    tried += 1
print(f"{tried} of 3 read {statements} statements")
sys.exit(0 if tried else 77)
