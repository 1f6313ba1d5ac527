import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { valueAt } from "../../src/text/value-at.js";
import { fencedBlocks } from "../support/fenced-blocks.js";
import { McpClient } from "../support/mcp-client.js";
import { temporaryFolder } from "../support/temporary-folder.js";

/**
 * Tasks as an assistant does them, from an empty folder, by tools and resources alone. A transcript has a section for each call: `## TOOL`
 * with the input and what the answer must have, `## save PATH` with the text, or `## read URI` with words that the resource must have. A text
 * `<- /pointer` in an input is a value of the answer before.
 */
const folder = join(import.meta.dirname, "tasks");
const names = readdirSync(folder);

interface Call {
  readonly tool: string;
  readonly object: string | undefined;
  readonly blocks: readonly string[];
}

function callsOf(markdown: string): readonly Call[] {
  return markdown
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const [heading = "", ...lines] = section.split("\n");
      const [tool = "", object] = heading.split(" ");
      return { tool, object, blocks: fencedBlocks(lines.join("\n")).map(({ text }) => text) };
    });
}

async function play(client: McpClient, markdown: string): Promise<void> {
  let last: unknown = {};
  const taken = (value: unknown): unknown => {
    if (typeof value === "string" && value.startsWith("<- ")) return valueAt(last as never, value.slice(3));
    if (Array.isArray(value)) return value.map(taken);
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, taken(each)]));
  };
  for (const [index, { tool, object, blocks }] of callsOf(markdown).entries()) {
    const [first = "{}", second] = blocks;
    const where = `call ${index + 1}, ${tool} ${object ?? ""}`;
    if (tool === "read") {
      const { contents } = await client.client.readResource({ uri: object ?? "" });
      expect([where, (contents[0] as { text: string }).text.includes(first.trim())]).toEqual([where, true]);
    } else if (tool === "save") {
      expect(await client.call(tool, { texts: [{ path: object, text: first }] }), where).toEqual({ written: [object] });
    } else {
      last = await client.call(tool, taken(JSON.parse(first)) as object);
      if (second !== undefined)
        expect(last, `${where}: ${JSON.stringify(last).slice(0, 3000)}`).toMatchObject(JSON.parse(second));
    }
  }
}

describe("tasks that an assistant does by tools and resources alone", () => {
  test("there are ten, each from an empty folder to a journey that checks, whose scenarios pass and that builds", () => {
    expect(names.length).toBe(10);
    for (const name of names) {
      const calls = callsOf(readFileSync(join(folder, name), "utf8"));
      const expected = (tool: string) => calls.findLast((call) => call.tool === tool)?.blocks[1] ?? "{}";
      expect([name, JSON.parse(expected("check")).errors]).toEqual([name, 0]);
      expect([name, JSON.parse(expected("test")).failed]).toEqual([name, 0]);
      expect([name, JSON.parse(expected("build")).isBuilt]).toEqual([name, true]);
    }
  });

  test.each(names)("%s", async (name) => {
    const client = await McpClient.start(temporaryFolder(), ["--write"]);
    try {
      await play(client, readFileSync(join(folder, name), "utf8"));
    } finally {
      await client.close();
    }
  });
});
