/** One half of a position: `51.949° N`, `N 51°56'56.4"`, `lat: -4.1`. */
const angleForm =
  /^\s*(?:(lat|lon|lng)[a-z]*)?\s*[:=]?\s*([NSEW])?\s*([+-])?(\d+(?:\.\d+)?)\s*[°º]?\s*(?:(\d+(?:\.\d+)?)\s*['′’]\s*)?(?:(\d+(?:\.\d+)?)\s*(?:["″”]|'')\s*)?([NSEW])?\s*$/i;

/** How the two halves of a position are told apart. */
const halvesForms = [
  /^([^,;/]*)[,;/]([^,;/]*)$/,
  /^(\S+)\s+(\S+)$/,
  /^(.*[NSEW])\s+(\S.*)$/i,
  /^([NSEW].*)\s+([NSEW].*)$/i,
];

interface Angle {
  /** As it is written, where it has no minutes. */
  readonly degrees: string;
  /** Whether it says that it is the longitude, or the latitude; `undefined`: neither. */
  readonly isLongitude: boolean | undefined;
}

/** What a position that is written as on a map is as `latitude,longitude`; `undefined` where that is not certain. */
export function plainPosition(text: string): string | undefined {
  const inner = withPoints(text.trim().replace(/^geo:|^[([{]|[)\]}]$/gi, ""));
  for (const form of halvesForms) {
    const [first, second] = form.exec(inner)?.slice(1).map(angleOf) ?? [];
    if (first === undefined || second === undefined) continue;
    const isTurned = first.isLongitude === true || second.isLongitude === false;
    if (isTurned && (first.isLongitude === false || second.isLongitude === true)) return undefined;
    const [latitude, longitude] = isTurned ? [second, first] : [first, second];
    return `${latitude.degrees},${longitude.degrees}`;
  }
  return undefined;
}

/** `59,3293, 18,0686`: both halves have a comma for the point. */
function withPoints(text: string): string {
  const [, first, firstPart, second, secondPart] =
    /^(-?\d{1,3}),(\d{2,})(?:\s*[,;]\s*|\s+)(-?\d{1,3}),(\d{2,})$/.exec(text) ?? [];
  return first === undefined ? text : `${first}.${firstPart},${second}.${secondPart}`;
}

function angleOf(text: string): Angle | undefined {
  const match = angleForm.exec(text);
  if (match === null) return undefined;
  const [, name, before = "", sign = "", degrees = "", minutes, seconds, behind = ""] = match;
  const direction = (before + behind).toUpperCase();
  if (direction.length > 1 || (direction !== "" && sign !== "")) return undefined;
  const size = Number(degrees) + Number(minutes ?? 0) / 60 + Number(seconds ?? 0) / 3600;
  const isNegative = sign === "-" || direction === "S" || direction === "W";
  const written = minutes === undefined && seconds === undefined ? degrees : String(Number(size.toFixed(6)));
  const isNamed = name === undefined ? undefined : !/^lat/i.test(name);
  const isLongitude = direction === "" ? isNamed : direction === "E" || direction === "W";
  return { degrees: `${isNegative ? "-" : ""}${written}`, isLongitude };
}
