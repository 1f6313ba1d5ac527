import type { Callback, WireCallback } from "./callback.js";
import { scriptTextOutputCallback } from "./script-text-output-callback.js";

/**
 * The places of the callbacks that a client has answered. The platform takes a list without texts of scripts, which clients that run
 * no scripts leave out, and gives the node what has come. A list that is shorter by anything else answers all or none.
 */
export function answeredPlaces(asked: readonly Callback[], answers: readonly WireCallback[]): readonly number[] {
  const all = [...asked.keys()];
  let missing = asked.length - answers.length;
  if (missing <= 0) return all;
  let scripts = asked.filter(isScript).length;
  const places: number[] = [];
  for (const [place, callback] of asked.entries()) {
    const isLeftOut =
      isScript(callback) && missing > 0 && (missing === scripts || !isScriptAnswer(answers[places.length]));
    if (isScript(callback)) scripts--;
    if (isLeftOut) missing--;
    else places.push(place);
  }
  return missing === 0 ? places : all;
}

const { type, wireType } = scriptTextOutputCallback.shape;

/** A script may also send its text as a text output of that message type. */
function isScript(callback: Callback): boolean {
  return callback.type === type || (callback.type === wireType && messageTypeOf(callback.output) === "4");
}

function isScriptAnswer(answer: WireCallback | undefined): boolean {
  if (answer === undefined || answer.type !== wireType) return false;
  const messageType = messageTypeOf(Array.isArray(answer.output) ? answer.output : []);
  return messageType === undefined || messageType === "4";
}

function messageTypeOf(output: Callback["output"]): string | undefined {
  const given = output.find(({ name }) => name === "messageType")?.value;
  return given === undefined ? undefined : String(given);
}
