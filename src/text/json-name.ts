/** The name of a member, of which the range in a JSON text is given with its quotes. */
export function jsonName(text: string, start: number, end: number): string {
  const raw = text.slice(start + 1, end - 1);
  return raw.includes("\\") ? (JSON.parse(text.slice(start, end)) as string) : raw;
}
