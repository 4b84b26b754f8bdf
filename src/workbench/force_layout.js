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

/** The numbers of the points by the square of the grid that they lie in, of the size of their reach. */
function squaresOf(points) {
  const squares = new Map();
  points.forEach((point, at) => {
    const key = `${Math.floor(point.x / reach)} ${Math.floor(point.y / reach)}`;
    if (squares.has(key)) squares.get(key).push(at);
    else squares.set(key, [at]);
  });
  return squares;
}

function push(points, moves, i, j) {
  const x = points[i].x - points[j].x || 0.01;
  const y = points[i].y - points[j].y || 0.01;
  const square = x * x + y * y;
  if (square > reach * reach) return;
  const force = (apart * apart) / square;
  moves[i].x += x * force;
  moves[i].y += y * force;
  moves[j].x -= x * force;
  moves[j].y -= y * force;
}

// Only a square and those beside it are within reach; each pair is met once.
const beside = [
  [1, 0],
  [-1, 1],
  [0, 1],
  [1, 1],
];
function pushApart(points, moves) {
  const squares = squaresOf(points);
  for (const [key, here] of squares) {
    const [column, row] = key.split(" ").map(Number);
    for (let i = 0; i < here.length; i += 1)
      for (let j = i + 1; j < here.length; j += 1) push(points, moves, here[i], here[j]);
    for (const [right, down] of beside)
      for (const j of squares.get(`${column + right} ${row + down}`) ?? [])
        for (const i of here) push(points, moves, i, j);
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

/** A layout in the making: step() moves all nodes (the places of IRIs) a little, until it returns false. */
export class ForceLayout {
  constructor(model, places) {
    const nodes = [...model.nodes.values()];
    start(nodes, places);
    const numbers = new Map(nodes.map((node, at) => [node.iri, at]));
    const degrees = model.degrees();
    this.points = nodes.map((node) => places.get(node.iri));
    this.ties = [...model.ties.values()].map((tie) => [numbers.get(tie.a), numbers.get(tie.b)]);
    this.strengths = nodes.map((node) => 1 / Math.max(2, degrees.get(node.iri)));
    this.round = 0;
  }

  step() {
    if (this.round === rounds) return false;
    const { points } = this;
    const moves = points.map((point) => ({ x: -point.x * 0.03, y: -point.y * 0.06 })); // to the middle, more so upright
    pushApart(points, moves);
    pullTogether(points, this.ties, this.strengths, moves);
    const most = 40 * (1 - this.round / rounds) + 0.5;
    points.forEach((point, at) => {
      const length = Math.hypot(moves[at].x, moves[at].y) || 1;
      point.x += (moves[at].x / length) * Math.min(length, most);
      point.y += (moves[at].y / length) * Math.min(length, most);
    });
    this.round += 1;
    return true;
  }
}

/** Sets the places (IRI → {x, y}) of all nodes at once; what has a place already begins there. */
export function layOut(model, places) {
  const layout = new ForceLayout(model, places);
  while (layout.step());
}
