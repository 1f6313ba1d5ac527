import { readPath } from "./attribute-path.js";
import type { Message } from "./outbox.js";
import type { World } from "./world.js";
import type { ManagedObject } from "./world-options.js";

/** A mail to be made from a template. */
export interface TemplateMail {
  readonly template: string;
  readonly to: string;
  readonly object: ManagedObject;
  readonly resumeUri?: string;
}

/** Sends a mail by template. The mail has no subject and no text when the world has no such template. */
export function sendTemplate(world: World, { template, to, object, resumeUri }: TemplateMail): void {
  const filled = resumeUri === undefined ? object : { ...object, resumeURI: resumeUri };
  const { emailTemplates = {} } = world.options;
  const found = Object.hasOwn(emailTemplates, template) ? emailTemplates[template] : undefined;
  const subject = inLanguage(world, found?.subject);
  const text = inLanguage(world, found?.message);
  const message: Message = {
    kind: "email",
    to,
    ...(found?.from !== undefined && { from: found.from }),
    template,
    ...(subject !== undefined && { subject: fill(subject, filled) }),
    ...(text !== undefined && { text: fill(text, filled) }),
    object: filled,
    ...(resumeUri !== undefined && { resumeUri }),
    at: world.clock.now,
  };
  world.send(message);
}

function inLanguage(
  world: World,
  text: string | { readonly [locale: string]: string } | undefined,
): string | undefined {
  return typeof text === "object" ? world.localise(new Map(Object.entries(text))) : text;
}

/** Replaces `{{object.givenName}}` and `{{givenName}}`; an attribute that the object lacks becomes empty text. */
function fill(text: string, object: ManagedObject): string {
  return text.replace(/\{\{\s*(?:object\.)?([\w./-]+)\s*\}\}/g, (_, path: string) => {
    const value = readPath(object, path.replaceAll(".", "/"));
    return typeof value === "object" || value === undefined ? "" : String(value);
  });
}
