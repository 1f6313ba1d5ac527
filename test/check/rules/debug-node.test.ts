import { expect, test } from "vitest";
import { messagesOf } from "../../support/check-text.js";

const show = (name: string, target: string) => `node ${name}: Debug { popupEnabled: true\n -> ${target} }`;

test("nodes that show the state are reported once a journey", () => {
  const two = `journey J {\n start -> First\n ${show("First", "Second")}\n ${show("Second", "success")}\n}\n`;
  expect(messagesOf("debug-node", two)).toEqual([
    'Node "First" and 1 more show the state of the journey to whoever is signing on',
  ]);
  const one = `journey J {\n start -> First\n ${show("First", "success")}\n}\n`;
  expect(messagesOf("debug-node", one)).toEqual([
    'Node "First" shows the state of the journey to whoever is signing on',
  ]);
});

test("a node that has nothing of the platform's type is of another type, which shows users nothing", () => {
  const node = "node Log: Debug { popupEnabled: absent\n transientState: true\n -> success }";
  expect(messagesOf("debug-node", `journey J {\n start -> Log\n ${node}\n}\n`)).toEqual([]);
});
