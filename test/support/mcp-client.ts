import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { builtPackage } from "./built-package.js";

/** The SDK's own client of a `journeyc mcp`, in a process of its own. */
export class McpClient {
  readonly client = new Client({ name: "test", version: "1.0.0" });

  /** Starts the server in a folder. The client checks each structured answer against the schema of its tool. */
  static async start(folder: string, args: readonly string[] = []): Promise<McpClient> {
    const { launcher } = builtPackage();
    const started = new McpClient();
    const transport = new StdioClientTransport({
      command: process.execPath,
      args: [launcher, "mcp", ...args],
      cwd: folder,
      stderr: "pipe",
    });
    await started.client.connect(transport);
    // The client knows the schemas of answers when it has listed the tools.
    await started.client.listTools();
    return started;
  }

  /** Calls a tool that must succeed. */
  // biome-ignore lint/suspicious/noExplicitAny: each tool has another answer, whose schema the client has checked.
  async call(name: string, given: object = {}): Promise<any> {
    const { isError, structuredContent, content } = await this.#answer(name, given);
    if (isError) throw new Error(`${name}: ${textOf(content)}`);
    return structuredContent;
  }

  /** Calls a tool that must fail, and returns what it says. */
  async refused(name: string, given: object = {}): Promise<string> {
    const { isError, structuredContent, content } = await this.#answer(name, given);
    if (!isError) throw new Error(`${name} succeeded: ${JSON.stringify(structuredContent)}`);
    return textOf(content);
  }

  async close(): Promise<void> {
    await this.client.close();
  }

  async #answer(name: string, given: object): Promise<CallToolResult> {
    return (await this.client.callTool({ name, arguments: { ...given } })) as CallToolResult;
  }
}

function textOf(content: CallToolResult["content"]): string {
  return content.map((each) => (each.type === "text" ? each.text : "")).join("\n");
}
