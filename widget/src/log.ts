// The conversation on the screen: shows lines as they come, and scrolls to what is new.

import { type Actions, type Line, line } from "./bubbles";
import { h } from "./dom";
import type { Entry } from "./entries";
import { words } from "./words";

export class Log {
  readonly element: HTMLElement;
  /** Tells screen readers that the assistant is writing. */
  readonly status = h("p", { class: "unseen", role: "status" });
  private readonly lines = h("div", { class: "talk" });
  private readonly dots = h("div", { class: "dots", "aria-hidden": "true", hidden: true }, h("i"), h("i"), h("i"));
  private readonly shown = new Map<string, Line>();

  constructor(private readonly actions: Actions) {
    const role = { role: "log", "aria-live": "polite", "aria-label": words.log };
    this.element = h("div", { class: "log", tabindex: "0", ...role }, this.lines, this.dots);
  }

  /** Show these entries, whatever was shown before. Returns whether one of the assistant is new. */
  show(entries: readonly Entry[]): boolean {
    const visible = entries.filter((entry) => !(entry.kind === "said" && entry.silent));
    const ids = new Set(visible.map((entry) => entry.id));
    for (const [id, { element }] of this.shown) {
      if (ids.has(id)) continue;
      element.remove();
      this.shown.delete(id);
    }
    const first = this.shown.size === 0;
    let newest: Entry | null = null;
    let place: Element | null = this.lines.firstElementChild;
    for (const entry of visible) {
      const known = this.shown.get(entry.id);
      if (known) {
        known.update(entry);
        place = known.element.nextElementSibling;
        continue;
      }
      const made = line(entry, this.actions);
      this.shown.set(entry.id, made);
      this.lines.insertBefore(made.element, place);
      newest = entry;
    }
    if (newest) this.scroll(first && visible.length > 2);
    return newest !== null && newest.kind !== "said";
  }

  typing(on: boolean): void {
    if (this.dots.hidden === !on) return;
    this.dots.hidden = !on;
    this.status.textContent = on ? words.typing : "";
    if (on) this.scroll(false);
  }

  /** Go to the end, but keep what the person said last in view: the answer is read from its beginning. */
  scroll(toEnd: boolean): void {
    const said = this.lines.querySelectorAll<HTMLElement>(".said");
    const last = said[said.length - 1];
    const end = this.element.scrollHeight - this.element.clientHeight;
    this.element.scrollTop = toEnd || !last ? end : Math.min(end, last.offsetTop - 12);
  }

  /** Put the focus on what the person said last; the next Tab goes on to the answer. */
  focusLast(): void {
    const said = this.lines.querySelectorAll<HTMLElement>(".said");
    said[said.length - 1]?.focus({ preventScroll: true });
  }
}
