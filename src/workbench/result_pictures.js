// Which pictures the columns of a result allow.

import { BarChart } from "./bar_chart.js";
import { columnKinds } from "./columns.js";
import { ResultNetwork } from "./result_network.js";
import { StateMap } from "./state_map.js";
import { Timeline } from "./timeline.js";

/** Views of the model beside its table; `onRows` is called when one has chosen other rows. */
export function picturesOf(model, onRows) {
  if (model.size === 0) return [];
  const kinds = columnKinds(model);
  const pictures = [];
  if (kinds.numbers.length > 0) pictures.push(new BarChart(model, kinds));
  if (StateMap.column(model, kinds) !== undefined) pictures.push(new StateMap(model, kinds));
  if (kinds.times.length > 0) pictures.push(new Timeline(model, kinds, onRows));
  if (ResultNetwork.fits(kinds, model.variables)) pictures.push(new ResultNetwork(model, kinds));
  return pictures;
}
