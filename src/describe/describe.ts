import type { Diagnostic } from "../diagnostics/diagnostic.js";
import type { Journey, Model } from "../model/model.js";
import { encodeFileNames } from "../text/file-name.js";
import { describeModel } from "./describe-model.js";
import { renderHtmlPage } from "./html.js";
import { indexBlocks } from "./index-page.js";
import { journeyBlocks } from "./journey-page.js";
import { renderMarkdownPage } from "./markdown.js";

export const descriptionFormats = ["markdown", "html"] as const;

export type DescriptionFormat = (typeof descriptionFormats)[number];

export interface DescribeOptions {
  readonly format: DescriptionFormat;
  /** Describes this journey alone; the others of the model are only told as its surroundings. */
  readonly only?: Journey | undefined;
}

/** Writes what is to be said of journeys as one page: of several, the index comes first. The same model always gives the same bytes. */
export function describeJourneys(
  model: Model,
  diagnostics: readonly Diagnostic[],
  { format, only }: DescribeOptions,
): string {
  const description = describeModel(model, diagnostics, only);
  const { journeys } = description;
  const isOne = only !== undefined || (journeys.length === 1 && description.findings.length === 0);
  const blocks = [...(isOne ? [] : indexBlocks(description)), ...journeys.flatMap(journeyBlocks)];
  const page = { title: isOne ? (journeys[0]?.id ?? "") : "Journeys", blocks };
  if (format === "markdown") return renderMarkdownPage(page, () => undefined);
  const anchors = new Map(journeys.map(({ id }, index) => [id, `journey-${index + 1}`]));
  const addressOf = (id: string) => (anchors.has(id) ? `#${anchors.get(id)}` : undefined);
  return renderHtmlPage(page, addressOf, (id) => anchors.get(id));
}

/** Writes a page for each journey and an index of them, by file name; for one journey alone, only its page. */
export function* describeInPages(
  model: Model,
  diagnostics: readonly Diagnostic[],
  { format, only }: DescribeOptions,
): Iterable<readonly [fileName: string, text: string]> {
  const description = describeModel(model, diagnostics, only);
  const extension = format === "markdown" ? ".md" : ".html";
  const names = fileNames(model, extension);
  const addressOf = (id: string) => {
    const name = names.get(id);
    return name === undefined ? undefined : encodeURIComponent(name);
  };
  const render = format === "markdown" ? renderMarkdownPage : renderHtmlPage;
  if (only === undefined)
    yield [`index${extension}`, render({ title: "Journeys", blocks: indexBlocks(description) }, addressOf)];
  for (const journey of description.journeys) {
    const page = { title: journey.id, blocks: journeyBlocks(journey) };
    yield [names.get(journey.id) ?? "", render(page, addressOf)];
  }
}

/** The index keeps its name: a journey of the same gets it as file systems write characters that they refuse. */
function fileNames({ journeys }: Model, extension: string): ReadonlyMap<string, string> {
  const names = encodeFileNames(["index", ...journeys.map(({ id }) => id)]);
  return new Map(journeys.map(({ id }) => [id, `${id === "index" ? "%69ndex" : names.get(id)}${extension}`]));
}
