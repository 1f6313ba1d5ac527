/** Takes what is wrong with a description; `problem` continues a sentence about the place: "must be a list". */
export type ReportProblem = (pointer: string, problem: string) => void;
