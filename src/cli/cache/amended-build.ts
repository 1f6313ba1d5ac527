import { stateLength } from "./file-state.js";
import type { BuildAmendment, BuildDetails, BuildOverview, ChangedFile, KeptText } from "./kept-build.js";

/** An overview as amendments have left it. */
export function amendedOverview(overview: BuildOverview, amendments: readonly BuildAmendment[]): BuildOverview {
  if (amendments.length === 0) return overview;
  const [inputStates, outputStates] = [[...overview.inputStates], [...overview.outputStates]];
  for (const { inputs, outputs } of amendments) {
    setStates(inputStates, inputs);
    setStates(outputStates, outputs);
  }
  return { ...overview, inputStates, outputStates };
}

function setStates(states: number[], files: readonly ChangedFile[]): void {
  for (const [index, state] of files) states.splice(index * stateLength, stateLength, ...state);
}

/** Details as amendments have left them. */
export function amendedDetails(details: BuildDetails, amendments: readonly BuildAmendment[]): BuildDetails {
  if (amendments.length === 0) return details;
  const hashes = [...details.hashes];
  const texts = [...details.texts];
  for (const { inputs, texts: changed } of amendments) {
    for (const [index, , hash] of inputs) hashes[index] = hash;
    for (const [index] of changed) {
      const text = details.texts[index];
      if (text !== undefined) texts[index] = amendedText(text, index, amendments);
    }
  }
  return { ...details, hashes, texts };
}

/** A text, by its index, as amendments have left it. */
export function amendedText(text: KeptText, index: number, amendments: readonly BuildAmendment[]): KeptText {
  let { journeys } = text;
  for (const { texts, outputs } of amendments) {
    const [, places] = texts.find(([each]) => each === index) ?? [];
    if (places === undefined) continue;
    const written = new Map(outputs.map(([output, , hash]) => [output, hash]));
    journeys = journeys.map((journey, at) => {
      const [start, end] = places[at] ?? [journey.start, journey.end];
      const outputs = journey.outputs.map((each) => ({ ...each, hash: written.get(each.output) ?? each.hash }));
      return { ...journey, start, end, outputs };
    });
  }
  return { ...text, journeys };
}
