import { getOwn, isJsonObject, type JsonObject } from "../text/json.js";
import type { Endpoint, Exchange } from "./exchange.js";
import { Refusal } from "./refusal.js";
import { reply } from "./reply.js";

/** `openidm/info/uiconfig`: the settings of the platform's own pages. */
export const info: Endpoint = {
  GET({ address, basePath }) {
    if (address.path.join("/") !== "info/uiconfig") throw notFound(address.path);
    return reply({ configuration: { lang: "en", platformSettings: { amUrl: `${basePath}/am` } } });
  },
};

/** `openidm/ui/theme`: the themes that the journeys bring with them, by journey or as the realm's default. */
export const ui: Endpoint = {
  GET(exchange) {
    if (exchange.address.path[1] !== "theme") throw notFound(exchange.address.path);
    const filter = exchange.query("_queryFilter") ?? "true";
    const result = themesOf(exchange).filter((theme) => matchesTheme(theme, filter));
    return reply({ result, resultCount: result.length, pagedResultsCookie: null, totalPagedResults: -1 });
  },
};

/** `openidm/config`: all themes together, as older login pages read them, and the default language. */
export const config: Endpoint = {
  GET(exchange) {
    const { address, tenant } = exchange;
    const path = address.path.join("/");
    const realm = tenant.realm.replace(/^\//, "");
    if (path === "config/ui/themerealm") return reply({ _id: "ui/themerealm", realm: { [realm]: themesOf(exchange) } });
    if (path === "config/uilocale/defaultLocaleCode") return reply({ _id: path, defaultLocaleCode: "en" });
    throw notFound(address.path);
  },
};

function themesOf({ state }: Exchange): readonly JsonObject[] {
  const { journeys } = state.journeys.source.model;
  const themes = new Map<string, JsonObject>();
  for (const { resources } of journeys) {
    for (const { kind, id, content } of resources)
      if (kind === "theme" && isJsonObject(content)) themes.set(id, content);
  }
  return [...themes.values()];
}

/** The two filters that login pages send; any other lists all themes. */
function matchesTheme(theme: JsonObject, filter: string): boolean {
  const [, attribute = "", value = ""] = /^\s*(linkedTrees|isDefault)\s+eq\s+"?([^"]*)"?\s*$/.exec(filter) ?? [];
  const held = getOwn(theme, attribute);
  if (attribute === "linkedTrees") return Array.isArray(held) && held.includes(value);
  return attribute === "" || String(held ?? false) === value;
}

function notFound(path: readonly string[]): Refusal {
  return new Refusal(404, `Nothing is served at openidm/${path.join("/")}`);
}
