/** Loads the check of signatures when the first one comes: it is larger than all the rest of the server. */
export function loadVerifier() {
  return import("./verify.js");
}
