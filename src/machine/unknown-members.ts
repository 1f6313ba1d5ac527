import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import { attributeMeantBy } from "../model/managed-attributes.js";
import type { Journey } from "../model/model.js";
import type { BoundStep, KeyPlaces } from "../model/scenario.js";
import { allNodes } from "../model/used-resources.js";

/** What can be expected of a thing, and what else it may be called. */
const members: Readonly<Record<string, readonly string[]>> = {
  email: ["to", "from", "subject", "text", "template", "resumeUri", "object"],
  sms: ["to", "from", "subject", "text", "template", "resumeUri", "object"],
  session: ["username", "universalId", "realm", "authLevel", "properties"],
};

/** How others call what messages have. */
const otherWords: Readonly<Record<string, string>> = {
  recipient: "to",
  address: "to",
  mail: "to",
  email: "to",
  phone: "to",
  sender: "from",
  templateName: "template",
  templateId: "template",
  emailTemplateName: "template",
  title: "subject",
  body: "text",
  message: "text",
  content: "text",
  link: "resumeUri",
  url: "resumeUri",
};

/** Members that nothing expected has, and attributes of users that are misspelt, at their keys. */
export function unknownMembers(step: BoundStep, journey: Journey | undefined): readonly Diagnostic[] {
  if (step.kind === "given" && step.subject === "user")
    return misspeltAttributes("given user", step.keyPlaces, journey);
  if (step.kind !== "expect" || !("keyPlaces" in step)) return [];
  if (step.subject === "user") return misspeltAttributes("expect user", step.keyPlaces, journey);
  const known = members[step.subject];
  if (known === undefined) return [];
  return [...step.keyPlaces].flatMap(([key, place]) => {
    if (known.includes(key)) return [];
    const word = step.subject !== "session" && Object.hasOwn(otherWords, key) ? otherWords[key] : undefined;
    const near = word ?? nearestName(key, known);
    const help =
      near === undefined ? `There are ${known.map((each) => `\`${each}\``).join(", ")}.` : `Did you mean \`${near}\`?`;
    const fixes = near === undefined ? [] : [writing(near, place)];
    return [
      createDiagnostic(
        "invalid-step",
        place,
        { problem: `\`expect ${step.subject}\` has no "${key}"` },
        { help, fixes },
      ),
    ];
  });
}

/** What a user of the scenario has that is nearly an attribute of users, and that no node of the journey names. `username` is a key of node state. */
function misspeltAttributes(property: string, keys: KeyPlaces, journey: Journey | undefined): readonly Diagnostic[] {
  const resource = journey?.settings.get("identityResource")?.value;
  const isCloud = typeof resource === "string" && /^managed\/(?:alpha|bravo)_user$/.test(resource);
  return [...keys].flatMap(([attribute, place]) => {
    const right = attributeMeantBy(attribute, isCloud);
    if (
      right === undefined ||
      keys.has(right) ||
      (journey !== undefined && attribute !== "username" && names(journey, attribute))
    )
      return [];
    const args = { property, attribute, right };
    return [createDiagnostic("misspelt-attribute", place, args, { fixes: [writing(right, place)] })];
  });
}

/** Whether a node or a script has a text: an attribute of one's own is there as well. */
function names({ nodes, scripts }: Journey, text: string): boolean {
  const written = JSON.stringify(text);
  return (
    scripts.some(({ body }) => body.includes(text)) ||
    allNodes(nodes).some(({ properties }) =>
      [...properties.values()].some(({ value }) => JSON.stringify(value)?.includes(written) === true),
    )
  );
}

function writing(text: string, { range }: Place) {
  return { title: `Write ${text}`, edits: [{ range, text }] };
}
