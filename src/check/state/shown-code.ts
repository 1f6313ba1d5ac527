import { analyseScript } from "../../rhino/analysis/analyse-script.js";

const codeKey = "oneTimePassword";

/** Whether a script certainly shows the one-time code to the user: it makes a callback with a text that has the code in it. */
export function showsCode(body: string): boolean {
  const analysed = analyseScript(body);
  if (analysed.kind !== "analysed") return false;
  return analysed.callbacks.made.some(
    ({ type, sources }) =>
      /TextOutputCallback$/.test(type) && sources.some((source) => source.kind === "state" && source.key === codeKey),
  );
}
