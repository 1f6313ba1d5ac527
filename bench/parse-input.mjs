// Makes journeys of any size, as `.journey` text and as the export JSON of the same graph.
import { createHash } from "node:crypto";

const uuid = (name) =>
  createHash("sha1")
    .update(name)
    .digest("hex")
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const kinds = [
  {
    type: "IdentifyExistingUser",
    outcomes: ["true", "false"],
    properties: { identifier: "userName", identityAttribute: "mail" },
  },
  {
    type: "EmailSuspend",
    outcomes: ["outcome"],
    properties: {
      emailTemplateName: "resetPassword",
      emailAttribute: "mail",
      identityAttribute: "mail",
      objectLookup: true,
      emailSuspendMessage:
        "An email has been sent to the address you entered. Click the link in that email to proceed.",
    },
  },
  {
    type: "PatchObject",
    outcomes: ["PATCHED", "FAILURE"],
    properties: {
      identityResource: "managed/alpha_user",
      identityAttribute: "mail",
      ignoredFields: [],
      patchAsObject: false,
    },
  },
  {
    type: "AttributeCollector",
    outcomes: ["outcome"],
    properties: {
      attributesToCollect: ["mail", "givenName"],
      identityAttribute: "mail",
      required: true,
      validateInputs: false,
    },
  },
  {
    type: "RetryLimitDecision",
    outcomes: ["Retry", "Reject"],
    properties: { retryLimit: 3, incrementUserAttributeOnFailure: true },
  },
];

const valueText = (value) => (Array.isArray(value) ? `[${value.map(valueText).join(", ")}]` : JSON.stringify(value));

/** One journey of about `characters` characters of text. */
export function makeJourney(name, characters) {
  const lines = [
    `journey ${name} {`,
    `  description: "${name} made for measuring"`,
    `  categories: ["Measuring"]`,
    "",
    "  start -> Step0",
    "",
  ];
  const nodes = {};
  const bodies = {};
  let length = lines.join("\n").length;
  for (let index = 0; length < characters; index++) {
    const kind = kinds[index % kinds.length];
    const id = uuid(`${name}/Step${index}`);
    const own = [`  node Step${index}: ${kind.type} {`];
    const connections = {};
    for (const [key, value] of Object.entries(kind.properties)) own.push(`    ${key}: ${valueText(value)}`);
    own.push("");
    kind.outcomes.forEach((outcome, number) => {
      const target = number === 0 ? `Step${index + 1}` : "failure";
      own.push(kind.outcomes.length === 1 ? `    -> ${target}` : `    ${outcome} -> ${target}`);
      connections[outcome] = number === 0 ? uuid(`${name}/Step${index + 1}`) : "e301438c-0bd0-429c-ab0c-66126501069a";
    });
    own.push("  }", "");
    const block = own.join("\n");
    length += block.length + 1;
    lines.push(block);
    nodes[id] = {
      connections,
      displayName: `Step ${index}`,
      nodeType: `${kind.type}Node`,
      x: 200 * index,
      y: 100,
      version: "1.0",
    };
    bodies[id] = {
      _id: id,
      _outcomes: kind.outcomes.map((outcome) => ({ id: outcome, displayName: outcome })),
      _type: { _id: `${kind.type}Node`, name: kind.type, collection: true, version: "1.0" },
      ...kind.properties,
    };
  }
  lines.push("  require Step0 before success", "}", "");
  const tree = {
    _id: name,
    description: `${name} made for measuring`,
    enabled: true,
    entryNodeId: uuid(`${name}/Step0`),
    identityResource: "managed/alpha_user",
    innerTreeOnly: false,
    mustRun: false,
    nodes,
    staticNodes: {},
    uiConfig: { categories: '["Measuring"]' },
  };
  return {
    text: lines.join("\n"),
    json: JSON.stringify({ trees: { [name]: { tree, nodes: bodies, scripts: {}, themes: [] } } }),
  };
}
