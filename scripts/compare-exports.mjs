/**
 * Compares a journey export with its original and returns the first difference in words, or undefined. It ignores `_rev`, the
 * headers `meta` and `origin`, the order of keys, the encoding of a script's text, the spelling `innernodes`, and whether an
 * empty container is there; nothing else.
 *
 * Tests use it instead of the importer's own comparison, so that a mistake in one does not hide in the other.
 */
export function compareExports(original, built) {
  return difference(normalise(original), normalise(built), "");
}

const containers = [
  "nodes",
  "innerNodes",
  "scripts",
  "emailTemplates",
  "themes",
  "socialIdentityProviders",
  "saml2Entities",
  "circlesOfTrust",
  "variable",
  "nodeTypes",
];

function normalise(journey) {
  const { meta: _meta, origin: _origin, innernodes, ...rest } = journey;
  const result =
    innernodes === undefined || rest.innerNodes !== undefined ? { ...rest } : { ...rest, innerNodes: innernodes };
  if (innernodes !== undefined && rest.innerNodes !== undefined) result.innernodes = innernodes;
  for (const name of containers) if (Object.keys(result[name] ?? {}).length === 0) delete result[name];
  if (result.tree) result.tree = withoutRev(result.tree);
  for (const name of ["nodes", "innerNodes"]) if (result[name]) result[name] = eachMember(result[name], withoutRev);
  if (result.scripts) result.scripts = eachMember(result.scripts, (script) => withoutRev(withPlainText(script)));
  return result;
}

function eachMember(object, change) {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));
}

function withoutRev(value) {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const { _rev, ...rest } = value;
  return rest;
}

function withPlainText(script) {
  if (typeof script !== "object" || script === null || !("script" in script)) return script;
  return { ...script, script: plainText(script.script) };
}

/** Decodes the text of a script: JSON in a string, base64, or a list of lines. */
function plainText(text) {
  if (Array.isArray(text) && text.every((line) => typeof line === "string")) return text.join("\n");
  if (typeof text !== "string") return text;
  try {
    const parsed = JSON.parse(text);
    if (typeof parsed === "string") return parsed;
  } catch {
    // It is not JSON in a string.
  }
  const bytes = Buffer.from(text, "base64");
  return text !== "" && bytes.toString("base64") === text ? bytes.toString("utf8") : text;
}

function difference(left, right, path) {
  if (Object.is(left, right)) return undefined;
  const kinds = [left, right].map((value) => (Array.isArray(value) ? "list" : value === null ? "null" : typeof value));
  if (kinds[0] !== kinds[1] || (kinds[0] !== "object" && kinds[0] !== "list"))
    return `${path}: ${show(left)} became ${show(right)}`;
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    const step = `${path}/${key}`;
    if (!Object.hasOwn(right, key)) return `${step}: ${show(left[key])} is lost`;
    if (!Object.hasOwn(left, key)) return `${step}: ${show(right[key])} is new`;
    const found = difference(left[key], right[key], step);
    if (found) return found;
  }
  return undefined;
}

function show(value) {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 120 ? `${text.slice(0, 117)}...` : text;
}
