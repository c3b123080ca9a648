// Makes the outlines of states that the page's map shows: node outlines.mjs countries-110m.json > ../main/resources/io/demarche/web/page/outlines.json
//
// countries-110m.json comes with the npm package world-atlas 2.0.2 (`npm pack world-atlas@2.0.2`), which has it from Natural Earth
// (public domain). What comes out is drawn as it is: projected as Equal Earth (Šavrič, Patterson, Jenny 2018), in whole units, by
// the codes that this program knows states by. The page needs neither a projection nor a reader of TopoJSON then.

import { readFileSync } from 'node:fs';

const WIDTH = 2000;
const NAMES = new URL('../../../schemas/src/main/resources/io/demarche/schemas/state-names.tsv', import.meta.url);
// Natural Earth's short names that are not ours. What is no state of the table, such as Northern Cyprus, is land without a code.
const OTHERWISE = {
  'Bosnia and Herz.': 'BIH', 'Central African Rep.': 'CAF', 'Dem. Rep. Congo': 'COD', 'Dominican Rep.': 'DOM', 'Eq. Guinea': 'GNQ',
  eSwatini: 'SWZ', 'Falkland Is.': 'FLK', 'Fr. S. Antarctic Lands': 'ATF', Macedonia: 'MKD', 'S. Sudan': 'SSD', 'Solomon Is.': 'SLB',
  'United States of America': 'USA', 'W. Sahara': 'ESH', 'N. Cyprus': '', Somaliland: '',
};

const world = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const codes = new Map(readFileSync(NAMES, 'utf8').split('\n').filter((line) => /^[A-Z]{2,3}\t/.test(line)).map((line) => line.split('\t').reverse()));

function project([longitude, latitude]) {
  const half = Math.sqrt(3) / 2;
  const slope = Math.asin(half * Math.sin(latitude * Math.PI / 180));
  const square = slope * slope;
  const sixth = square ** 3;
  const x = longitude * Math.PI / 180 * Math.cos(slope) / (half * (1.340264 - 3 * 0.081106 * square + sixth * (7 * 0.000893 + 9 * 0.003796 * square)));
  const y = slope * (1.340264 - 0.081106 * square + sixth * (0.000893 + 0.003796 * square));
  return [x, -y];
}

const unit = WIDTH / 2 / project([180, 0])[0];
const [top, bottom] = [84, -57].map((latitude) => Math.round(project([0, latitude])[1] * unit));

const { scale, translate } = world.transform;
const arcs = world.arcs.map((arc) => {
  let [x, y] = [0, 0];
  return arc.map(([across, up]) => {
    x += across;
    y += up;
    const [left, down] = project([x * scale[0] + translate[0], y * scale[1] + translate[1]]);
    return [Math.round(left * unit) + WIDTH / 2, Math.round(down * unit) - top];
  });
});

function ring(numbers) {
  const points = numbers.flatMap((number, at) => (number < 0 ? [...arcs[~number]].reverse() : arcs[number]).slice(at ? 1 : 0));
  let [x, y] = points[0];
  let path = `M${x} ${y}l`;
  for (const [nextX, nextY] of points.slice(1)) {
    if (nextX !== x || nextY !== y) {
      path += `${nextX - x} ${nextY - y} `;
    }
    [x, y] = [nextX, nextY];
  }
  return path.endsWith('l') ? '' : path.trimEnd().replaceAll(' -', '-').concat('z'); // an islet smaller than a unit is left out
}

const outlines = {};
for (const shape of world.objects.countries.geometries) {
  const code = OTHERWISE[shape.properties.name] ?? codes.get(shape.properties.name);
  if (code === undefined) {
    throw new Error(`no code for ${shape.properties.name}: name it in OTHERWISE`);
  }
  if (code !== 'ATA') { // Antarctica, whom nobody accuses
    const polygons = shape.type === 'Polygon' ? [shape.arcs] : shape.arcs;
    outlines[code] = (outlines[code] ?? '') + polygons.flat().map(ring).join('');
  }
}
const sorted = Object.fromEntries(Object.entries(outlines).sort(([a], [b]) => (a < b ? -1 : 1)));
process.stdout.write(`${JSON.stringify({ width: WIDTH, height: bottom - top, outlines: sorted }).replaceAll('","', '",\n"')}\n`);
