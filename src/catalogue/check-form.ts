import { readDuration } from "../text/duration.js";
import type { NodeProperty } from "./node-type.js";
import { requestName, type TextForm, textForms } from "./text-forms.js";
import type { ValueProblem } from "./value-problem.js";

/** Checks a text, or an entry of a list, whose property says what is written in it. */
export function checkForm(property: NodeProperty, value: string): ValueProblem | undefined {
  if (value === "") return undefined;
  switch (property.format) {
    case "decimal string":
      return checkNumeral(property, value);
    case "duration text":
      return readDuration(value) === undefined ? isNoDuration(value) : undefined;
    case "latitude,longitude":
      return isPosition(value) ? undefined : isNot("a text with a latitude and a longitude, such as `48.2,16.4`");
    case "JSON text":
      return isJson(value) ? undefined : isNot("a text with JSON");
    default:
      return checkTextForm(property, value);
  }
}

function formOf({ format, ofRequest, secretLabel }: NodeProperty): TextForm | undefined {
  if (secretLabel === true) return textForms["secret label identifier"];
  if (ofRequest === "header" || ofRequest === "cookie") return requestName;
  return format !== undefined && Object.hasOwn(textForms, format) ? textForms[format] : undefined;
}

function checkTextForm(property: NodeProperty, value: string): ValueProblem | undefined {
  const form = formOf(property);
  // Another tool may fill in the rest.
  if (form === undefined || form.holds(value) || /\{\{|\$\{|@@|<%/.test(value)) return undefined;
  const usual = property.default;
  const example =
    form.hasUsual === true && typeof usual === "string" && usual !== ""
      ? usual
      : (form.exampleOf?.(value) ?? form.example);
  return { kind: "form", expected: form.expected, example, meant: form.meant?.(value) };
}

/** A number in decimal digits, as a text. */
export function readNumeral(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : undefined;
}

function checkNumeral(property: NodeProperty, value: string): ValueProblem | undefined {
  const number = readNumeral(value);
  return number === undefined
    ? isNot(`a text with a number${property.unit === undefined ? "" : ` of ${property.unit}`}`)
    : checkLimits(property, number);
}

/** Checks a number against the limits of its property. */
export function checkLimits(
  { minimum, maximum, exclusiveMinimum }: NodeProperty,
  value: number,
): ValueProblem | undefined {
  if (minimum !== undefined && value < minimum) return { kind: "minimum", limit: minimum };
  if (maximum !== undefined && value > maximum) return { kind: "maximum", limit: maximum };
  if (exclusiveMinimum !== undefined && value <= exclusiveMinimum)
    return { kind: "exclusiveMinimum", limit: exclusiveMinimum };
  return undefined;
}

function isPosition(text: string): boolean {
  const numbers = text.split(",").map(readNumeral);
  const [latitude = Number.NaN, longitude = Number.NaN] = numbers;
  return numbers.length === 2 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** `P90D`, `PT2H`, `3 months` are no durations of the platform, and it is known what they mean. */
function isNoDuration(text: string): ValueProblem {
  const [, iso, isoUnit = ""] = /^P(\d+)([DW])$/i.exec(text.trim()) ?? [];
  const [, time, timeUnit = ""] = /^PT(\d+)([HMS])$/i.exec(text.trim()) ?? [];
  const [, number, unit = ""] = /^(\d+)\s*(months?|years?)$/i.exec(text.trim()) ?? [];
  const names: Readonly<Record<string, string>> = { d: "days", w: "weeks", h: "hours", m: "minutes", s: "seconds" };
  const days = number === undefined ? undefined : Number(number) * (/^m/i.test(unit) ? 30 : 365);
  const written = iso === undefined ? timeUnit : isoUnit;
  const amount = iso ?? time;
  const meant = amount === undefined ? days && `${days} days` : `${amount} ${names[written.toLowerCase()]}`;
  return {
    kind: "form",
    expected: "a text with a duration, such as `90 days`",
    example: "90 days",
    meant: meant || undefined,
  };
}

function isNot(expected: string): ValueProblem {
  return { kind: "form", expected };
}
