/** The beginning of a journey that asks for name and password and goes on at `Check`. */
export const asksForCredentials = `journey Login {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }
`;

/** A journey that runs another one. */
export function runsInner(inner: string): string {
  return `journey Login {
  start -> Step
  node Step: InnerTreeEvaluator { tree: "${inner}" true -> success false -> failure }
}`;
}

/** The journey that it may run. */
export function secondFactor(settings: string, wrong = "failure"): string {
  return `journey SecondFactor "Second Factor" {
  ${settings}
  start -> Check
  node Check: DataStoreDecision { true -> success false -> ${wrong} }
}`;
}
