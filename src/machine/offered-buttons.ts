import { isPlaceholder } from "../catalogue/placeholder.js";
import { createDiagnostic, type Diagnostic, type Place } from "../diagnostics/diagnostic.js";
import { nearestName } from "../diagnostics/suggest.js";
import type { JourneyNode } from "../model/model.js";
import { textInLanguage } from "../runtime/world/text-in-language.js";
import { isJsonObject, type Json } from "../text/json.js";

/** A button that a node shows. */
interface OfferedButton {
  readonly outcome: string;
  readonly outcomeName: string;
  /** The property with its texts. */
  readonly label: string;
  /** Its text in a node that sets none. */
  readonly usual: string | undefined;
  /** Its text in each language. */
  readonly texts: readonly string[];
  /** Its text for whoever asks for no language. */
  readonly text: string;
}

/**
 * An answer to a node with buttons that none of them has. It is given by the text of a button or by its number; `undefined` for one of these, and
 * where the buttons are not known.
 */
export function unknownButton({ input, value, node: page, text, at }: AnswerOfStep): Diagnostic | undefined {
  const node = page.children.find(({ name }) => name === input) ?? page;
  if (node.name !== input || (typeof value === "string" && /^\d+$/.test(value))) return undefined;
  if (typeof value !== "string" && typeof value !== "boolean") return undefined;
  const buttons = buttonsOf(node);
  if (buttons === undefined || buttons.length === 0) return undefined;
  if (buttons.some(({ texts }) => texts.includes(String(value)) && typeof value === "string")) return undefined;
  const problem = `"${input}" of "${text}" has no button ${JSON.stringify(value)}`;
  return createDiagnostic("invalid-step", at, { problem }, { help: helpFor(String(value), buttons) });
}

interface AnswerOfStep {
  readonly input: string;
  readonly value: unknown;
  /** The node that is answered, mostly a page. */
  readonly node: JourneyNode;
  /** The node as the step names it. */
  readonly text: string;
  readonly at: Place;
}

function helpFor(value: string, buttons: readonly OfferedButton[]): string {
  const word = value.toLowerCase();
  const meant = buttons.find(({ outcome, outcomeName, label, usual }) => {
    return [outcome, outcomeName, label, usual].some((each) => each?.toLowerCase() === word);
  });
  if (meant !== undefined)
    return `Write ${JSON.stringify(meant.text)}, the text of the button that leads to \`${meant.outcome}\`.`;
  const near = nearestName(
    value,
    buttons.flatMap(({ texts }) => texts),
  );
  if (near !== undefined) return `Did you mean ${JSON.stringify(near)}?`;
  const offered = buttons.map(({ text, outcome }) => `${JSON.stringify(text)} (which leads to \`${outcome}\`)`);
  return `It offers ${offered.join(", ")}.`;
}

/** The buttons of a node; `undefined` where they are not known, or it asks for something else too. */
function buttonsOf({ type, version, properties, outcomes }: JourneyNode): readonly OfferedButton[] | undefined {
  const callbacks = type?.versions[version]?.callbacks ?? [];
  const uses = callbacks.flatMap(({ buttons }) => buttons ?? []);
  const shown = uses.flatMap((button) => {
    const outcome = outcomes.find(({ id }) => id === button.outcome);
    return outcome === undefined ? [] : [{ ...button, outcomeName: outcome.displayName }];
  });
  const known = shown.map(({ label, text, outcome, outcomeName }) => {
    const texts = textsOf(properties.get(label)?.value, text);
    const own = texts && textInLanguage(texts, ["en"]);
    return own === undefined
      ? undefined
      : { outcome, outcomeName, label, usual: text, texts: [...(texts?.values() ?? [])], text: own };
  });
  return known.some((button) => button === undefined) ? undefined : known.flatMap((button) => button ?? []);
}

function textsOf(value: Json | undefined, byDefault: string | undefined): ReadonlyMap<string, string> | undefined {
  const given = typeof value === "string" ? { en: value } : value;
  if (given !== undefined && (!isJsonObject(given) || isPlaceholder(given))) return undefined;
  const texts = Object.entries(given ?? {});
  if (texts.length === 0) return byDefault === undefined ? undefined : new Map([["en", byDefault]]);
  const plain = texts.flatMap(([tag, text]) =>
    typeof text === "string" && !isPlaceholder(text) ? [[tag, text] as const] : [],
  );
  return plain.length === texts.length ? new Map(plain) : undefined;
}
