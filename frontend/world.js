// Draws the countries of Natural Earth in the Equal Earth projection: a sprite with a symbol for each country, and where each one lies.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { geoArea, geoCentroid, geoEqualEarth, geoPath } from "d3-geo";
import codes from "i18n-iso-countries";
import { feature, merge } from "topojson-client";

const require = createRequire(import.meta.url);
// The templates' part `world` computes with the same numbers. Turned by 11°, the map is cut in the Bering Strait and not through Siberia.
export const MAP = { width: 880, height: 420, scale: 175, x: 440, y: 236, turned: 11 };
const WITHOUT = new Set(["AQ"]);

function atlasOf(detail) {
  return JSON.parse(readFileSync(require.resolve(`world-atlas/countries-${detail}.json`), "utf8"));
}

function countriesOf(atlas) {
  return feature(atlas, atlas.objects.countries).features
    .map((shape) => [codes.numericToAlpha2(shape.id), shape])
    .filter(([code]) => code && !WITHOUT.has(code));
}

// The middle of a country's largest part: France lies in Europe, not between Europe and Guiana.
function middle({ geometry }) {
  const parts = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
  const [largest] = parts
    .map((coordinates) => ({ type: "Polygon", coordinates }))
    .sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest).map((degrees) => Math.round(degrees * 100) / 100);
}

export function world() {
  return {
    name: "pumasi-world",
    buildStart() {
      const projection = geoEqualEarth().rotate([-MAP.turned, 0]).scale(MAP.scale).translate([MAP.x, MAP.y]);
      const drawn = geoPath(projection).digits(1);
      const atlas = atlasOf("110m");
      const shapes = countriesOf(atlas).map(([code, shape]) => [code, drawn(shape)]);
      const shown = atlas.objects.countries.geometries.filter(({ id }) => !WITHOUT.has(codes.numericToAlpha2(id)));
      const symbols = [["land", drawn(merge(atlas, shown))], ...shapes].map(
        ([id, path]) => `<symbol id="${id}" viewBox="0 0 ${MAP.width} ${MAP.height}"><path d="${path}"/></symbol>`,
      );
      this.emitFile({
        type: "asset",
        name: "world.svg",
        originalFileName: "src/world.svg",
        source: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`,
      });
      // Small countries have no shape at this scale, but a place.
      const at = Object.fromEntries(countriesOf(atlasOf("50m")).map(([code, shape]) => [code, middle(shape)]));
      this.emitFile({
        type: "asset",
        name: "world.json",
        originalFileName: "src/world.json",
        source: JSON.stringify({ map: MAP, shapes: shapes.map(([code]) => code), at }),
      });
    },
  };
}
