import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Journey } from "../../../src/model/model.js";
import { writeHtml } from "../../../src/write/graph/html.js";
import { writeSvg } from "../../../src/write/graph/svg.js";
import { BrowserPage, findBrowser } from "../../support/browser.js";
import { journey, node } from "../../support/journey-fixture.js";
import { resetPassword } from "../../support/reset-password.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { hostileJourney, hostileTexts } from "./hostile-journey.js";

/** A chain of a hundred nodes, each with a way to fail. */
const longJourney = journey(
  "N0",
  Array.from({ length: 100 }, (_, index) =>
    node(
      `N${index}`,
      { next: index < 99 ? `N${index + 1}` : "success", fail: "failure" },
      { displayName: `Step ${index}` },
    ),
  ),
);

const browser = findBrowser();
if (browser === undefined) {
  console.warn(
    "SKIPPED: the pages of journeyc graph were not tried in a browser, because no Chromium was found (set CHROMIUM)",
  );
}

describe.skipIf(browser === undefined)("the page in a browser (SKIPPED where there is no Chromium)", () => {
  let page: BrowserPage;
  beforeAll(async () => {
    page = await BrowserPage.start(browser!);
  });
  afterAll(() => page.close());

  async function open(text: string, name = "page.html"): Promise<BrowserPage> {
    await page.open(join(temporaryFolder({ [name]: text }), name));
    return page;
  }

  const openJourney = (journey: Journey) => open(writeHtml(journey));

  it("keeps markup in names, outcomes and settings as text", async () => {
    const shown = await openJourney(hostileJourney());
    const names = await shown.evaluate(
      `[...document.querySelectorAll("[data-node] > title")].map((title) => title.textContent)`,
    );
    expect((names as string[])[0]).toContain(hostileTexts[0]);
    for (let index = 1; index <= hostileTexts.length; index++) {
      await shown.evaluate(`select(nodes.find((node) => node.dataset.node === "${index}"))`);
      expect(await shown.evaluate(`document.querySelector("#panel h2").textContent.length > 0`)).toBe(true);
    }
    const counted = `["img", "script", "svg", "iframe", "b"].map((name) => document.querySelectorAll(name).length)`;
    expect(await shown.evaluate(counted)).toEqual([0, 2, 2, 0, 0]);
    expect(await shown.evaluate("document.title")).toContain("</svg><script>");
    expect(shown.messages).toEqual([]);
  });

  it("runs no script but its own, even where markup got in", async () => {
    const shown = await openJourney(resetPassword());
    await shown.evaluate(`document.body.insertAdjacentHTML("beforeend", "<img src=x onerror='document.title=1'>")`);
    await shown.evaluate("new Promise((done) => setTimeout(done, 200))");
    expect(await shown.evaluate("document.title")).toBe("ResetPassword");
  });

  it("shows the settings of a node that is clicked, and closes the panel", async () => {
    const shown = await openJourney(resetPassword());
    expect(await shown.evaluate("document.getElementById('panel').hidden")).toBe(true);
    await shown.click('[data-node="2"]');
    const panel = await shown.evaluate("document.getElementById('panel').innerText");
    for (const text of ["Find User", "IdentifyExistingUserNode 1.0", "identityAttribute", "userName", "SendLink"]) {
      expect(panel).toContain(text);
    }
    await shown.click("#close");
    expect(await shown.evaluate("document.getElementById('panel').hidden")).toBe(true);
  });

  it("finds nodes by name and by setting", async () => {
    const shown = await openJourney(resetPassword());
    await shown.press("/");
    await shown.type("emailtemplate");
    expect(await shown.evaluate("document.getElementById('matches').textContent")).toBe("1 of 1");
    expect(await shown.evaluate("document.querySelector('.found').dataset.node")).toBe("3");
    await shown.press("Enter");
    expect(await shown.evaluate("document.querySelector('#panel h2').textContent")).toBe("SendLink");
    await shown.press("Escape");
    expect(await shown.evaluate("document.querySelectorAll('.found').length")).toBe(0);
  });

  it("finds the node of a name first, then what holds it, and last what leads to it", async () => {
    const shown = await openJourney(resetPassword());
    const found = async (text: string) => {
      await shown.evaluate(`find(${JSON.stringify(text)})`);
      return shown.evaluate("hits.map((node) => data[node.dataset.node].name)");
    };
    expect(await found("SendLink")).toEqual(["SendLink", "FindUser"]);
    expect(await found("password")).toEqual(["NewPassword", "SavePassword", "AskEmail", "SendLink"]);
    expect(await found("find user")).toEqual(["FindUser", "AskEmail"]);
    expect(await found("settings")).toEqual([]);
    expect(await shown.evaluate("matches.textContent")).toBe("nothing found");
  });

  it("begins legibly at the start of a journey that is larger than the window, with a map of the whole", async () => {
    const shown = await openJourney(longJourney);
    const left = (await shown.evaluate("document.querySelector('.start').getBoundingClientRect().left")) as number;
    expect(await shown.evaluate("view.scale")).toBe(0.8);
    expect(left).toBeLessThan(60);
    expect(await shown.evaluate("map.hidden")).toBe(false);
    await shown.press("0");
    expect(await shown.evaluate("[view.scale < 0.8, map.hidden]")).toEqual([true, true]);
    await shown.click("#home");
    expect(await shown.evaluate("view.scale")).toBe(0.8);
    await shown.press("m");
    expect(await shown.evaluate("map.hidden")).toBe(true);
  });

  it("shows the place that is clicked on the map", async () => {
    const shown = await openJourney(longJourney);
    await shown.click("#map [data-box='success']");
    const apart = await shown.evaluate(`(() => {
      const [success, room] = [svg.querySelector(".success"), canvas].map((each) => each.getBoundingClientRect());
      return Math.hypot(success.left + success.width / 2 - room.left - room.width / 2, success.top + success.height / 2 - room.top - room.height / 2);
    })()`);
    // A pixel of the map is about twenty of the picture.
    expect(apart).toBeLessThan(30);
    expect(await shown.evaluate("panel.hidden")).toBe(true);
  });

  it("zooms to what a search finds, and covers no node with the panel or the map", async () => {
    const shown = await openJourney(longJourney);
    await shown.press("0");
    for (const name of ["Step 3", "Step 59", "Step 97"]) {
      await shown.evaluate(`find(${JSON.stringify(name)})`);
      expect(await shown.evaluate("view.scale")).toBe(1);
      await shown.evaluate("select(hits[0])");
      const seen = await shown.evaluate(`(() => {
        const [node, room, over] = [hits[0], canvas, map].map((element) => element.getBoundingClientRect());
        const isInside = node.left >= room.left && node.right <= room.right && node.top >= room.top && node.bottom <= room.bottom;
        return [isInside, map.hidden || node.right < over.left || node.bottom < over.top, panel.getBoundingClientRect().left >= room.right];
      })()`);
      expect([name, seen]).toEqual([name, [true, true, true]]);
    }
  });

  it("is one column with the panel below on a narrow screen", async () => {
    const shown = await openJourney(longJourney);
    await shown.resize(390, 800);
    await shown.evaluate("select(nodes[3])");
    const [canvas, panel, node] = (await shown.evaluate(
      `[canvas, panel, nodes[3]].map((element) => element.getBoundingClientRect().toJSON())`,
    )) as readonly { left: number; top: number; right: number; bottom: number }[];
    expect(panel!.top).toBeGreaterThanOrEqual(canvas!.bottom);
    expect(node!.bottom).toBeLessThanOrEqual(canvas!.bottom);
    expect(node!.top).toBeGreaterThanOrEqual(canvas!.top);
    expect(await shown.evaluate("document.documentElement.scrollWidth")).toBe(390);
    await shown.resize(1200, 800);
  });

  it("can be used by keyboard alone", async () => {
    const shown = await openJourney(resetPassword());
    await shown.evaluate(`document.querySelector('[data-node="1"]').focus()`);
    await shown.press("Enter");
    expect(await shown.evaluate("document.querySelector('#panel h2').textContent")).toBe("Ask Email");
    await shown.press("Escape");
    expect(await shown.evaluate("document.activeElement.dataset.node")).toBe("1");
    const before = await shown.evaluate("view.scale");
    await shown.press("+");
    expect(await shown.evaluate("view.scale")).toBeGreaterThan(before as number);
    await shown.press("ArrowLeft");
    await shown.press("0");
    expect(await shown.evaluate("view.scale")).toBe(before);
  });

  it("moves with the mouse without choosing anything", async () => {
    const shown = await openJourney(resetPassword());
    const before = (await shown.evaluate("view")) as { x: number; y: number };
    await shown.drag({ x: 600, y: 300 }, { x: 90, y: 40 });
    expect(await shown.evaluate("view")).toMatchObject({ x: before.x + 90, y: before.y + 40 });
    expect(await shown.evaluate("document.getElementById('panel').hidden")).toBe(true);
  });

  it("reads the SVG document as one picture with a name", async () => {
    const shown = await open(writeSvg(hostileJourney()), "picture.svg");
    expect(await shown.evaluate("document.documentElement.nodeName")).toBe("svg");
    expect(await shown.evaluate("document.querySelectorAll('parsererror, script, img').length")).toBe(0);
    expect(shown.messages).toEqual([]);
  });
});
