import { check } from "../../commands/check.js";
import { programWith } from "../run-program.js";

/** The command line for `journeyc check`; the build leaves out what other commands need. */
export const runProgram = programWith({ check });
