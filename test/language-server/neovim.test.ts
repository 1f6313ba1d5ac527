import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { builtPackage } from "../support/built-package.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { projectRoot } from "../support/read-project.js";
import { temporaryFolder } from "../support/temporary-folder.js";

const hasNeovim = spawnSync("nvim", ["--version"]).status === 0;
if (!hasNeovim) console.warn("Neovim is not installed: its settings in docs/editors.md are not tried");

const text = `journey Login {
start -> Decide

  node Decide: DataStoreDecision {
    true -> succes
    false -> failure
  }
}
`;

/** Waits for findings, prints them, takes the canonical form, and prints the text. */
const script = `
vim.cmd("edit login.journey")
vim.wait(20000, function() return #vim.diagnostic.get(0) > 0 end, 20)
local said = {}
for _, each in ipairs(vim.diagnostic.get(0)) do table.insert(said, each.code .. " " .. each.lnum .. ":" .. each.col) end
if vim.lsp.buf.format then vim.lsp.buf.format({ timeout_ms = 20000 }) else vim.lsp.buf.formatting_sync(nil, 20000) end
io.stdout:write(vim.fn.json_encode({ said = said, lines = vim.api.nvim_buf_get_lines(0, 0, -1, false) }))
vim.cmd("qall!")
`;

test.skipIf(!hasNeovim)("Neovim shows findings and formats with the settings of docs/editors.md", () => {
  const page = readFileSync(join(projectRoot, "docs", "editors.md"), "utf8");
  const init = fencedBlocks(page).find(({ language }) => language === "lua")?.text ?? "";
  const { launcher } = builtPackage();
  const folder = temporaryFolder({ "init.lua": init, "run.lua": script, "login.journey": text });
  mkdirSync(join(folder, "bin"));
  const command = join(folder, "bin", "journeyc");
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${launcher}' "$@"\n`);
  chmodSync(command, 0o755);
  const run = spawnSync("nvim", ["--headless", "-n", "-i", "NONE", "-u", "init.lua", "-c", "luafile run.lua"], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...process.env, PATH: `${join(folder, "bin")}:${process.env.PATH}`, XDG_STATE_HOME: folder },
  });
  const { said, lines } = JSON.parse(run.stdout) as { readonly said: string[]; readonly lines: string[] };
  expect(said).toEqual(["unresolved-target 4:12"]);
  expect(lines.slice(0, 3)).toEqual(["journey Login {", "  start -> Decide", ""]);
});
