import { defineCodes, quote } from "../define-codes.js";

/** JRN45x: the realm that journeys are from, and the one that they are for. */
export const realmCodes = defineCodes({
  "wrong-realm": {
    id: "JRN451",
    severity: "error",
    title: (a: { wanted: string; realms: readonly string[]; meant?: string | undefined }) =>
      `No journey of realm ${quote(a.wanted)}: those found belong to ${a.realms.map(quote).join(", ")}`,
    why: "A journey of another realm has that realm's users and scripts, so none is read in place of the wanted ones.",
    help: (a) => `Use \`--realm ${a.meant ?? a.realms[0] ?? ""}\`, or give the export of realm ${quote(a.wanted)}.`,
  },
  "realm-of-input": {
    id: "JRN452",
    severity: "info",
    title: (a: { realm: string; assumed: string }) =>
      `The journeys belong to realm ${quote(a.realm)}; without \`--realm\`, texts are built for ${quote(a.assumed)}`,
    why: "A text does not say which realm it is for. The configuration or the command line does.",
    help: (a) => `Import and build with \`--realm ${a.realm}\`, or set \`realm\` in the configuration.`,
  },
  "value-of-another-realm": {
    id: "JRN453",
    severity: "warning",
    title: (a: { what: string; realm: string; target: string; isScript?: boolean }) =>
      `${a.what} names realm ${quote(a.realm)}, and the journey is for realm ${quote(a.target)}`,
    why: "It stays as it is, because what it names may be meant. If the journey was moved, it reaches the wrong realm or nothing at all.",
    help: (a) =>
      a.isScript === true
        ? `Write ${quote(a.target)} in place of ${quote(a.realm)}, unless the other realm is meant.`
        : `Write \`\${realm}\` in place of ${quote(a.realm)} if it is to follow the journey.`,
  },
});
