// Where the person writes: grows with the text, sends on Enter, keeps what is not sent yet.

import { h, icon, unseen } from "./dom";
import { LONGEST_MESSAGE, words } from "./words";

const TALLEST = 140; // pixels; longer texts scroll

export interface Draft {
  draft: string;
}

export class Composer {
  readonly element: HTMLFormElement;
  private readonly field: HTMLTextAreaElement;
  private readonly problem: HTMLElement;

  constructor(private readonly kept: Draft, private readonly onSend: (text: string) => void) {
    this.problem = h("p", { class: "problem", id: "problem", role: "alert" });
    this.field = h("textarea", {
      id: "message",
      rows: "1",
      placeholder: words.placeholder,
      enterkeyhint: "send",
      autocomplete: "off",
      "aria-describedby": "problem",
    });
    const send = h("button", { class: "send", type: "submit" }, icon("send"), unseen(words.send));
    this.element = h(
      "form",
      { class: "composer" },
      this.problem,
      h("label", { for: "message", class: "unseen" }, words.label),
      h("div", { class: "row" }, this.field, send),
    );
    this.field.value = kept.draft;
    this.field.addEventListener("input", () => this.changed());
    this.field.addEventListener("keydown", (event) => {
      // While a word is being composed (Chinese, Korean, accents) Enter ends the word, not the message.
      const composing = event.isComposing || event.keyCode === 229;
      if (event.key !== "Enter" || event.shiftKey || composing) return;
      event.preventDefault();
      this.send();
    });
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.send();
    });
  }

  focus(): void {
    this.field.focus();
  }

  /** Empty the field, for what was written is to be forgotten. */
  clear(): void {
    this.field.value = "";
    this.changed();
  }

  /** Fit the height to the text; needed once the field is visible. */
  fit(): void {
    this.field.style.height = "auto";
    if (this.field.scrollHeight) this.field.style.height = `${Math.min(this.field.scrollHeight + 2, TALLEST)}px`;
  }

  private send(): void {
    const text = this.field.value.trim();
    const length = [...text].length;
    if (length > LONGEST_MESSAGE) return this.complain(words.tooLong(length));
    if (!text) return;
    this.clear();
    this.onSend(text);
  }

  private changed(): void {
    this.kept.draft = this.field.value;
    this.complain("");
    this.fit();
  }

  private complain(problem: string): void {
    if (this.problem.textContent !== problem) this.problem.textContent = problem;
    this.field.setAttribute("aria-invalid", String(problem !== ""));
  }
}
