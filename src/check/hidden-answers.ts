import type { JourneyNode, NodeOutcome } from "../model/model.js";
import { isJsonObject, type Json } from "../text/json.js";
import { jsonInText } from "../text/parse-json-text.js";
import { decidingChild } from "./outcomes-by-settings.js";

/**
 * Whether a page has an outcome only for a button that it does not show: its `stage` has the answer "no" of the message that decides hidden.
 */
export function isHiddenAnswer(page: JourneyNode, { outcome }: NodeOutcome): boolean {
  const message = page.children.length === 0 ? undefined : decidingChild(page);
  if (message?.typeId !== "MessageNode" || outcome !== "false") return false;
  const stage = settingsOf(page.properties.get("stage")?.value);
  const callbacks = isJsonObject(stage) ? stage.ConfirmationCallback : undefined;
  if (!Array.isArray(callbacks)) return false;
  return callbacks.some((each) => isJsonObject(each) && each.id === message.id && each.showOnlyPositiveAnswer === true);
}

/** The object that a text holds as JSON; a stage may be a plain word as well. */
function settingsOf(stage: Json | undefined): Json | undefined {
  if (typeof stage !== "string" || !stage.startsWith("{")) return undefined;
  return jsonInText(stage);
}
