import { versionOf } from "../catalogue/catalogue.js";
import { lettersOf } from "../catalogue/console-labels.js";
import { textsIn } from "../text/texts-in.js";
import type { JourneyNode, NodeOutcome } from "./model.js";

/** What knows the labels of its outcomes: a node, or an inner node of a page. */
export type Labelled = Pick<JourneyNode, "name" | "type" | "version" | "properties" | "children">;

/** Whether an outcome is shown under a name, however that is spaced: by the admin console, or on the button that the node's own settings label. */
export function isLabelled(outcome: NodeOutcome, written: string, node?: Labelled): boolean {
  const letters = lettersOf(written);
  if (lettersOf(outcome.displayName) === letters) return true;
  return letters !== "" && node !== undefined && buttonNames(outcome, node).some((text) => lettersOf(text) === letters);
}

/** What the button that leads to an outcome is called: its texts in all languages, and the property that has them. */
function buttonNames({ outcome, child }: NodeOutcome, node: Labelled): readonly string[] {
  const { type, version, properties } = node.children.find(({ name }) => name === child) ?? node;
  const callbacks = (type && versionOf(type, version)?.callbacks) ?? [];
  return callbacks.flatMap(({ buttons = [] }) =>
    buttons
      .filter((button) => button.outcome === outcome)
      .flatMap(({ label, text }) => {
        const given = textsIn(properties.get(label)?.value ?? null);
        return [label, ...(given.length > 0 || text === undefined ? given : [text])];
      }),
  );
}

/** Whether a property has the text of a button that leads to an outcome. */
export function isButtonLabel(property: string, { type, version }: Pick<JourneyNode, "type" | "version">): boolean {
  const callbacks = (type && versionOf(type, version)?.callbacks) ?? [];
  return callbacks.some(({ buttons = [] }) => buttons.some(({ label }) => label === property));
}
