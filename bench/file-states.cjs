// The floor of a build without changes: the states of all files of folders.
const { readdirSync, statSync } = require("node:fs");
const { join } = require("node:path");

for (const folder of process.argv.slice(2)) for (const name of readdirSync(folder)) statSync(join(folder, name));
