import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { withJourneyc } from "./journeyc-on-path.js";
import { loginWithMistakes } from "./login-with-mistakes.js";
import { settingsOf } from "./settings-of-editors.js";

const hasNeovim = spawnSync("nvim", ["--version"]).status === 0;
if (!hasNeovim) console.warn("Neovim is not installed: its settings in docs/editors.md are not tried");

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
  const init = settingsOf("Neovim", "lua")[0]?.text ?? "";
  const folder = temporaryFolder({ "init.lua": init, "run.lua": script, "login.journey": loginWithMistakes });
  const run = spawnSync("nvim", ["--headless", "-n", "-i", "NONE", "-u", "init.lua", "-c", "luafile run.lua"], {
    cwd: folder,
    encoding: "utf8",
    timeout: 60_000,
    env: { ...withJourneyc(folder), XDG_STATE_HOME: folder },
  });
  const { said, lines } = JSON.parse(run.stdout) as { readonly said: string[]; readonly lines: string[] };
  expect(said).toEqual(["unresolved-target 4:12"]);
  expect(lines.slice(0, 3)).toEqual(["journey Login {", "  start -> Decide", ""]);
});
