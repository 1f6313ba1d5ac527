import { build } from "../../commands/build.js";
import { programWith } from "../run-program.js";

/** The command line for `journeyc build`; the build leaves out what other commands need. */
export const runProgram = programWith({ build });
