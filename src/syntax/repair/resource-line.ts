/** The declaration of a resource in one line, in whatever marks. */
const line =
  /^(?:resource|import|use|using|include|load)\s+"?([A-Za-z]\w*)"?\s+["']?([\w.-]+)["']?\s*(?:from|=|:|->|<-|in|at|file|as)?\s*["']?((?:[\w.-]+\/)*[\w.-]+\.json)["']?\s*;?\s*(?:\/\/.*)?$/;
/** The kinds of resources. */
export const resourceWords =
  /^(?:emailTemplate|theme|socialIdentityProvider|saml2Entity|circleOfTrust|variable|nodeType)$/;
const longestLine = 400;

/** A resource that a line declares in other marks than those of this language, and how it is written here; `undefined` for all other lines. */
export function resourceInOtherMarks(
  text: string,
  start: number,
): { readonly end: number; readonly right: string } | undefined {
  const written =
    text
      .slice(start, start + longestLine)
      .split(/\r?\n/, 1)[0]
      ?.trimEnd() ?? "";
  const [whole, kind = "", id = "", path = ""] = line.exec(written) ?? [];
  if (whole === undefined || !resourceWords.test(kind)) return undefined;
  const right = `resource ${kind} ${JSON.stringify(id)} from ${JSON.stringify(path)}`;
  const bare = whole.replace(/\s*\/\/.*$/, "");
  return bare === right ? undefined : { end: start + bare.length, right };
}
