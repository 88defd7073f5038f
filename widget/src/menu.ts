// What can be done with the whole conversation, and the question before what cannot be undone.

import { button, h, icon } from "./dom";
import { words } from "./words";

export interface Deeds {
  startOver(): void;
  download(): void;
  print(): void;
  deleteData(): void;
}

export class Menu {
  readonly button: HTMLButtonElement;
  readonly list: HTMLElement;
  /** The question stands over the conversation. */
  readonly question: HTMLElement;

  constructor(deeds: Deeds, private readonly after: () => void) {
    const label = { class: "round", "aria-label": words.menu, title: words.menu, "aria-controls": "menu" };
    this.button = button({ ...label, "aria-expanded": "false" }, () => this.toggle(this.list.hidden !== false), icon("menu"));
    this.list = h("div", { class: "menu", id: "menu", hidden: true });
    this.question = h("div", { class: "question", role: "alertdialog", "aria-modal": "true", hidden: true });
    this.add(words.startOver, () => this.ask(words.startOverAsk, words.startOverDo, () => deeds.startOver()));
    this.add(words.download, () => deeds.download());
    this.add(words.print, () => deeds.print());
    this.add(words.deleteData, () => this.ask(words.deleteAsk, words.deleteDo, () => deeds.deleteData()), "grave");
  }

  /** Close whatever is open; false where nothing was. */
  close(): boolean {
    if (!this.question.hidden) this.dismiss();
    else if (!this.list.hidden) this.toggle(false);
    else return false;
    return true;
  }

  /** Close the list when the person goes elsewhere. */
  leave(target: EventTarget | null): void {
    const within = target instanceof Node && (this.list.contains(target) || this.button.contains(target));
    if (!this.list.hidden && !within) this.toggle(false, false);
  }

  private add(label: string, deed: () => void, kind = ""): void {
    const choose = (): void => {
      this.toggle(false);
      deed();
    };
    this.list.append(button({ class: kind }, choose, label));
  }

  private toggle(open: boolean, focus = true): void {
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
    if (!focus) return;
    if (open) this.list.querySelector("button")?.focus();
    else this.button.focus();
  }

  private ask(question: string, label: string, deed: () => void): void {
    const keep = button({ class: "choice" }, () => this.dismiss(), words.keep);
    const act = (): void => {
      this.question.hidden = true;
      deed();
      this.after();
    };
    const text = h("p", { id: "question" }, question);
    this.question.setAttribute("aria-labelledby", "question");
    this.question.replaceChildren(
      h("div", { class: "sheet" }, text, h("div", { class: "row" }, button({ class: "grave" }, act, label), keep)),
    );
    this.question.hidden = false;
    keep.focus();
  }

  private dismiss(): void {
    this.question.hidden = true;
    this.button.focus();
  }
}
