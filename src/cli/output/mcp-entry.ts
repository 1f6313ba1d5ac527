import { getOwn, isJsonObject } from "../../text/json.js";
import { jsonIn, writeLike } from "../../text/json-form.js";

/** How clients start the server: the installed version, or none. */
const entry = { command: "npx", args: ["--no-install", "journeyc", "mcp"] };

/**
 * The text of a `.mcp.json` with the entry of `journeyc mcp`, in the form that it has; of a new one, if there is none. An entry of this name stays
 * as it is. `undefined` if the text holds no JSON object.
 */
export function withMcpEntry(text: string | undefined): string | undefined {
  if (text === undefined) return `${JSON.stringify({ mcpServers: { journeyc: entry } }, undefined, 2)}\n`;
  const settings = jsonIn(text);
  if (!isJsonObject(settings)) return undefined;
  const servers = getOwn(settings, "mcpServers");
  if (isJsonObject(servers) && getOwn(servers, "journeyc") !== undefined) return text;
  return writeLike(text, { ...settings, mcpServers: { ...(isJsonObject(servers) ? servers : {}), journeyc: entry } });
}
