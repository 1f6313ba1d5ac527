import { isPlaceholder } from "../../catalogue/placeholder.js";
import { nearestName } from "../../diagnostics/suggest.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

const kinds = {
  domain: (value: string) => !/[\s/:@]/.test(value),
  origin: (value: string) => /^[a-z][a-z\d+.-]*:\S+$/i.test(value),
  "web address": isWebAddress,
  "mail address": (value: string) => /^(?:[^<>]*<[^<>@\s]+@[^<>@\s]+>|[^<>@\s]+@[^<>@\s]+)$/.test(value.trim()),
} as const;

const passkeys = { relyingPartyDomain: "domain", origins: "origin" } as const;

/** Settings that are addresses, by node type. */
const addresses: Readonly<Record<string, Readonly<Record<string, keyof typeof kinds>>>> = {
  WebAuthnAuthenticationNode: passkeys,
  WebAuthnRegistrationNode: passkeys,
  SetSuccessUrlNode: { successUrl: "web address" },
  SetFailureUrlNode: { failureUrl: "web address" },
  OneTimePasswordSmtpSenderNode: { fromEmailAddress: "mail address" },
};

/** Reports addresses that no platform and no browser can use as they stand. */
export const malformedAddress = journeyRule("malformed-address", "may-miss", ({ nodes }, report) => {
  for (const node of nodes) {
    for (const [property, what] of Object.entries(addresses[node.typeId] ?? {})) {
      const setting = node.properties.get(property);
      if (setting === undefined) continue;
      const values = Array.isArray(setting.value) ? setting.value : [setting.value];
      for (const value of values) {
        if (typeof value !== "string" || value === "" || isPlaceholder(value) || kinds[what](value)) continue;
        const host = what === "domain" ? /^[a-z][a-z\d+.-]*:\/\/([^\s/:@]+)/i.exec(value)?.[1] : undefined;
        const help = host === undefined ? {} : { help: `Write the domain alone: \`${host}\`.` };
        report({ at: setting.place, args: { node: nodeLabel(node), property, value, what }, ...help });
      }
    }
  }
});

/** Apps have schemes of their own, so only a misspelt `http` or `https` is wrong for certain. */
function isWebAddress(value: string): boolean {
  const address = value.trim();
  if (/\s/.test(address)) return false;
  const [, scheme, slashes] = /^([a-z]+):(\/*)/i.exec(address) ?? [];
  if (scheme === undefined) return !/^https?\/\//i.test(address);
  const name = scheme.toLowerCase();
  if (name === "http" || name === "https") return slashes === "//";
  return nearestName(name, ["http", "https"]) === undefined;
}
