/**
 * The canonical text of a file in `catalogue/`: two spaces, a member a line down to the lists of facts, whose entries
 * (a property, an outcome, a state access) stand on one line each, so that a review shows the fact that changed.
 */

const memberOrder = {
  type: [
    "id",
    "displayName",
    "displayNameGuessed",
    "summary",
    "tags",
    "deprecated",
    "supersededBy",
    "where",
    "allowedInPage",
    "defaultVersion",
    "roles",
    "servesEnd",
    "provenOn",
    "failedOn",
    "note",
    "versions",
  ],
  version: [
    "properties",
    "propertiesIncomplete",
    "outcomes",
    "inputs",
    "outputs",
    "callbacks",
    "constraints",
    "useless",
  ],
  rule: ["kind", "parts", "confidence", "alsoSeen", "note"],
};

/** Writes a node type as `catalogue/<id>.json` holds it. */
export function catalogueText(type) {
  const versions = Object.keys(type.versions).sort(byNumber);
  const lines = members(type, memberOrder.type, "  ", (key, value) => {
    if (key !== "versions") return inline(value);
    return block(
      "  ",
      versions.map((name) => `${JSON.stringify(name)}: ${versionText(value[name])}`),
    );
  });
  return `{\n${lines}\n}\n`;
}

function versionText(version) {
  const lines = members(version, memberOrder.version, "      ", (key, value) =>
    key === "outcomes" ? ruleText(value) : Array.isArray(value) ? list("      ", value) : inline(value),
  );
  return `{\n${lines}\n    }`;
}

function ruleText(rule) {
  const lines = members(rule, memberOrder.rule, "        ", (_key, value) =>
    Array.isArray(value) ? list("        ", value) : inline(value),
  );
  return `{\n${lines}\n      }`;
}

function members(object, order, indent, print) {
  const unknown = Object.keys(object).filter((key) => !order.includes(key));
  if (unknown.length > 0) throw new Error(`unknown member ${unknown.join(", ")}`);
  return order
    .filter((key) => object[key] !== undefined)
    .map((key) => `${indent}${JSON.stringify(key)}: ${print(key, object[key])}`)
    .join(",\n");
}

function list(indent, values) {
  return values.length === 0
    ? "[]"
    : `[\n${values.map((value) => `${indent}  ${inline(value)}`).join(",\n")}\n${indent}]`;
}

function block(indent, entries) {
  return `{\n${entries.map((entry) => `${indent}  ${entry}`).join(",\n")}\n${indent}}`;
}

function inline(value) {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, member]) => `${JSON.stringify(key)}: ${inline(member)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

function byNumber(left, right) {
  return Number(left) - Number(right);
}
