import { markedProperties } from "../check/marked-properties.js";
import { callbacksOf } from "../check/node-behaviour.js";
import type { Journey, JourneyNode } from "../model/model.js";
import { allNodes } from "../model/used-resources.js";
import { isJsonObject } from "../text/json.js";
import type { SentMessage, ShownText } from "./description.js";
import type { LabelOf } from "./node-labels.js";
import { localisedText } from "./shown-texts.js";

/** The mails and codes that nodes send, with their templates and subjects. */
export function sentMessages(journey: Journey, labelOf: LabelOf): readonly SentMessage[] {
  return allNodes(journey.nodes).flatMap((node) => {
    const template = templateOf(node);
    if (template === undefined && node.type?.roles?.includes("sends-code") !== true) return [];
    return [
      {
        node: labelOf(node),
        typeName: node.type?.displayName ?? node.typeId,
        template,
        subject: template === undefined ? ownSubject(node) : subjectOfTemplate(journey, template),
        suspends: callbacksOf(node)?.some(({ type }) => type === "SuspendedTextOutputCallback") === true,
      },
    ];
  });
}

function templateOf(node: JourneyNode): string | undefined {
  const property = markedProperties(node).references.find(({ reference }) => reference?.kind === "emailTemplate");
  const id = property && node.properties.get(property.name)?.value;
  return typeof id === "string" && id !== "" ? id : undefined;
}

function ownSubject(node: JourneyNode): ShownText | undefined {
  const property = markedProperties(node).localised.find(({ name }) => /subject$/i.test(name));
  return property && localisedText(property.name, node.properties.get(property.name)?.value);
}

function subjectOfTemplate({ resources }: Journey, id: string): ShownText | undefined {
  const template = resources.find((resource) => resource.kind === "emailTemplate" && resource.id === id);
  const content = template?.content;
  return content !== undefined && isJsonObject(content) ? localisedText("subject", content.subject) : undefined;
}
