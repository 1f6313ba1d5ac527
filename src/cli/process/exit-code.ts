/** The exit codes of `journeyc`. */
export const exitCode = {
  fine: 0,
  /** The input has findings. */
  findings: 1,
  /** Wrong use of the command line, or input that cannot be read. */
  usage: 2,
  /** A defect of ours. */
  defect: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
