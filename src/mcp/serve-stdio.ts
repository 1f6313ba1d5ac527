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

/**
 * Speaks the Model Context Protocol on standard input and output until the client is gone. This file alone knows the SDK, and is
 * loaded by `journeyc mcp` alone.
 */
export async function serveAssistant(assistant: AssistantServer): Promise<void> {
  const server = new Server(
    { name: "journeyc", title: "journeyc", version: assistant.version },
    { capabilities: { tools: {}, resources: {}, prompts: {} }, instructions: assistant.instructions },
  );
  answerTools(server, assistant);
  answerResources(server, assistant);
  answerPrompts(server, assistant);
  const closed = new Promise<void>((resolve) => {
    server.onclose = resolve;
    process.stdin.once("end", resolve);
    process.stdin.once("close", resolve);
  });
  await server.connect(new StdioServerTransport());
  await closed;
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
