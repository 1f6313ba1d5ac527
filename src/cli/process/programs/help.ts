import { programWith } from "../run-program.js";

/** The command line as far as the general help goes; the build leaves out all commands. */
export const runProgram = programWith({});
