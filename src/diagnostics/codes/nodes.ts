import { defineCodes, quote } from "../define-codes.js";

const addressHelp = {
  domain: "Write the domain alone, such as `example.com`.",
  origin: "Write scheme and server alone, such as `https://www.example.com`.",
  "origin of its domain": "Write an origin of the domain.",
  "web address": "Write a path, or an address such as `https://www.example.com/home`.",
  "mail address": "Write an address such as `no-reply@example.com`.",
} as const;

/** JRN21x: nodes in a journey, beyond the values of single settings. */
export const nodeCodes = defineCodes({
  "deprecated-node-type": {
    id: "JRN211",
    severity: "warning",
    title: (a: { type: string; successor: string | undefined; since: string | undefined; count: number }) =>
      a.count === 1
        ? `Node type ${quote(a.type)} is deprecated`
        : `Node type ${quote(a.type)} is deprecated (${a.count} nodes)`,
    why: "The vendor keeps it for existing journeys and may remove it in a later release.",
    help: (a) =>
      a.successor === undefined
        ? "There is no successor; see the vendor's documentation."
        : `Its successor is ${quote(a.successor)}${a.since === undefined ? "" : `, which PingAM has from ${a.since} on`}.`,
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
  "disagreeing-type": {
    id: "JRN258",
    severity: "warning",
    title: (a: { node: string; reference: string; body: string }) =>
      `Node ${quote(a.node)} is of type ${quote(a.reference)} in the journey and of type ${quote(a.body)} in its settings`,
    why: "The platform looks for settings of the type that the journey names, and finds none under the id of the node.",
    help: () => "Make the two types equal.",
  },
  "broken-stage": {
    id: "JRN259",
    severity: "warning",
    title: (a: { node: string; problem: string }) =>
      `The JSON in \`stage\` of ${quote(a.node)} cannot be read: ${a.problem}`,
    why: "A login page that cannot read the JSON of a stage takes neither the theme nor the texts of buttons from it.",
    help: () => "Mend the JSON: quotes, commas and braces count.",
  },
  "unknown-node-version": {
    id: "JRN261",
    severity: "warning",
    title: (a: { node: string; type: string; version: string; known: readonly string[] }) =>
      `Node ${quote(a.node)} is of version ${a.version} of ${a.type}, which is not known`,
    why: "A tenant that does not have this version of the node type refuses the journey. Which settings and outcomes the node has is judged by the version that the catalogue takes by default.",
    help: (a) => `Known is version ${a.known.join(" or ")}: write \`@${a.known.at(-1)}\`, or leave the version out.`,
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
    title: (a: { what: "Node" | "Script" | "Journey"; node: string; kind: string; ids: readonly string[] }) =>
      `${a.what} ${quote(a.node)} uses ${a.kind} ${a.ids.map(quote).join(", ")}, which this export does not contain`,
    why: "The export contains other dependencies of this kind. If the tenant does not have this one, the node fails.",
    help: () => "Export the journey with its dependencies, or make sure that the tenant has it.",
  },
  "differing-identity-resource": {
    id: "JRN217",
    severity: "error",
    title: (a: { node: string; resource: string; own: string; other: string | undefined }) =>
      `Node ${quote(a.node)} is for ${quote(a.resource)}, and ${a.other === undefined ? "its journey" : `node ${quote(a.other)}`} for ${quote(a.own)}`,
    why: "The platform throws when a node that writes or checks an object is for another kind of object than its journey.",
    help: (a) =>
      a.other === undefined
        ? `Write ${quote(a.own)}, or change \`identityResource\` of the journey.`
        : `Write the \`identityResource\` of the journey in both nodes: ${quote(a.own)}, if that is right.`,
  },
  "managed-user-in-cloud": {
    id: "JRN218",
    severity: "warning",
    title: (a: { journey: string; realm: string }) =>
      `Journey ${quote(a.journey)} is for the cloud, which has no "managed/user"`,
    why: "The users of a realm in the cloud are `managed/alpha_user` or `managed/bravo_user`; `managed/user` exists in self-managed deployments only.",
    help: (a) => `Write "managed/${a.realm}_user", or leave the property out of a text.`,
  },
  "type-not-in-cloud": {
    id: "JRN257",
    severity: "warning",
    title: (a: { journey: string; type: string; instead: string | undefined }) =>
      `Journey ${quote(a.journey)} is for the cloud, which has no node type ${quote(a.type)}`,
    why: "Only self-managed deployments have the type. A tenant in the cloud refuses the journey.",
    help: (a) =>
      a.instead === undefined
        ? "Use a type that the cloud has: `journeyc nodes TYPE` says where each exists."
        : `The cloud has \`${a.instead}\` for this.`,
  },
  "misspelt-esv": {
    id: "JRN219",
    severity: "warning",
    title: (a: { written: string; right: string }) =>
      `${quote(a.written)} names no variable: write ${a.right.includes('"') ? a.right : quote(a.right)}`,
    why: "The console shows the name of an ESV with hyphens. A placeholder stands between `&{` and `}` and has dots in their place; so has the name that a script asks for. Any other spelling stays as it is, or finds nothing.",
    help: (a) => `Write \`${a.right}\`.`,
  },
  "wrong-choice": {
    id: "JRN220",
    severity: "warning",
    title: (a: { node: string; choice: string; problem: "twice" | "unlisted" | { noKeyOf: string } }) => {
      if (a.problem === "twice") return `Node ${quote(a.node)} lists choice ${quote(a.choice)} twice`;
      if (a.problem === "unlisted")
        return `The default choice ${quote(a.choice)} of node ${quote(a.node)} is none of its choices`;
      return `${quote(a.choice)} is no key of ${quote(a.problem.noKeyOf)} of node ${quote(a.node)}`;
    },
    why: "A choice is known by its text alone: of two that are equal, users see both and one outcome. Where the default is not listed, the first choice is chosen. What is none of the keys of a map that it is to be among is passed over.",
    help: (a) =>
      a.problem === "twice"
        ? "Remove one of them."
        : a.problem === "unlisted"
          ? "Choose one of the listed choices."
          : `Write one of the keys of \`${a.problem.noKeyOf}\`, or add this one there.`,
  },
  "expires-at-once": {
    id: "JRN225",
    severity: "warning",
    title: (a: { node: string; property: string; what: string; value: number }) =>
      `The ${a.what} of node ${quote(a.node)} expires at once: ${quote(a.property)} is ${
        a.value > 0 ? `${a.value} milliseconds` : "not above 0"
      }`,
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
  "template-without-link": {
    id: "JRN255",
    severity: "warning",
    title: (a: { template: string; node: string /** Where not all lack it. */; languages: readonly string[] }) =>
      `E-mail template ${quote(a.template)} of node ${quote(a.node)} has no link to go on${a.languages.length === 0 ? "" : ` in ${a.languages.map(quote).join(", ")}`}`,
    why: "The node ends the visit until the user follows the link in the mail, which the template has as `{{object.resumeURI}}`. Without it, nobody gets any further.",
    help: () => "Write `{{object.resumeURI}}` where the link belongs.",
  },
  "misspelt-attribute": {
    id: "JRN231",
    severity: "warning",
    title: (a: { node?: string; property: string; attribute: string; right: string; isOfSession?: boolean }) =>
      `${a.node === undefined ? `\`${a.property}\`` : `${quote(a.property)} of node ${quote(a.node)}`} names the ${a.isOfSession === true ? "property" : "attribute"} ${quote(a.attribute)}, which ${a.isOfSession === true ? "sessions" : "users"} do not have`,
    why: "The platform looks for exactly this name, case included. It finds no account by it, and reads and writes nothing.",
    help: (a) => `Did you mean ${quote(a.right)}?`,
  },
  "loose-limit": {
    id: "JRN232",
    severity: "warning",
    title: (a: {
      node: string | undefined;
      property: string;
      value: number;
      unit: string;
      than: { what: "cookie" | "session"; time: number } | undefined;
    }) => {
      const owner = a.node === undefined ? "" : ` of node ${quote(a.node)}`;
      const effect =
        a.than === undefined
          ? "which hardly limits anything"
          : `and the ${a.than.what} ${a.than.what === "cookie" ? "lives" : "lasts"} for ${a.than.time}`;
      return `${quote(a.property)}${owner} is ${a.value}${a.unit === "" ? "" : ` ${a.unit}`}, ${effect}`;
    },
    why: "A limit is there to keep attackers from guessing, or from using what they found. Far beyond the usual value it does not.",
    help: (a) =>
      a.unit === "characters"
        ? "Choose a value nearer to the default."
        : "Choose a value nearer to the default, and look at its unit.",
  },
  "differing-cookie-name": {
    id: "JRN233",
    severity: "warning",
    title: (a: { node: string; name: string; other: string }) =>
      `Node ${quote(a.node)} looks for the cookie ${a.name}, and the journey sets ${a.other}`,
    why: "The cookie that the journey sets is never found, so users sign on again each time.",
    help: () => "Give both nodes the same cookie name.",
  },
  "misspelt-identity-resource": {
    id: "JRN234",
    severity: "warning",
    title: (a: { resource: string; right: string | undefined }) =>
      `The identity resource ${quote(a.resource)} is none${a.right === undefined ? ": such names begin with `managed/`" : ""}`,
    why: "The platform looks for users under this path. Where it is wrong, no node that reads or writes an account works.",
    help: (a) =>
      a.right === undefined
        ? "Write `managed/` and the name of the managed object."
        : `Did you mean ${quote(a.right)}?`,
  },
  "broken-query-filter": {
    id: "JRN235",
    severity: "warning",
    title: (a: { node: string; problem: string }) =>
      `The query filter of node ${quote(a.node)} cannot be read: ${a.problem}`,
    why: "The platform reads the filter when a user gets to the node, and the journey ends in an error.",
    help: () => 'A filter joins conditions such as `/mail eq "x"` and `/city pr` by `and`, `or`, `!` and parentheses.',
  },
  "nothing-to-save": {
    id: "JRN245",
    severity: "warning",
    title: (a: {
      node: string;
      isNew: boolean;
      ignored: { readonly name: string; readonly asker: string } | undefined;
      /** The nodes that ask for something, where the one that saves stands before them. */
      late?: readonly string[];
    }) =>
      a.late !== undefined
        ? `Nothing saves what node ${quote(a.late[0] ?? "")} asks for: node ${quote(a.node)} stands before it`
        : a.ignored !== undefined
          ? `Node ${quote(a.node)} does not save what node ${quote(a.ignored.asker)} asks for: ${quote(a.ignored.name)} is in \`ignoredFields\``
          : a.isNew
            ? `Node ${quote(a.node)} creates an account, but nothing before it asks for a user name`
            : `Node ${quote(a.node)} changes an account, but nothing before it asks for anything to be saved`,
    why: "The node saves what nodes before it have collected as attributes. An account without a user name is refused; a change without attributes saves nothing and succeeds.",
    help: (a) =>
      a.late !== undefined
        ? `Put ${a.late.map(quote).join(", ")} before ${quote(a.node)}.`
        : a.ignored !== undefined
          ? `Remove ${quote(a.ignored.name)} from \`ignoredFields\`: nothing else uses it.`
          : a.isNew
            ? "Ask for the user name before it, with a Platform Username node or an Attribute Collector."
            : "Ask for what is to be saved, such as the new password, before it.",
  },
  "misspelt-node-type": {
    id: "JRN246",
    severity: "warning",
    title: (a: { type: string; right: string }) => `There is no node type ${quote(a.type)}`,
    why: "The platform refuses a journey with a node of a type that it does not have.",
    help: (a) => `Did you mean ${quote(a.right)}?`,
  },
  "new-password-not-checked": {
    id: "JRN247",
    severity: "warning",
    title: (a: { node: string; saves: string }) =>
      `The new password of node ${quote(a.node)} is not checked before node ${quote(a.saves)} saves it`,
    why: "A password that breaks the tenant's policy is refused only when it is saved: the user is not told why, and cannot choose another one.",
    help: () => "Set `validateInput: true`, so that the page shows what the policy demands.",
  },
  "optional-mandatory-attribute": {
    id: "JRN239",
    severity: "warning",
    title: (a: { node: string | undefined; attributes: readonly string[]; saves: string }) =>
      a.node === undefined
        ? `Nothing asks for ${a.attributes.map(quote).join(", ")}, which node ${quote(a.saves)} needs`
        : `Node ${quote(a.node)} lets users leave ${a.attributes.map(quote).join(", ")} empty, which node ${quote(a.saves)} needs`,
    why: "An account without its mandatory attributes is refused when it is created, and the user is not told why.",
    help: (a) =>
      a.node === undefined
        ? "Let an Attribute Collector ask for it, unless the tenant's users need not have it."
        : "Set `required: true` or `validateInputs: true`, unless the tenant's users need not have it.",
  },
  "unused-resource": {
    id: "JRN248",
    severity: "info",
    title: (a: { kind: string; id: string }) => `${a.kind} ${quote(a.id)} is not used`,
    why: "No node, script or other resource names it, so it is uploaded with the journey and changes the tenant for nothing.",
    help: () => "Remove it, unless it is used elsewhere in the realm.",
  },
  "other-types-name": {
    id: "JRN249",
    severity: "info",
    title: (a: { label: string; type: string }) =>
      `A node of type ${quote(a.type)} is called ${quote(a.label)}, like another type`,
    why: "On the canvas it looks like a node of that other type. Mostly a node was replaced, and its label stayed.",
    help: () => "Give it a name that says what it does.",
  },
  "malformed-address": {
    id: "JRN242",
    severity: "warning",
    title: (a: { node: string; property: string; value: string; what: keyof typeof addressHelp }) =>
      `${quote(a.property)} of node ${quote(a.node)} is ${quote(a.value)}, which is no ${a.what}`,
    why: "The platform or the browser takes the address as it stands, and refuses it only when a user comes to the node.",
    help: ({ what }: { what: keyof typeof addressHelp }) => addressHelp[what],
  },
  "differing-oath-settings": {
    id: "JRN243",
    severity: "warning",
    title: (a: { node: string; property: string; value: string; other: string }) =>
      `Node ${quote(a.node)} checks codes with ${quote(a.property)} ${a.value}, and the journey registers apps for ${a.other}`,
    why: "The app makes its codes as it was told at its registration. Where they are checked otherwise, no code is right.",
    help: () => "Give both nodes the same settings.",
  },
  "url-without-effect": {
    id: "JRN244",
    severity: "warning",
    title: (a: { node: string; end: "success" | "failure"; isAddress: boolean }) =>
      a.isAddress
        ? `Node ${quote(a.node)} sets where ${a.end} leads, but nothing behind it ends in ${a.end}`
        : `What node ${quote(a.node)} does comes to effect at ${a.end}, but nothing behind it ends in ${a.end}`,
    why: "Each end of a journey has an address and details of its own, and only success has a session and cookies. What is set for the other end is never used.",
    help: (a) => `Put it where ${a.end} can follow, or remove it.`,
  },
  "asked-twice": {
    id: "JRN250",
    severity: "warning",
    title: (a: { page: string | undefined; nodes: readonly [string, string]; key: string }) =>
      a.page === undefined
        ? `Node ${quote(a.nodes[0])} asks for ${quote(a.key)} twice`
        : `Page ${quote(a.page)} asks for ${quote(a.key)} twice, in ${quote(a.nodes[0])} and ${quote(a.nodes[1])}`,
    why: "The platform compares nothing: what is typed into the last field replaces what was typed into the first.",
    help: () => "Remove one of the nodes.",
  },
  "recovery-codes-not-shown": {
    id: "JRN251",
    severity: "info",
    title: (a: { node: string }) => `Node ${quote(a.node)} makes recovery codes, and nothing behind it shows them`,
    why: "Recovery codes are shown once, right after the registration. Users who have never seen them cannot sign on without their device.",
    help: () => "Put a Recovery Code Display Node behind it, or set `generateRecoveryCodes: false`.",
  },
  "differing-settings": {
    id: "JRN253",
    severity: "warning",
    title: (a: { node: string; property: string; value: string; other: string; there: string }) =>
      `${quote(a.property)} of node ${quote(a.node)} is ${a.value}, and node ${quote(a.other)} ${a.there}`,
    why: "The two nodes work together, and with these settings they never do: what one of them makes, the other one does not find.",
    help: () => "Give both nodes the same setting.",
  },
  "equal-settings": {
    id: "JRN254",
    severity: "warning",
    title: (a: { node: string; property: string; other: string; usual: string | undefined }) =>
      `${quote(a.property)} of node ${quote(a.node)} has the value of ${quote(a.other)}`,
    why: "The two settings name different things. With one value for both, the node takes one thing for the other, or writes one over the other.",
    help: (a) =>
      a.usual === undefined
        ? `Give \`${a.property}\` the name that is meant for it.`
        : `Give \`${a.property}\` the name that is meant for it: \`${JSON.stringify(a.usual)}\`, if nothing else was agreed on.`,
  },
  "useless-settings": {
    id: "JRN256",
    severity: "warning",
    title: (a: { node: string; settings: readonly string[]; effect: string }) =>
      `Node ${quote(a.node)} ${a.effect}${a.settings.length === 0 ? "" : `, with ${a.settings.join(" and ")}`}`,
    why: "The platform takes the node as it is, but it does nothing in this way, or fails for everybody.",
  },
  "no-recovery-codes": {
    id: "JRN252",
    severity: "warning",
    title: (a: { node: string }) => `Node ${quote(a.node)} shows nothing: nothing before it makes recovery codes`,
    why: "Codes are made when a device is registered, and are gone after that. Without them the platform passes over the node.",
    help: () => "Put it behind the registration of a device, and let that generate recovery codes.",
  },
});
