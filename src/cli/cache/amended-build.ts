import { stateLength } from "./file-state.js";
import type { BuildAmendment, BuildDetails, BuildOverview, ChangedFile, KeptJourney } from "./kept-build.js";

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
  const written = new Map<number, string>();
  for (const amendment of amendments) {
    for (const [index, , hash] of amendment.inputs) hashes[index] = hash;
    for (const [index, , hash] of amendment.outputs) written.set(index, hash);
    for (const [index, places] of amendment.texts) {
      const text = texts[index];
      if (text !== undefined) texts[index] = { ...text, journeys: text.journeys.map(amendedJourney(places, written)) };
    }
  }
  return { ...details, hashes, texts };
}

function amendedJourney(places: readonly (readonly [number, number])[], written: ReadonlyMap<number, string>) {
  return (journey: KeptJourney, index: number): KeptJourney => {
    const [start, end] = places[index] ?? [journey.start, journey.end];
    const outputs = journey.outputs.map((output) => ({ ...output, hash: written.get(output.output) ?? output.hash }));
    return { ...journey, start, end, outputs };
  };
}
