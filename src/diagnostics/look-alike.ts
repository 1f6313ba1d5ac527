/** Letters of other scripts that look like one of ours, each followed by that. */
const pairs =
  "аaеeоoрpсcуyхxіiјjѕsԁdһhӏlвbкkмmтtнhАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧXαaοoνvρpιiıiƖl";

const letters = new Map<string, string>();
const single = [...pairs];
for (let at = 0; at + 1 < single.length; at += 2) letters.set(single[at] ?? "", single[at + 1] ?? "");

const scripts: readonly (readonly [name: string, letter: RegExp])[] = [
  ["Cyrillic", /\p{Script=Cyrillic}/u],
  ["Greek", /\p{Script=Greek}/u],
  ["full-width", /[\uff00-\uffef]/u],
];

/** A text in our letters where it has others that look the same; letters that look like none stay. */
export function plainForm(text: string): string {
  if (/^[ -~]*$/.test(text)) return text;
  return [...text.normalize("NFKC")].map((letter) => letters.get(letter) ?? letter).join("");
}

/**
 * Says which letters of a word only look like those of another one, which is written `inText`; `undefined` where the words differ
 * otherwise.
 */
export function helpOnLookAlike(written: string, right: string, inText = right): string | undefined {
  if (written === right || plainForm(written) !== right) return undefined;
  const strange = [...new Set(written)].filter((letter) => plainForm(letter) !== letter);
  const [first] = strange;
  if (first === undefined) return undefined;
  const script = scripts.find(([, letter]) => letter.test(first))?.[0];
  const code = (first.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
  if (/\s/.test(first)) {
    const name = first === "\u00a0" || first === "\u202f" ? "no-break space" : "space of another width";
    return `It holds a ${name} (U+${code}): write \`${inText}\` with an ordinary space.`;
  }
  const kind = script === undefined ? "" : `${script}, `;
  return `The letter \`${first}\` (${kind}U+${code}) only looks like \`${plainForm(first)}\`: write \`${inText}\`.`;
}
