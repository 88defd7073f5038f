// Builds dist/: widget.js, which a site embeds, and the page that shows it. Called by `make widget`.

import { cp, mkdir, readFile, rm } from "node:fs/promises";
import { build, transform } from "esbuild";

/** Style sheets become text in the script, made small. */
const styles = {
  name: "styles",
  setup(made) {
    made.onLoad({ filter: /\.css$/ }, async ({ path }) => {
      const { code } = await transform(await readFile(path, "utf8"), { loader: "css", minify: true });
      return { contents: code, loader: "text" };
    });
  },
};

const here = import.meta.dirname;
const dist = `${here}/dist`;

await rm(dist, { recursive: true, force: true });
await mkdir(dist);
await cp(`${here}/demo`, dist, { recursive: true });
await build({
  absWorkingDir: here,
  entryPoints: ["src/main.ts"],
  outfile: "dist/widget.js",
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2020", "chrome90", "firefox101", "safari16.4"],
  legalComments: "eof",
  plugins: [styles],
});
