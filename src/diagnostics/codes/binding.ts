import { defineCodes, quote } from "../define-codes.js";

/** Of many names in one message, so many more than the first are shown. */
const listedOutcomes = 5;

/** JRN1xx: names and what they refer to. */
export const bindingCodes = defineCodes({
  "duplicate-name": {
    id: "JRN101",
    severity: "error",
    title: (a: { what: string; name: string }) => `${a.what} ${quote(a.name)} is declared twice`,
    why: "A name must stand for one thing only; otherwise it would be unclear where an arrow leads.",
    help: () => "Rename one of them, or remove the one that is too many.",
  },
  "reserved-name": {
    id: "JRN102",
    severity: "error",
    title: (a: { what: string; name: string }) => `${a.what} cannot be called ${quote(a.name)}`,
    why: "The language gives this name a meaning of its own, so it cannot stand for anything else.",
    help: () => "Choose another name.",
  },
  "unresolved-target": {
    id: "JRN103",
    severity: "error",
    title: (a: { name: string; journey: string }) => `Journey ${quote(a.journey)} has no node ${quote(a.name)}`,
    why: "An arrow must lead to a node of the same journey, or to `success` or `failure`.",
    help: () => "Correct the name, or declare the node.",
  },
  "unknown-node": {
    id: "JRN104",
    severity: "error",
    title: (a: { name: string; journey: string }) => `Journey ${quote(a.journey)} has no node ${quote(a.name)}`,
    why: "A rule, a layout line, `raw` or a scenario refers to a node that does not exist.",
    help: () => "Correct the name, or remove this line.",
  },
  "missing-start": {
    id: "JRN105",
    severity: "error",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} does not say where it starts`,
    why: "The platform needs the first node of a journey.",
    help: () => "Add `start -> Node`.",
  },
  "duplicate-start": {
    id: "JRN106",
    severity: "error",
    title: (a: { journey: string }) => `Journey ${quote(a.journey)} starts twice`,
    why: "A journey has one first node, so this arrow would be ignored.",
    help: () => "Keep one `start ->`.",
  },
  "unknown-outcome": {
    id: "JRN107",
    severity: "error",
    title: (a: { node: string; outcome: string; others?: readonly string[] }) => {
      const others = (a.others ?? []).map((other) => `, ${quote(other)}`);
      const more = others.length > listedOutcomes ? ` and ${others.length - listedOutcomes} more` : "";
      return `Node ${quote(a.node)} has no outcome ${quote(a.outcome)}${others.slice(0, listedOutcomes).join("")}${more}`;
    },
    why: "The platform never follows an arrow for an outcome that the node does not have.",
  },
  "duplicate-outcome": {
    id: "JRN108",
    severity: "error",
    title: (a: { node: string; outcome: string }) =>
      `Outcome ${quote(a.outcome)} of node ${quote(a.node)} has two arrows`,
    why: "An outcome leads to one place; the second arrow would replace the first.",
    help: () => "Keep one of the arrows.",
  },
  "ambiguous-outcome": {
    id: "JRN109",
    severity: "error",
    title: (a: { node: string; count: number }) =>
      a.count === 0
        ? `Node ${quote(a.node)} has no outcome, so no arrow can leave it`
        : `Node ${quote(a.node)} has ${a.count} outcomes, and the arrow does not say which`,
    why: "`-> Target` stands for the only outcome of a node; on a node with several outcomes, or none, it has no meaning.",
  },
  "unknown-script": {
    id: "JRN110",
    severity: "error",
    title: (a: { name: string }) => `No script ${quote(a.name)} is declared here`,
    why: "A bare word as a value refers to a script that this journey or this file declares.",
    help: () => "Declare it with `script`, or put the text in quotes.",
  },
  "misplaced-word": {
    id: "JRN111",
    severity: "error",
    title: (a: { word: string; property: string }) => `${quote(a.word)} is not a value of ${quote(a.property)}`,
    why: "A bare word is the name of a script, or `absent`. Texts are written in quotes.",
    help: () => "Put the text in quotes.",
  },
  "misplaced-absent": {
    id: "JRN112",
    severity: "error",
    title: (a: { property: string }) => `${quote(a.property)} cannot be absent`,
    why: "`absent` leaves a property of a node or of a journey out of the export; it has no meaning elsewhere.",
  },
  "unknown-param": {
    id: "JRN113",
    severity: "error",
    title: (a: { name: string; isLater?: boolean }) =>
      `No parameter ${quote(a.name)} is declared ${a.isLater === true ? "above this one" : "in this file"}`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the text is about the language's own placeholders.
    why: "`${name}` stands for the value of a declared parameter, or for `${realm}`.",
    help: () => "Declare it with `param`, or write `\\${` if you mean the characters themselves.",
  },
  "missing-param": {
    id: "JRN114",
    severity: "error",
    title: (a: { name: string }) => `Parameter ${quote(a.name)} has no value`,
    why: "It has no default, and no value was given.",
    help: (a) => `Give one with \`--param ${a.name}=value\` or in the configuration, or write a default.`,
  },
  "wrong-param": {
    id: "JRN115",
    severity: "error",
    title: (a: { name: string; expected: string }) => `Parameter ${quote(a.name)} must be ${a.expected}`,
    why: "The given value does not fit the kind of the default, or the place where it is used.",
  },
  "unknown-property": {
    id: "JRN116",
    severity: "warning",
    title: (a: { type: string; property: string; isOfServer?: boolean }) =>
      a.isOfServer === true
        ? `The catalogue does not know property ${quote(a.property)} of ${a.type}`
        : `${a.type} has no property ${quote(a.property)}`,
    why: "The platform refuses or ignores properties that it does not know, so a misspelt one has no effect.",
  },
  "missing-property": {
    id: "JRN117",
    severity: "error",
    title: (a: { node: string; property: string; while?: string }) =>
      a.while === undefined
        ? `Node ${quote(a.node)} needs the property ${quote(a.property)}`
        : `${quote(a.property)} of node ${quote(a.node)} must not be empty with \`${a.while}\``,
    why: "The platform requires this property, and it has no default, or the node refuses every request without it.",
    help: (a) =>
      a.while === undefined ? `Add \`${a.property}: …\`.` : `Give it a value, or another one than \`${a.while}\`.`,
  },
  "wrong-value": {
    id: "JRN118",
    severity: "error",
    title: (a: { property: string; problem: string }) => `${quote(a.property)} ${a.problem}`,
    why: "The platform refuses a value of another kind.",
  },
  "duplicate-property": {
    id: "JRN119",
    severity: "error",
    title: (a: { property: string }) => `${quote(a.property)} is given twice`,
    why: "Only one of the values could be used, and a reader cannot tell which.",
    help: () => "Keep one of them.",
  },
  "misplaced-locale": {
    id: "JRN120",
    severity: "error",
    title: (a: { property: string; locale: string }) =>
      `${quote(a.property)} is not a localised text, so it has no ${quote(a.locale)}`,
    why: "A dotted key gives one locale of a text that the platform keeps in several languages.",
    help: (a) => `Leave out \`.${a.locale}\`: the property has one text for all languages.`,
  },
  "unknown-option": {
    id: "JRN121",
    severity: "error",
    title: (a: { name: string; what: string }) => `${quote(a.name)} is not known ${a.what}`,
    why: "Only the names listed in the language reference have a meaning here.",
  },
  "reserved-setting": {
    id: "JRN122",
    severity: "error",
    title: (a: { name: string }) => `${quote(a.name)} cannot be set: the compiler writes it`,
    why: "The nodes, ids, positions and entry of the export are derived from the journey's text.",
    help: () => "Use `layout` for ids and positions, and `raw` for anything else.",
  },
  "edge-in-inner-node": {
    id: "JRN123",
    severity: "error",
    title: (a: { node: string }) => `Inner node ${quote(a.node)} cannot have an arrow of its own`,
    why: "The nodes of a page are shown together, and the page decides what follows.",
    help: (a) => `Move the arrow to the page: \`${a.node}.outcome -> Target\`.`,
  },
  "duplicate-id": {
    id: "JRN124",
    severity: "error",
    title: (a: { id: string; first: string; second: string; isDerived: boolean }) =>
      `Nodes ${quote(a.first)} and ${quote(a.second)} have the same id ${quote(a.id)}`,
    why: "The platform stores one node under an id, so the other would be lost.",
    help: (a) =>
      a.isDerived
        ? `Remove the line of ${quote(a.first)} from \`layout\`: the node then gets an id of its own.`
        : `Write another id for ${quote(a.second)}, or remove its whole line from \`layout\`: the node then gets an id of its own.`,
  },
  "unsafe-path": {
    id: "JRN125",
    severity: "error",
    title: (a: { path: string; hasBackslashes?: boolean }) =>
      a.hasBackslashes === true
        ? `The steps of a path have \`/\` between them, not \`\\\`: "${a.path}"`
        : `${quote(a.path)} leads out of the journey's folder`,
    why: "A journey may only use files beside it or below, so that it means the same on every machine.",
    help: () => "Write a relative path with `/`, without `..`.",
  },
  "missing-file": {
    id: "JRN126",
    severity: "error",
    title: (a: { what: string; name: string }) => `${a.what} ${quote(a.name)} does not name its file`,
    why: "The content of a script or resource is in a file of its own.",
    help: () => 'Add `file: "…"`.',
  },
  "invalid-resource": {
    id: "JRN127",
    severity: "error",
    title: (a: { path: string; problem: string }) => `${quote(a.path)} is not valid JSON: ${a.problem}`,
    why: "A resource is copied into the export as JSON.",
  },
  "resource-of-another": {
    id: "JRN134",
    severity: "warning",
    title: (a: { path: string; held: string; id: string }) =>
      `${quote(a.path)} holds ${quote(a.held)}, not ${quote(a.id)}`,
    why: "The content of the file is uploaded under the id in the text, so that one resource overwrites another, or is a second copy of it.",
  },
  "unknown-journey": {
    id: "JRN128",
    severity: "error",
    title: (a: { name: string }) => `There is no journey ${quote(a.name)}`,
    why: "A scenario must name a journey of the same project.",
  },
  "misplaced-page": {
    id: "JRN129",
    severity: "error",
    title: (a: { node: string }) => `${quote(a.node)} cannot be inside a page`,
    why: "The platform refuses a page or an inner journey inside a page.",
  },
  "colon-for-arrow": {
    id: "JRN130",
    severity: "error",
    title: (a: { outcome: string; target: string }) => `An arrow leads to ${quote(a.target)}, not a colon`,
    why: "`key: value` sets a property; `outcome -> target` says where the journey goes on.",
    help: (a) => `Write \`${a.outcome} -> ${a.target}\`.`,
  },
  "quoted-script": {
    id: "JRN131",
    severity: "error",
    title: (a: { text: string; script: string }) => `${quote(a.text)} in quotes is no script`,
    why: "A text in the place of a script is an id of the platform, and no script has this one. Names stand without quotes.",
    help: (a) => `Write \`${a.script}\`.`,
  },
  "misspelt-declaration": {
    id: "JRN132",
    severity: "error",
    title: (a: { what: string; declared: string; used: string; count: number }) =>
      `${a.what} ${quote(a.declared)} is used by nothing, and ${quote(a.used)}, used ${a.count} times, is not declared`,
    why: "Where several uses agree on a name that is nearly the declared one, it is the declaration that is misspelt.",
    help: (a) => `Did you mean to declare \`${a.used}\`?`,
  },
  "unused-param": {
    id: "JRN133",
    severity: "info",
    title: (a: { name: string }) => `Parameter ${quote(a.name)} is not used`,
    why: "Nothing in the file takes its value, so what is given for it changes nothing.",
    help: (a) => `Write \`\${${a.name}}\` where its value belongs, or remove it.`,
  },
});
