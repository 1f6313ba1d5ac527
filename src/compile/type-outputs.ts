import type { Journey } from "../model/model.js";
import type { SourceFile } from "../text/source-file.js";

/** The types of one text, as an output. */
interface TypeOutput {
  readonly target: "types";
  readonly journey: string;
  readonly fileName: string;
  readonly text: string;
}

const ending = /\.journey$/;

/**
 * The types of what bundlers import from the texts of journeys, one file for each text. The file lies beside its text, where TypeScript
 * looks for it: its name begins with the path of the text. Nobody imports journeys of exports, or of standard input.
 */
export async function typeOutputs(journeys: readonly Journey[]): Promise<readonly TypeOutput[]> {
  const { writeDeclaration } = await import("../write/machine/write-declaration.js");
  const byText = new Map<SourceFile, Journey[]>();
  for (const journey of journeys) {
    const { source } = journey.place;
    if (journey.origin.kind === "text" && ending.test(source.path))
      byText.set(source, [...(byText.get(source) ?? []), journey]);
  }
  return [...byText].map(([{ path }, declared]) => ({
    target: "types",
    journey: declared[0]?.id ?? "",
    fileName: path.replace(ending, ".d.journey.ts"),
    text: writeDeclaration(declared),
  }));
}
