import { type Disposable, ProcessExecution, Task, TaskGroup, TaskScope, tasks, workspace } from "vscode";

const type = "journeyc";

/** The tasks that are offered, with what the command line calls them. */
const offered = ["check", "test"] as const;

/** Tasks for the commands of journeyc. `check` has a problem matcher, so that its findings stand in the list of problems. */
export function registerTasks(program: string): Disposable {
  return tasks.registerTaskProvider(type, {
    provideTasks: () =>
      (workspace.workspaceFolders ?? []).flatMap((folder) =>
        offered.map((command) => {
          const task = new Task({ type, command }, folder, command, type, execution(program, command, []), matcher);
          if (command === "test") task.group = TaskGroup.Test;
          return task;
        }),
      ),
    resolveTask: ({ definition, scope = TaskScope.Workspace }) => {
      const { command, args } = definition;
      if (typeof command !== "string") return undefined;
      const given = Array.isArray(args) ? args.map(String) : [];
      return new Task({ ...definition, type }, scope, command, type, execution(program, command, given), matcher);
    },
  });
}

const matcher = ["$journeyc"];

function execution(program: string, command: string, args: readonly string[]): ProcessExecution {
  // The editor's own runtime is Node, too.
  const env = { ELECTRON_RUN_AS_NODE: "1", NO_COLOR: "1" };
  return new ProcessExecution(process.execPath, [program, command, ...args], { env });
}
