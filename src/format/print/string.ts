import type { StringPart, StringValue } from "../../syntax/ast.js";
import { step } from "./printing.js";
import { quoteText } from "./quote-text.js";

const blockMark = '"""';
const html = /<[/!]?[a-z]/i;
/** Characters that a text block cannot hold, or that an editor would not keep: controls and lone surrogates. */
const unfit = /[^\P{Cc}\n\t]|\p{Cs}/u;

/** Prints a string: as a text block if it has several lines or is HTML longer than `width`, otherwise in quotes. */
export function printString(value: StringValue, indent: string, width: number): string {
  return wantsTextBlock(value, width) ? printTextBlock(value.parts, indent + step) : printQuoted(value);
}

/** Prints a string in quotes, with as few of JSON's escapes as possible. */
export function printQuoted(value: StringValue | undefined): string {
  if (value === undefined) return "";
  let text = "";
  for (const part of value.parts) text += typeof part === "string" ? quoteText(part) : `\${${part.param}}`;
  return `"${text}"`;
}

/**
 * Whether a string should be a text block where `width` columns are left, and can be one without changing its value.
 */
export function wantsTextBlock(value: StringValue, width: number): boolean {
  const { parts } = value;
  const hasLines = parts.some((part) => typeof part === "string" && part.includes("\n"));
  if (!hasLines && !isLongHtml(value, width)) return false;
  return parts.some(isVisible) && parts.every((part, index) => canStandInBlock(part, parts[index + 1]));
}

function isLongHtml(value: StringValue, width: number): boolean {
  return value.parts.some((part) => typeof part === "string" && html.test(part)) && printQuoted(value).length > width;
}

function isVisible(part: StringPart): boolean {
  return typeof part !== "string" || /\S/.test(part);
}

function canStandInBlock(part: StringPart, next: StringPart | undefined): boolean {
  if (typeof part !== "string") return true;
  // In a text block, a backslash before a parameter would make it plain text.
  return !unfit.test(part) && !(part.endsWith("\\") && next !== undefined);
}

/** The closing mark has the same indentation as the text, which makes it the indentation that the parser removes. */
function printTextBlock(parts: readonly StringPart[], indent: string): string {
  let text = "";
  for (const part of parts) text += typeof part === "string" ? escapeBlockText(part) : `\${${part.param}}`;
  let lines = "";
  for (const line of text.split("\n")) lines += line === "" ? "\n" : `${indent}${line}\n`;
  return `${blockMark}\n${lines}${indent}${blockMark}`;
}

function escapeBlockText(text: string): string {
  return text.replaceAll(blockMark, `\\${blockMark}`).replaceAll("${", "\\${");
}
