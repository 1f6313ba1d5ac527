import { describe, expect, test } from "vitest";
import { checkTexts } from "../../support/check-text.js";

const journey = (node: string, arrows = "-> success") => `journey Shop {
  start -> Ask

  page Ask {
    node Name: UsernameCollector
    node Password: PasswordCollector

    -> Check
  }

  node Check: DataStoreDecision {
    true -> Next
    false -> failure
  }

  node Next: ${node} {
    ${arrows}
  }
}
`;

function found(text: string): readonly string[] {
  return checkTexts(text)
    .filter(({ code }) => code === "useless-settings")
    .map(({ message, place: { source, range } }) => `${source.slice(range)}: ${message}`);
}

describe("useless-settings", () => {
  test("an empty map that is all a node has", () => {
    expect(found(journey("SetState"))).toEqual(['Next: Node "Next" sets nothing, with `attributes: {}`']);
    expect(found(journey("SetState", 'attributes: { channel: "shop" }\n-> success'))).toEqual([]);
  });

  test("one of several things that a node may set is enough", () => {
    expect(found(journey("SetSessionProperties"))).toHaveLength(1);
    expect(found(journey("SetSessionProperties", "maxSessionTime: 60\n-> success"))).toEqual([]);
  });

  test("two settings that only together are of no use", () => {
    const both = "deviceMetadata: false\ndeviceLocation: false\n-> success";
    expect(found(journey("DeviceProfileCollector", both))).toEqual([
      'false: Node "Next" collects nothing, with `deviceMetadata: false` and `deviceLocation: false`',
    ]);
    expect(found(journey("DeviceProfileCollector", "deviceMetadata: false\ndeviceLocation: true\n-> success"))).toEqual(
      [],
    );
  });

  test("a number that is out of all use, and one that is only unusual", () => {
    const wait = (seconds: string) => found(journey("PollingWait", `secondsToWait: ${seconds}\nDONE -> success`));
    expect(wait("8000")).toHaveLength(1);
    expect(wait("0")).toHaveLength(1);
    expect(wait("1")).toEqual([]);
    expect(wait("600")).toEqual([]);
  });

  test("what a variable holds is not known", () => {
    expect(found(journey("PollingWait", 'secondsToWait: { "$int": "&{esv.wait}" }\nDONE -> success'))).toEqual([]);
  });
});
