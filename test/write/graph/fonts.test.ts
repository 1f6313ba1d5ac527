import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Journey } from "../../../src/model/model.js";
import { writeHtml } from "../../../src/write/graph/html.js";
import { writeSvg } from "../../../src/write/graph/svg.js";
import { BrowserPage, findBrowser } from "../../support/browser.js";
import { findFonts, onlyFonts } from "../../support/font-sets.js";
import { journey, node } from "../../support/journey-fixture.js";
import { resetPassword } from "../../support/reset-password.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** Pictures ask for the first; a machine that has neither it nor a font of its widths draws with another. */
const fontSets = [
  { family: "Liberation Sans", files: findFonts("LiberationSans-") },
  { family: "DejaVu Sans", files: findFonts("DejaVuSans") },
];

const browser = findBrowser();
for (const { family, files } of fontSets) {
  if (browser === undefined || files.length === 0) {
    console.warn(
      `SKIPPED: pictures were not drawn with ${family}: no ${browser === undefined ? "Chromium" : "such font"}`,
    );
  }
}

/** Names that are wider in one font or the other: thin letters, wide ones, other scripts, one long word, several lines. */
const names = [
  "Identify Existing User",
  "illicit little filler, still fitting in a title",
  "WWWWWWWWWWWWW MMMMMMMMMMMMMMMM",
  "ALL_CAPITALS_WITH_LINES_BELOW_THEM",
  "Größe ändern für Übermütige",
  "Изменение пароля пользователя",
  "パスワードを変更する",
  "an-attribute-with-a-name-that-nobody-would-break/anywhere",
  "1234567890 1234567890 1234567890",
];

/** A journey with each name as title, type, outcome and on a page. */
function widelyNamedJourney(): Journey {
  const nodes = names.map((name, index) =>
    node(
      `N${index}`,
      { [name]: index + 1 < names.length ? `N${index + 1}` : "success", "": "#nowhere-that-anybody-knows" },
      {
        displayName: name,
        typeId: name,
        version: "2.0",
        children: [node("Inner", {}, { displayName: name, typeId: name, page: `N${index}` })],
      },
    ),
  );
  return journey("N0", nodes);
}

/** In the page: how far each text reaches out of its box, in whole pixels, where it does. */
const textsOutside = `[...document.querySelectorAll("svg text")].flatMap((text) => {
  const box = text.closest("g:has(> .box)")?.querySelector(":scope > .box").getBoundingClientRect();
  if (box === undefined) return [];
  const own = text.getBoundingClientRect();
  const by = Math.max(box.left - own.left, own.right - box.right, box.top - own.top, own.bottom - box.bottom - 1);
  return by > 0 ? [text.textContent + ": " + Math.ceil(by)] : [];
})`;

const journeys = { "the example": resetPassword(), "names of all widths": widelyNamedJourney() };

describe.skipIf(browser === undefined)("pictures (SKIPPED where there is no Chromium)", () => {
  for (const { family, files } of fontSets) {
    it.skipIf(files.length === 0)(
      `keep their texts in their boxes with ${family} alone (SKIPPED without it)`,
      async () => {
        const page = await BrowserPage.start(browser!, onlyFonts(files));
        onTestFinished(() => page.close());
        for (const [name, drawn] of Object.entries(journeys)) {
          const folder = temporaryFolder({ "page.html": writeHtml(drawn), "picture.svg": writeSvg(drawn) });
          for (const file of ["page.html", "picture.svg"]) {
            await page.open(join(folder, file));
            expect(await page.evaluate("document.querySelectorAll('svg text').length")).toBeGreaterThan(8);
            expect([name, file, await page.evaluate(textsOutside)]).toEqual([name, file, []]);
          }
        }
      },
    );
  }
});
