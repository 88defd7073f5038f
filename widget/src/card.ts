// The answer as a card: the outcome, each requirement with its reason and rule, the pictures, and what comes next.

import type { Card, Comparison, Picture, Requirement, Status } from "./card_data";
import { h, icon, unseen } from "./dom";
import { fileButtons } from "./files";
import { link, linked } from "./text";
import { words } from "./words";

export function card(answer: Card): HTMLElement {
  return h(
    "section",
    { class: "card", "aria-label": answer.headline },
    outcome(answer),
    list(words.changes, answer.changes),
    answer.comparison ? comparison(answer.comparison) : null,
    requirements(answer.requirements),
    picture(answer.picture, words.picture),
    list(words.outlook, answer.outlook),
    picture(answer.outlookPicture, null),
    list(words.notes, answer.notes),
    fileButtons(answer.files),
    answer.closing ? h("p", { class: "closing" }, linked(answer.closing)) : null,
  );
}

/** A day of the calendar as people write it, e.g. "22 November 2026"; what is no day stays as it is. */
export function dayInWords(iso: string): string {
  const [year, month, day] = iso.split("-").map(Number);
  const date = new Date(Date.UTC(year ?? NaN, (month ?? NaN) - 1, day ?? NaN));
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

function outcome(answer: Card): HTMLElement {
  const day = dayInWords(answer.asOf);
  const isSaid = !day || answer.headline.includes(day);
  return h(
    "header",
    { class: `outcome ${answer.status}` },
    mark(answer.status),
    h(
      "div",
      {},
      h("h3", {}, answer.headline),
      isSaid ? null : h("p", { class: "as-of" }, words.asOf(day)),
    ),
  );
}

/** A mark that colour, shape and (in the text beside it) words tell apart. */
function mark(status: Status): HTMLElement {
  return h("span", { class: `mark ${status}` }, icon(status));
}

function requirements(all: Requirement[]): HTMLElement | null {
  if (!all.length) return null;
  const rows = all.map((one) => h("li", {}, requirement(one)));
  return h("div", { class: "part" }, h("h4", {}, words.requirements), h("ul", { class: "requirements" }, ...rows));
}

function requirement(one: Requirement): HTMLElement {
  const rule = one.rule ? (link(one.url, one.rule) ?? one.rule) : null;
  return h(
    "details",
    { class: one.status },
    h(
      "summary",
      {},
      mark(one.status),
      h(
        "span",
        { class: "what" },
        h("span", { class: "title" }, one.title),
        h(
          "span",
          { class: "finding" },
          h("span", { class: "status" }, words.status[one.status]),
          one.figure ? h("span", { class: "figure" }, unseen(", "), one.figure) : null,
        ),
      ),
      unseen(`, ${words.reasonAndRule}`),
      icon("chevron"),
    ),
    h(
      "div",
      { class: "reason" },
      one.reason ? h("p", {}, linked(one.reason)) : null,
      rule ? h("p", { class: "rule" }, `${words.rule}: `, rule) : null,
    ),
  );
}

function picture(shown: Picture | null, title: string | null): HTMLElement | null {
  if (!shown) return null;
  const inWords = h("details", { class: "in-words" });
  inWords.append(h("summary", {}, words.pictureInWords, icon("chevron")), h("p", {}, shown.alt));
  const image = h("img", { alt: shown.alt });
  // Where a site's rules forbid images from data, the words take the picture's place.
  image.addEventListener("error", () => {
    image.remove();
    inWords.open = true;
  });
  // As an image it cannot run or load anything, whatever it holds.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(shown.svg)}`;
  // The second picture has its title in it.
  return h("div", { class: "part" }, title && h("h4", {}, title), h("figure", {}, image, inWords));
}

/** Each what-if a row of its own on a phone: the names of the columns stand in every cell. */
function comparison(shown: Comparison): HTMLElement {
  const heads = shown.columns.map((column) => h("th", { scope: "col" }, column));
  const rows = shown.rows.map(({ status, cells }) =>
    h(
      "tr",
      { class: status },
      h("th", { scope: "row" }, cells[0] ?? ""),
      ...cells.slice(1).map((cell, place) => h("td", { "data-column": shown.columns[place + 1] ?? "" }, cell)),
    ),
  );
  const table = h("table", {}, h("thead", {}, h("tr", {}, ...heads)), h("tbody", {}, ...rows));
  return h("div", { class: "part comparison" }, h("h4", {}, shown.title), table);
}

function list(title: string, lines: string[]): HTMLElement | null {
  if (!lines.length) return null;
  const items = lines.map((text) => h("li", {}, linked(text.replace(/^•\s*/, ""))));
  return h("div", { class: "part" }, h("h4", {}, title), h("ul", { class: "lines" }, ...items));
}
