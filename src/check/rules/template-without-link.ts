import { nearestName } from "../../diagnostics/suggest.js";
import type { JourneyNode, Resource } from "../../model/model.js";
import { isJsonObject } from "../../text/json.js";
import { nodeLabel } from "../describe-node.js";
import { journeyRule } from "../rule.js";

/** The node gives the link to the template under this name. */
const link = "resumeURI";

/** Reports templates of the Email Suspend node whose message lacks the link: nobody can go on from that mail. */
export const templateWithoutLink = journeyRule("template-without-link", "may-miss", (facts, report) => {
  const told = new Set<Resource>();
  for (const node of facts.reachedNodes) {
    const template = node.typeId === "EmailSuspendNode" ? templateOf(node, facts.journey.resources) : undefined;
    if (template === undefined || told.has(template)) continue;
    const messages = messagesOf(template);
    const without = messages.filter(([, text]) => !text.includes(link));
    // A mail of which one language has the link may do without it in another, unless it is misspelt there.
    const isWhole = without.length === messages.length;
    const lacking = isWhole ? without : without.filter(([, text]) => misspelt(text) !== undefined);
    const [first] = lacking;
    if (first === undefined) continue;
    told.add(template);
    const written = misspelt(first[1]);
    const languages = isWhole ? [] : lacking.map(([locale]) => locale);
    const args = { template: template.id, node: nodeLabel(node), languages };
    const help =
      written === undefined ? {} : { help: `Write \`{{object.${link}}}\` instead of \`{{object.${written}}}\`.` };
    report({ at: template.place, args, related: [{ place: node.namePlace, message: "It sends the mail" }], ...help });
  }
});

function templateOf({ properties }: JourneyNode, resources: readonly Resource[]): Resource | undefined {
  const name = properties.get("emailTemplateName")?.value;
  return resources.find(({ kind, id }) => kind === "emailTemplate" && id === name);
}

/** The message by locale, where it is written out. */
function messagesOf({ content }: Resource): readonly (readonly [locale: string, text: string])[] {
  const message = isJsonObject(content) && isJsonObject(content.message) ? content.message : {};
  return Object.entries(message).flatMap(([locale, text]) =>
    typeof text === "string" && text.trim() !== "" && !text.includes("&{") ? [[locale, text] as const] : [],
  );
}

/** The placeholder that has nearly the name of the link. */
function misspelt(text: string): string | undefined {
  const names = [...text.matchAll(/\{\{\{?\s*object\.([\w.]+)\s*\}/g)].map(([, name = ""]) => name);
  return names.find((name) => nearestName(name, [link]) !== undefined || /^(?:resume|link|url?i?)/i.test(name));
}
