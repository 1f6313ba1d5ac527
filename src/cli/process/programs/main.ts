import { programWith } from "../run-program.js";

/** The whole command line. */
export const runProgram = programWith({});
