// Reads what src/export writes with graphology and cytoscape.js: read_back.js EXPORT_DRIVER.
// Exits 77 (skipped) with a line that says so when they are not installed.
const {execFileSync} = require('child_process');
const fs = require('fs');
const os = require('os');
const path = require('path');

let graphology, graphml, gexf, cytoscape;
try {
  graphology = require('graphology');
  graphml = require('graphology-graphml');
  gexf = require('graphology-gexf');
  cytoscape = require('cytoscape');
} catch (missing) {
  console.log('skipped: ' + missing.message.split('\n')[0] +
              '; npm install graphology graphology-graphml graphology-gexf cytoscape');
  process.exit(77);
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tela-'));
const faults = [];

function check(what, ours, theirs) {
  if (ours !== theirs) faults.push(`${what}: ${ours} came back as ${theirs}`);
}

function readGraphology(name, parsed, nodes, links) {
  check(`${name} nodes`, nodes.size, parsed.order);
  check(`${name} edges`, links.size, parsed.size);
  for (const [id, node] of nodes) {
    const read = parsed.getNodeAttributes(id);
    check(`${name} ${id} label`, node.label, read.label);
    check(`${name} ${id} score`, node.score, read.score);
    check(`${name} ${id} member`, node.member, read.member);
  }
  for (const [id, link] of links) {
    const read = parsed.getEdgeAttributes(id);
    check(`${name} ${id} weight`, link.weight, read.weight);
    check(`${name} ${id} derived`, link.derived, read.derived);
    check(`${name} ${id} source`, link.source, parsed.source(id));
  }
}

try {
  execFileSync(process.argv[2], [folder], {stdio: ['ignore', 'ignore', 'ignore']});
  const read = name => fs.readFileSync(path.join(folder, name), 'utf8');
  const expected = JSON.parse(read('g.json'));
  const nodes = new Map(expected.nodes.map(node => [node.id, node]));
  const links = new Map(expected.links.map(link => [link.key, link]));
  readGraphology('graphml', graphml.parse(graphology, read('g.graphml')), nodes, links);
  readGraphology('gexf', gexf.parse(graphology, read('g.gexf')), nodes, links);

  const {elements} = JSON.parse(read('g.cyjs'));
  const drawn = cytoscape({elements, headless: true});
  check('cytoscape.js nodes', nodes.size, drawn.nodes().length);
  check('cytoscape.js edges', links.size, drawn.edges().length);
  drawn.nodes().forEach(node => check(`cytoscape.js ${node.id()}`, nodes.get(node.id()).score, node.data('score')));
  drawn.edges().forEach(edge => check(`cytoscape.js ${edge.id()}`, links.get(edge.id()).weight, edge.data('weight')));
} finally {
  fs.rmSync(folder, {recursive: true});
}
console.log(faults.slice(0, 40).join('\n') || 'graphology and cytoscape.js read everything');
process.exit(faults.length ? 1 : 0);
