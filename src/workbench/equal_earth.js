// The Equal Earth projection (Šavrič, Patterson, Jenny 2018): areas can be compared, no place is torn far from its form.

const a = [1.340264, -0.081106, 0.000893, 0.003796];
const root3 = Math.sqrt(3);
const half = 2.70663; // x of the antimeridian on the equator, y of the pole below
const pole = 1.31736;

export const ratio = pole / half; // height to width

/** Place of a longitude and latitude in degrees, in a picture of that width. */
export function project(longitude, latitude, width) {
  const lambda = (longitude * Math.PI) / 180;
  const theta = Math.asin((root3 / 2) * Math.sin((latitude * Math.PI) / 180));
  const square = theta * theta;
  const sixth = square ** 3;
  const slope = a[0] + 3 * a[1] * square + sixth * (7 * a[2] + 9 * a[3] * square);
  const x = (2 * root3 * lambda * Math.cos(theta)) / (3 * slope);
  const y = theta * (a[0] + a[1] * square + sixth * (a[2] + a[3] * square));
  const scale = width / 2 / half;
  return [width / 2 + x * scale, (width * ratio) / 2 - y * scale];
}
