// The floor of `check` of exports: reads and parses those of a folder.
const { readdirSync, readFileSync } = require("node:fs");
const { join } = require("node:path");

const [from] = process.argv.slice(2);
for (const name of readdirSync(from)) JSON.parse(readFileSync(join(from, name), "utf8"));
