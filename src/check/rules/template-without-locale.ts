import { isJsonObject } from "../../text/json.js";
import { journeyRule } from "../rule.js";

/** Reports e-mail templates whose default language is none of those that their message or subject is written in. */
export const templateWithoutLocale = journeyRule("template-without-locale", "may-miss", ({ journey }, report) => {
  for (const { kind, id, content, place } of journey.resources) {
    if (kind !== "emailTemplate" || !isJsonObject(content)) continue;
    const locale = content.defaultLocale;
    if (typeof locale !== "string" || locale === "") continue;
    for (const part of ["subject", "message"] as const) {
      const texts = content[part];
      if (!isJsonObject(texts) || Object.keys(texts).length === 0 || Object.hasOwn(texts, locale)) continue;
      report({ at: place, args: { template: id, part, locale } });
      break;
    }
  }
});
