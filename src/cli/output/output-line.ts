import { printable } from "../../diagnostics/render/printable.js";
import type { Style } from "../../diagnostics/render/style.js";
import type { WrittenOutput } from "./write-outputs.js";

/** How a build says what has become of an output. */
export function outputLine({ path, status }: Pick<WrittenOutput, "path" | "status">, style: Style): string {
  return status === "written"
    ? `${style.green("written")}    ${printable(path)}\n`
    : `${style.dim(`unchanged  ${printable(path)}`)}\n`;
}
