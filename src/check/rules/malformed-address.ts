import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import type { JourneyNode } from "../../model/model.js";
import { hasFileEnding } from "../../text/address-start.js";
import type { Json } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { markedProperties } from "../marked-properties.js";
import { type Finding, nodeRule } from "../rule.js";

/** What an address of a kind must be like; the names are the formats of the catalogue, where a web address is a `url`. */
const kinds = {
  domain: (value: string) => !/[\s/:@]/.test(value),
  // Apps have origins of their own: `android:apk-key-hash:…`.
  origin: (value: string) =>
    /^https?:/i.test(value) ? /^https?:\/\/[^\s/*]+$/i.test(value) : /^[a-z][a-z\d+.-]*:\S+$/i.test(value),
  "web address": isWebAddress,
  "mail address": (value: string) => /^(?:[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value.trim()),
} as const;

/** Reports addresses that no platform and no browser can use as they stand. */
export const malformedAddress = nodeRule("malformed-address", "may-miss", (node) => {
  const found: Finding<"malformed-address">[] = [];
  for (const { name: property, format = "" } of markedProperties(node).addresses) {
    const what = kindOf(format);
    if (what === undefined) continue;
    const setting = node.properties.get(property);
    if (setting === undefined) continue;
    const values = Array.isArray(setting.value) ? setting.value : [setting.value];
    for (const value of values) {
      if (typeof value !== "string" || value === "" || isPlaceholder(value) || kinds[what](value)) continue;
      if (node.typeId === "OneTimePasswordSmsSenderNode" && isPhoneNumber(value)) continue;
      const help = helpOn(value, what);
      found.push({ at: setting.place, args: { node: nodeLabel(node), property, value, what }, ...(help && { help }) });
    }
  }
  const foreign = originsOfOthers(node);
  return foreign === undefined ? found : [...found, foreign];
});

/** What a gateway of text messages may want as their sender. */
function isPhoneNumber(value: string): boolean {
  return /^\+?\d[\d -]{3,}$/.test(value.trim());
}

/** The origins of a passkey, where none of them belongs to the domain that the passkey is for: browsers refuse it then. */
function originsOfOthers(node: JourneyNode): Finding<"malformed-address"> | undefined {
  const { properties } = node;
  const [domain, origins] = [properties.get("relyingPartyDomain"), properties.get("origins")];
  const texts: readonly Json[] = Array.isArray(origins?.value) ? origins.value : [];
  const [value] = texts;
  if (origins === undefined || typeof domain?.value !== "string" || typeof value !== "string") return undefined;
  const { value: name } = domain;
  if (!/^[\w.-]+$/.test(name) || isPlaceholder(name)) return undefined;
  const isForeign = (text: Json) => {
    if (typeof text !== "string" || isPlaceholder(text) || !/^https?:/i.test(text) || !kinds.origin(text)) return false;
    const host = URL.canParse(text) ? new URL(text).hostname : name;
    return host !== name && !host.endsWith(`.${name}`);
  };
  if (!texts.every(isForeign)) return undefined;
  const what = "origin of its domain";
  const related = domain.explicit ? [{ place: domain.place, message: "Its domain" }] : [];
  const help = `Write an origin whose server is ${name}, or ends in \`.${name}\`, or correct \`relyingPartyDomain\`.`;
  return {
    at: origins.place,
    args: { node: nodeLabel(node), property: "origins", value, what },
    help,
    related,
    restsOn: [domain.place],
  };
}

function kindOf(format: string): keyof typeof kinds | undefined {
  if (format === "url") return "web address";
  return Object.hasOwn(kinds, format) ? (format as keyof typeof kinds) : undefined;
}

function helpOn(value: string, what: keyof typeof kinds): string | undefined {
  if (what === "domain") {
    const host = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^\s/:@]+\.[^\s/:@]+)(?:[:/]|$)/i.exec(value)?.[1];
    return host && `Write the domain alone: \`${host}\`.`;
  }
  if (what === "origin") {
    const origin = /^https?:\/\/[^\s/*]+(?=\/)/i.exec(value)?.[0];
    const host = /^[^\s/:@*]+\.[^\s/:@*]+(?::\d+)?$/.exec(value)?.[0];
    if (origin !== undefined) return `Write it without what comes behind the server: \`${origin}\`.`;
    return host && `Write it with its scheme: \`https://${host}\`.`;
  }
  if (what !== "web address" || !lacksScheme(value)) return undefined;
  return `Without its scheme it is a path on the server that the user is on: write \`https://${value.trim()}\`.`;
}

/** Whether an address begins with the name of a server: one with a port or a path behind it, or with two dots in it. */
function lacksScheme(address: string): boolean {
  const [, host = "", rest = ""] = /^((?:[a-z\d-]+\.)+[a-z]{2,})((?:[:/?#].*)?)$/i.exec(address.trim()) ?? [];
  if (host === "" || hasFileEnding(host)) return false;
  return /^(?::\d|\/)/.test(rest) || host.split(".").length > 2;
}

/** Apps have schemes of their own, so only a misspelt `http` or `https` is wrong for certain. */
function isWebAddress(value: string): boolean {
  const address = value.trim();
  if (/\s/.test(address) || lacksScheme(address)) return false;
  const [, scheme, slashes] = /^([a-z]+):(\/*)/i.exec(address) ?? [];
  if (scheme === undefined) return !/^https?\/\//i.test(address);
  const name = scheme.toLowerCase();
  if (name === "http" || name === "https") return slashes === "//";
  return nearestName(name, ["http", "https"]) === undefined;
}
