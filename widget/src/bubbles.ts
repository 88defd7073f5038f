// One line of the conversation on the screen.

import { card } from "./card";
import { readCard } from "./card_data";
import { button, h, unseen } from "./dom";
import type { Answered, Entry, Notice, Said } from "./entries";
import { fileButtons, readFiles } from "./files";
import type { QuickReply } from "./protocol";
import { paragraphs } from "./text";
import { words } from "./words";

export interface Actions {
  choose(reply: QuickReply): void;
  retry(said: Said): void;
}

/** A line that is shown: its element, and how it takes a later state of its entry. */
export interface Line {
  element: HTMLElement;
  update(entry: Entry): void;
}

export function line(entry: Entry, actions: Actions): Line {
  switch (entry.kind) {
    case "said":
      return said(entry, actions);
    case "answered":
      return answered(entry, actions);
    case "notice":
      return notice(entry);
  }
}

function said(entry: Said, actions: Actions): Line {
  const state = h("div", { class: "state" });
  const words_ = h("div", { class: "bubble" }, unseen(`${words.you}: `), entry.text);
  const element = h("div", { class: "line said", tabindex: "-1" }, words_, state);
  let shown = "";
  const update = (now: Entry): void => {
    if (now.kind !== "said" || now.state === shown) return;
    shown = now.state;
    state.replaceChildren();
    if (now.state === "waiting") state.append(words.waiting);
    if (now.state === "refused") {
      state.append(`${words.refused}. `, button({ class: "textual" }, () => actions.retry(now), words.tryAgain));
    }
    element.classList.toggle("waiting", now.state === "waiting");
  };
  update(entry);
  return { element, update };
}

function answered(entry: Answered, actions: Actions): Line {
  const { text, buttons } = entry.bubble;
  const answer = readCard(entry.bubble.custom);
  const element = h("div", { class: "line answered" }, unseen(`${words.assistant}: `));
  // The card says all that the text says.
  if (answer) element.append(card(answer));
  else if (text) element.append(h("div", { class: "bubble" }, ...paragraphs(text)));
  const files = answer ? null : fileButtons(readFiles(entry.bubble.custom));
  if (files) element.append(files);
  const choices = h("div", { class: "choices" });
  if (buttons.length) element.append(choices);
  let used: boolean | null = null;
  const update = (now: Entry): void => {
    if (now.kind !== "answered" || now.used === used || !buttons.length) return;
    used = now.used;
    choices.replaceChildren(used ? pastChoices(buttons) : openChoices(buttons, actions));
  };
  update(entry);
  return { element, update };
}

function openChoices(buttons: QuickReply[], actions: Actions): HTMLElement {
  const group = h("div", { class: "open", role: "group", "aria-label": words.choose });
  for (const reply of buttons) group.append(button({ class: "choice" }, () => actions.choose(reply), reply.title));
  return group;
}

function pastChoices(buttons: QuickReply[]): HTMLElement {
  return h("p", { class: "past" }, `${words.choices}: ${buttons.map((reply) => reply.title).join(" · ")}`);
}

function notice(entry: Notice): Line {
  return { element: h("div", { class: "line notice" }, entry.text), update: () => undefined };
}
