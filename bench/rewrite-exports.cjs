// The floor of `build`: reads, parses, stringifies and writes the exports of a folder.
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require("node:fs");
const { join } = require("node:path");

const [from, to] = process.argv.slice(2);
mkdirSync(to, { recursive: true });
for (const name of readdirSync(from)) {
  const value = JSON.parse(readFileSync(join(from, name), "utf8"));
  writeFileSync(join(to, name), `${JSON.stringify(value, null, 2)}\n`);
}
