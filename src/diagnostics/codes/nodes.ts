import { defineCodes, quote } from "../define-codes.js";

/** JRN21x: nodes in a journey, beyond the values of single settings. */
export const nodeCodes = defineCodes({
  "deprecated-node-type": {
    id: "JRN211",
    severity: "warning",
    title: (a: { type: string; successor: string | undefined; count: number }) =>
      a.count === 1
        ? `Node type ${quote(a.type)} is deprecated`
        : `Node type ${quote(a.type)} is deprecated (${a.count} nodes)`,
    why: "The vendor keeps it for existing journeys and may remove it in a later release.",
    help: (a) =>
      a.successor === undefined
        ? "There is no successor; see the vendor's documentation."
        : `Its successor is ${quote(a.successor)}.`,
  },
  "deprecated-property": {
    id: "JRN212",
    severity: "info",
    title: (a: { type: string; property: string }) => `${quote(a.property)} of ${a.type} is deprecated`,
    why: "The platform still accepts the property, but new journeys should not use it.",
  },
  "property-of-another-version": {
    id: "JRN213",
    severity: "warning",
    title: (a: { type: string; version: string; property: string; others: readonly string[] }) =>
      `${a.type} ${a.version} has no property ${quote(a.property)}: it belongs to version ${a.others.join(", ")}`,
    why: "The platform refuses or ignores a property that this version of the node does not know.",
    help: () => "Remove the property, or move the node to that version.",
  },
  "disagreeing-version": {
    id: "JRN214",
    severity: "warning",
    title: (a: { node: string; reference: string; body: string }) =>
      `Node ${quote(a.node)} is version ${a.reference} in the journey and version ${a.body} in its settings`,
    why: "The version decides which settings and outcomes a node has; with two versions it is uncertain which one the platform uses.",
    help: () => "Make the two versions equal.",
  },
  "unset-script": {
    id: "JRN215",
    severity: "warning",
    title: (a: { node: string }) => `Node ${quote(a.node)} has no script`,
    why: "A node that runs a script fails when none is chosen.",
    help: () => "Choose a script.",
  },
  "missing-reference": {
    id: "JRN216",
    severity: "warning",
    title: (a: { node: string; kind: string; ids: readonly string[] }) =>
      `Node ${quote(a.node)} uses ${a.kind} ${a.ids.map(quote).join(", ")}, which this export does not contain`,
    why: "The export contains other dependencies of this kind. If the tenant does not have this one, the node fails.",
    help: () => "Export the journey with its dependencies, or make sure that the tenant has it.",
  },
  "differing-identity-resource": {
    id: "JRN217",
    severity: "error",
    title: (a: { node: string; resource: string; own: string }) =>
      `Node ${quote(a.node)} is for ${quote(a.resource)}, and its journey for ${quote(a.own)}`,
    why: "The platform throws when a node that writes or checks an object is for another kind of object than its journey.",
    help: (a) => `Write ${quote(a.own)}, or change \`identityResource\` of the journey.`,
  },
  "managed-user-in-cloud": {
    id: "JRN218",
    severity: "warning",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} is for the cloud, which has no "managed/user"`,
    why: "The users of a realm in the cloud are `managed/alpha_user` or `managed/bravo_user`; `managed/user` exists in self-managed deployments only.",
    help: () => 'Write "managed/alpha_user", or leave the property out of a text.',
  },
  "misspelt-esv": {
    id: "JRN219",
    severity: "warning",
    title: (a: { name: string; right: string }) => `${quote(`&{${a.name}}`)} names no variable: placeholders have dots`,
    why: "The console shows the name of an ESV with hyphens, and a placeholder has dots in their place. Any other spelling stays in the text as it is.",
    help: (a) => `Write \`&{${a.right}}\`.`,
  },
  "wrong-choice": {
    id: "JRN220",
    severity: "warning",
    title: (a: { node: string; choice: string; problem: "twice" | "unlisted" }) =>
      a.problem === "twice"
        ? `Node ${quote(a.node)} lists choice ${quote(a.choice)} twice`
        : `The default choice ${quote(a.choice)} of node ${quote(a.node)} is none of its choices`,
    why: "A choice is known by its text alone: of two that are equal, users see both and one outcome. Where the default is not listed, the first choice is chosen.",
    help: (a) => (a.problem === "twice" ? "Remove one of them." : "Choose one of the listed choices."),
  },
  "expires-at-once": {
    id: "JRN225",
    severity: "warning",
    title: (a: { node: string; property: string; what: string }) =>
      `The ${a.what} of node ${quote(a.node)} expires at once: ${quote(a.property)} is not above 0`,
    why: "It has expired before it can be used, so nobody gets further with it.",
    help: () => "Give it a lifetime.",
  },
  "session-properties-without-session": {
    id: "JRN226",
    severity: "warning",
    title: (a: { node: string }) => `Node ${quote(a.node)} changes a session that the journey does not create`,
    why: "A journey with `noSession` ends without a session, so the properties are lost.",
    help: () => "Remove the node, or `noSession`.",
  },
  "unused-script": {
    id: "JRN227",
    severity: "info",
    title: (a: { title: string }) => `Script ${quote(a.title)} is not used`,
    why: "No node, resource or other script names it, so it is uploaded but never runs.",
    help: () => "Remove it, unless it is used elsewhere in the realm.",
  },
  "template-without-locale": {
    id: "JRN228",
    severity: "warning",
    title: (a: { template: string; part: "subject" | "message"; locale: string }) =>
      `E-mail template ${quote(a.template)} has no ${a.part} in its default language ${quote(a.locale)}`,
    why: "Users whose language the template does not have get its default language, and then an empty mail or none.",
    help: (a) => `Write the ${a.part} in ${quote(a.locale)}, or make a language that it has the default.`,
  },
});
