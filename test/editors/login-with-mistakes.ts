/** A text with one finding, in its fifth line, which is not in the canonical form. */
export const loginWithMistakes = `journey Login {
start -> Decide

  node Decide: DataStoreDecision {
    true -> succes
    false -> failure
  }
}
`;
