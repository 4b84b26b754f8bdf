// Places for the nodes of a network: ties pull, nodes push each other off (Fruchterman and Reingold, 1991). The same
// network gets the same picture: nothing is drawn by lot.

const rounds = 220;
const apart = 90; // the length of a tie at rest
const reach = 4 * apart; // further apart nodes let each other be, so that parts without ties stay near

// New nodes stand around the one they came from, in a spiral, so that no two stand on one point.
function start(nodes, places) {
  let turn = 0;
  for (const node of nodes) {
    if (places.has(node.iri)) continue;
    const around = places.get(node.origin) ?? { x: 0, y: 0 };
    const angle = turn * 2.399963; // the golden angle
    const far = node.origin ? 30 + 9 * Math.sqrt(turn) : 0;
    places.set(node.iri, { x: around.x + far * Math.cos(angle), y: around.y + far * Math.sin(angle) });
    turn += 1;
  }
}

function pushApart(points, moves) {
  for (let i = 0; i < points.length; i += 1)
    for (let j = i + 1; j < points.length; j += 1) {
      const x = points[i].x - points[j].x || 0.01;
      const y = points[i].y - points[j].y || 0.01;
      const square = x * x + y * y;
      if (square > reach * reach) continue;
      const push = (apart * apart) / square;
      moves[i].x += x * push;
      moves[i].y += y * push;
      moves[j].x -= x * push;
      moves[j].y -= y * push;
    }
}

// The more ties a node has, the less each pulls: else what is tied to all would be one heap.
function pullTogether(points, ties, strengths, moves) {
  for (const [i, j] of ties) {
    const x = points[i].x - points[j].x;
    const y = points[i].y - points[j].y;
    const pull = (Math.hypot(x, y) / apart) * Math.min(strengths[i], strengths[j]);
    moves[i].x -= x * pull;
    moves[i].y -= y * pull;
    moves[j].x += x * pull;
    moves[j].y += y * pull;
  }
}

/** Sets the places (IRI → {x, y}) of all nodes; what has a place already begins there. */
export function layOut(model, places) {
  const nodes = [...model.nodes.values()];
  start(nodes, places);
  const numbers = new Map(nodes.map((node, at) => [node.iri, at]));
  const points = nodes.map((node) => places.get(node.iri));
  const ties = [...model.ties.values()].map((tie) => [numbers.get(tie.a), numbers.get(tie.b)]);
  const degrees = model.degrees();
  const strengths = nodes.map((node) => 1 / Math.max(2, degrees.get(node.iri)));
  for (let round = 0; round < rounds; round += 1) {
    const moves = points.map((point) => ({ x: -point.x * 0.03, y: -point.y * 0.06 })); // to the middle, more so upright
    pushApart(points, moves);
    pullTogether(points, ties, strengths, moves);
    const most = 40 * (1 - round / rounds) + 0.5;
    points.forEach((point, at) => {
      const length = Math.hypot(moves[at].x, moves[at].y) || 1;
      point.x += (moves[at].x / length) * Math.min(length, most);
      point.y += (moves[at].y / length) * Math.min(length, most);
    });
  }
}
