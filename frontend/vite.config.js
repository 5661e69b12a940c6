// Turns src/ into hashed files and a manifest that django-vite reads, and draws the icon sprite and the world.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";
import { icons } from "./src/icons.js";
import { world } from "./world.js";

const require = createRequire(import.meta.url);

function pictures() {
  return {
    name: "pumasi-pictures",
    buildStart() {
      const lucide = JSON.parse(readFileSync(require.resolve("@iconify-json/lucide/icons.json"), "utf8"));
      const symbols = icons.map((name) => {
        const drawn = lucide.icons[name] ?? lucide.icons[lucide.aliases?.[name]?.parent];
        if (!drawn) this.error(`src/icons.js names "${name}", which lucide does not draw.`);
        return `<symbol id="${name}" viewBox="0 0 24 24">${drawn.body}</symbol>`;
      });
      this.emitFile({
        type: "asset",
        name: "favicon.svg",
        originalFileName: "src/assets/favicon.svg",
        source: readFileSync(new URL("src/assets/favicon.svg", import.meta.url)),
      });
      this.emitFile({
        type: "asset",
        name: "icons.svg",
        originalFileName: "src/icons.svg",
        source: `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join("")}</svg>`,
      });
    },
  };
}

export default defineConfig({
  base: "./",
  plugins: [tailwindcss(), pictures(), world()],
  publicDir: false,
  build: {
    manifest: "manifest.json",
    outDir: process.env.PUMASI_BUILD_INTO ?? "../src/pumasi/web/static/built",
    emptyOutDir: true,
    // Data addresses would ask for a wider Content-Security-Policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: {
      input: ["src/boot.js", "src/main.js", "src/main.css"],
    },
  },
});
