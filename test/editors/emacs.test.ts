import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import { temporaryFolder } from "../support/temporary-folder.js";
import { withJourneyc } from "./journeyc-on-path.js";
import { loginWithMistakes } from "./login-with-mistakes.js";
import { settingsOf } from "./settings-of-editors.js";

const hasEglot = spawnSync("emacs", ["--batch", "--eval", "(require 'eglot)"]).status === 0;
if (!hasEglot) console.warn("Emacs with Eglot is not installed: its settings in docs/editors.md are not tried");

/** Opens the file, waits for findings, completes, renames, takes the canonical form, and prints what came of it. */
const script = `
(require 'eglot)
(require 'json)
(setq eglot-sync-connect 120 eglot-connect-timeout 120 jsonrpc-default-request-timeout 120)
(load (expand-file-name "init.el") nil t)
(defun wait-until (test)
  (with-timeout (120 (error "Waited in vain for %s" test))
    (while (not (funcall test)) (accept-process-output nil 0.02))))
(find-file "login.journey")
;; What follows each command of a user begins the session.
(run-hooks 'post-command-hook)
(wait-until #'eglot-managed-p)
(wait-until (lambda () (flymake-start) (flymake-diagnostics)))
(let (said found text)
  (setq said (mapcar (lambda (each) (format "%d: %s" (line-number-at-pos (flymake-diagnostic-beg each)) (flymake-diagnostic-text each)))
                     (flymake-diagnostics)))
  (goto-char (point-min))
  (search-forward "node Decide: DataStore")
  (setq found (all-completions "DataStore" (nth 2 (run-hook-with-args-until-success 'completion-at-point-functions))))
  (goto-char (point-min))
  (search-forward "node Dec")
  (eglot-rename "Choose")
  (eglot-format)
  (setq text (buffer-substring-no-properties (point-min) (point-max)))
  (princ (json-encode (list :said (vconcat said) :found (vconcat (mapcar #'substring-no-properties found)) :text text
                           )))
  (set-buffer-modified-p nil)
  (eglot-shutdown (eglot-current-server)))
`;

test.skipIf(!hasEglot)(
  "Emacs shows findings, completes, renames and formats with the settings of docs/editors.md",
  () => {
    const init = settingsOf("Emacs", "elisp")[0]?.text ?? "";
    const folder = temporaryFolder({ "init.el": init, "run.el": script, "login.journey": loginWithMistakes });
    const run = spawnSync("emacs", ["--batch", "-l", "run.el"], {
      cwd: folder,
      encoding: "utf8",
      timeout: 300_000,
      env: { ...withJourneyc(folder), HOME: folder },
    });
    expect(run.stdout, run.stderr).not.toBe("");
    const seen = JSON.parse(run.stdout) as Readonly<Record<"said" | "found", readonly string[]>> & {
      readonly text: string;
    };
    expect(seen.said).toHaveLength(1);
    expect(seen.said[0]).toMatch(/^5: .*unresolved-target.*Journey "Login" has no node "succes"/);
    expect(seen.found).toEqual(["DataStoreDecision"]);
    expect(seen.text).toBe(
      loginWithMistakes.replace("start -> Decide", "  start -> Choose").replace("node Decide", "node Choose"),
    );
  },
);
