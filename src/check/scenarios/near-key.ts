import { nearestName } from "../../diagnostics/suggest.js";
import { isMisspelling } from "../state/written-keys.js";

/** With more names than these, none is looked for that another one may mean: each name of a scenario would be compared with all of them. */
const comparedAtMost = 200;

/** The name that another one certainly misspells: one slip, or another case. */
export function misspeltOf(name: string, names: ReadonlySet<string>): string | undefined {
  if (names.size > comparedAtMost) return undefined;
  const [only, second] = [...names].filter((each) => each !== name && isMisspelling(plain(name), plain(each)));
  return second === undefined ? only : undefined;
}

/** `clinic_seen`, `clinicSeen` and `clinic-seen` are one name to those who type it. */
function plain(name: string): string {
  return name.replace(/[-_. ]/g, "");
}

/** The name that one is most likely meant to be: nearly the same, or the only one that is left. */
export function meantBy(name: string, names: ReadonlySet<string>, left: ReadonlySet<string>): string | undefined {
  const near = names.size > comparedAtMost ? undefined : (misspeltOf(name, names) ?? nearestName(name, names));
  if (near !== undefined) return near;
  const [only, second] = left;
  return second === undefined ? only : undefined;
}

/** Whether a script or a setting has a text in quotes, or as a member, somewhere. */
export function isMentioned(name: string, texts: readonly string[]): boolean {
  return texts.some((text) => {
    for (let at = text.indexOf(name); at !== -1; at = text.indexOf(name, at + 1)) {
      const [before, after] = [text.charAt(at - 1), text.charAt(at + name.length)];
      if (/["'`.]/.test(before) && !/[\w$]/.test(after)) return true;
    }
    return false;
  });
}
