import { Server } from "@modelcontextprotocol/sdk/server/index.js";
import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import {
  CallToolRequestSchema,
  ErrorCode,
  GetPromptRequestSchema,
  ListPromptsRequestSchema,
  ListResourcesRequestSchema,
  ListResourceTemplatesRequestSchema,
  ListToolsRequestSchema,
  McpError,
  ReadResourceRequestSchema,
} from "@modelcontextprotocol/sdk/types.js";
import type { AssistantServer } from "./server.js";

/** The texts that one call may have fit into a message, also in UTF-8 of three bytes. Taking in more would take seconds. */
export const mostMegabytes = 16;

/**
 * Speaks the Model Context Protocol on standard input and output until the client is gone, or sends a message that is too long to be taken
 * in. This file alone knows the SDK, and is loaded by `journeyc mcp` alone.
 */
export async function serveAssistant(assistant: AssistantServer): Promise<"client is gone" | "message is too long"> {
  const server = new Server(
    { name: "journeyc", title: "journeyc", version: assistant.version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: assistant.instructions },
  );
  answerTools(server, assistant);
  answerResources(server, assistant);
  answerPrompts(server, assistant);
  const end = new Promise<"client is gone" | "message is too long">((resolve) => {
    // The transport ends by itself only when a message outgrows its buffer.
    server.onclose = () => resolve("message is too long");
    process.stdin.once("end", () => resolve("client is gone"));
    process.stdin.once("close", () => resolve("client is gone"));
  });
  await server.connect(
    new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: mostMegabytes * 1024 * 1024 }),
  );
  return end;
}

function answerTools(server: Server, assistant: AssistantServer): void {
  server.setRequestHandler(ListToolsRequestSchema, () => ({ tools: assistant.listTools() as never }));
  server.setRequestHandler(CallToolRequestSchema, async ({ params }, { signal }) => {
    const answer = await assistant.call(params.name, (params.arguments ?? {}) as never, signal);
    if (answer === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no tool ${params.name}`);
    const { structured, text } = answer;
    return {
      content: [{ type: "text", text }],
      ...(structured === undefined ? { isError: true } : { structuredContent: structured }),
    };
  });
}

function answerResources(server: Server, { resources }: AssistantServer): void {
  server.setRequestHandler(ListResourcesRequestSchema, () => ({ resources: [...resources.list()] }));
  server.setRequestHandler(ListResourceTemplatesRequestSchema, () => ({
    resourceTemplates: [...resources.templates()],
  }));
  server.setRequestHandler(ReadResourceRequestSchema, ({ params: { uri } }) => {
    const found = resources.read(uri);
    // -32002: the code of the protocol for a resource that is not there.
    if (found === undefined) throw new McpError(-32002, `There is no resource ${uri}`);
    return { contents: [{ uri, ...found }] };
  });
}

function answerPrompts(server: Server, { prompts }: AssistantServer): void {
  server.setRequestHandler(ListPromptsRequestSchema, () => ({
    prompts: prompts.map(({ name, title, description, arguments: given }) => ({
      name,
      title,
      description,
      arguments: [...given],
    })),
  }));
  server.setRequestHandler(GetPromptRequestSchema, ({ params }) => {
    const prompt = prompts.find(({ name }) => name === params.name);
    if (prompt === undefined) throw new McpError(ErrorCode.InvalidParams, `There is no prompt ${params.name}`);
    const given = params.arguments ?? {};
    const missing = prompt.arguments.find(({ name, required }) => required && (given[name] ?? "") === "");
    if (missing !== undefined) throw new McpError(ErrorCode.InvalidParams, `${prompt.name} needs ${missing.name}`);
    return {
      description: prompt.description,
      messages: [{ role: "user", content: { type: "text", text: prompt.text(given) } }],
    };
  });
}
