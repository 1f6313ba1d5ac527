import type { Code } from "../diagnostics/codes.js";
import type { Journey } from "../model/model.js";

/** Rules that go by the settings of nodes, also by those that are left out and so have their defaults. */
const bySettings: ReadonlySet<Code> = new Set<Code>([
  "asked-twice",
  "deprecated-property",
  "differing-cookie-name",
  "differing-oath-settings",
  "differing-settings",
  "equal-settings",
  "expires-at-once",
  "loose-limit",
  "missing-property",
  "missing-reference",
  "new-password-not-checked",
  "no-recovery-codes",
  "nothing-to-save",
  "optional-mandatory-attribute",
  "patch-as-object",
  "recovery-codes-not-shown",
  "state-never-written",
  "state-not-on-every-path",
  "transient-state-lost",
  "unprotected-cookie",
  "unset-script",
  "useless-settings",
  // Which journeys run inside others, which have asked for a proof, is a setting of the others.
  "success-without-credential",
  "username-shown",
  "write-without-proof",
  "wrong-choice",
]);

/** Whether a journey is a tree without the settings of any node, so that only its arrows say something. */
export function isTreeAlone({ exportOptions }: Journey): boolean {
  return (exportOptions.bodies ?? true) !== true;
}

/** Whether a rule can say nothing about a tree without the settings of its nodes. */
export function goesBySettings(code: Code): boolean {
  return bySettings.has(code);
}
