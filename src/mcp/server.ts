import { UsageError } from "../project/usage-error.js";
import type { Json, JsonObject } from "../text/json.js";
import { instructions } from "./instructions.js";
import type { McpHost } from "./mcp-host.js";
import { prompts } from "./prompts.js";
import { Resources } from "./resources.js";
import { objectOf } from "./shape.js";
import type { Tool } from "./tool.js";
import { ToolError } from "./tool-error.js";
import { tools } from "./tools/index.js";
import { Workbench } from "./workbench.js";

/** The answer to a call of a tool. */
export interface ToolAnswer {
  /** Absent where the call failed; then the text says why. */
  readonly structured?: JsonObject;
  readonly text: string;
}

/** What an assistant is offered, without the protocol: `serve-stdio.ts` speaks it. */
export class AssistantServer {
  readonly version: string;
  readonly instructions = instructions;
  readonly prompts = prompts;
  readonly resources: Resources;
  readonly #workbench: Workbench;

  constructor(host: McpHost) {
    this.version = host.version;
    this.#workbench = new Workbench(host);
    this.resources = new Resources(this.#workbench);
  }

  /** The tools with JSON Schemas of what they take and give. */
  listTools() {
    return tools.map(({ name, title, description, input, output, writes = false }) => ({
      name,
      title,
      description,
      inputSchema: objectOf(input).schema,
      outputSchema: objectOf(output).schema,
      annotations: { title, readOnlyHint: !writes, destructiveHint: writes, openWorldHint: false },
    }));
  }

  /** Calls a tool; `undefined` where there is none of this name. What is wrong with a call is answered, not thrown. */
  async call(name: string, given: Json, signal: AbortSignal): Promise<ToolAnswer | undefined> {
    const tool = tools.find((each) => each.name === name);
    if (tool === undefined) return undefined;
    const problem = objectOf(tool.input).check(given, "");
    if (problem !== undefined) return { text: problem };
    try {
      return await this.#run(tool, given as JsonObject, signal);
    } catch (error) {
      if (error instanceof ToolError) return { text: error.message };
      if (error instanceof UsageError)
        return { text: [error.message, error.hint].filter((each) => each !== undefined).join(". ") };
      throw error;
    }
  }

  async #run(tool: Tool, given: JsonObject, signal: AbortSignal): Promise<ToolAnswer> {
    const answer = await tool.run(given as never, this.#workbench, signal);
    // Members that are not there must not stand in the answer as `undefined`.
    const text = JSON.stringify(answer);
    return { structured: JSON.parse(text) as JsonObject, text };
  }
}
