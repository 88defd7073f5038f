// The launcher and the panel: opening and closing, focus, and where everything stands.

import { Composer } from "./composer";
import type { Conversation, View } from "./conversation";
import { button, h, icon, unseen } from "./dom";
import type { Entry } from "./entries";
import { Log } from "./log";
import { Menu } from "./menu";
import type { Options } from "./options";
import { link } from "./text";
import { download } from "./take_away";
import { words } from "./words";

// Where the panel fills the screen; style.css has the same figures.
const FILLS = "(max-width: 479.98px), (max-height: 479.98px)";

export class Panel implements View {
  readonly element: HTMLElement;
  private readonly launcher: HTMLButtonElement;
  private readonly panel: HTMLElement;
  private readonly bar = h("p", { class: "bar", role: "status" });
  private readonly log: Log;
  private readonly composer: Composer;
  private readonly menu: Menu;
  private readonly fills = matchMedia(FILLS);

  constructor(options: Options, private readonly conversation: Conversation) {
    this.log = new Log({
      choose: (reply) => {
        conversation.say(reply.title, reply.payload);
        this.log.focusLast();
      },
      retry: (said) => conversation.retry(said),
    });
    this.composer = new Composer(conversation.store, (text) => conversation.say(text));
    this.menu = new Menu(
      {
        startOver: () => conversation.startOver(),
        download: () => download(conversation.entries),
        print: () => print(),
        deleteData: () => {
          this.composer.clear();
          conversation.deleteData();
        },
      },
      () => this.focus(),
    );
    const unread = h("span", { class: "unread", hidden: true }, unseen(` ${words.unread}`));
    this.launcher = button({ class: "launcher" }, () => this.open(), icon("chat"), h("span", {}, options.launcher), unread);
    this.panel = this.build(options);
    this.element = h("div", { class: `root ${options.side}` }, this.launcher, this.panel);
    this.paint(options.theme);
    this.panel.addEventListener("keydown", (event) => this.key(event));
    this.panel.addEventListener("pointerdown", (event) => this.menu.leave(event.composedPath()[0] ?? null));
    this.panel.addEventListener("focusin", (event) => this.menu.leave(event.composedPath()[0] ?? null));
    this.fills.addEventListener("change", () => this.fit());
    visualViewport?.addEventListener("resize", () => this.fit());
  }

  get isOpen(): boolean {
    return !this.panel.hidden;
  }

  open(): void {
    this.reveal();
    this.focus();
  }

  /** Open without taking the focus, as after a reload. */
  reveal(): void {
    this.panel.hidden = false;
    this.launcher.hidden = true;
    this.unread(false);
    this.conversation.store.open = true;
    this.conversation.begin();
    this.fit();
    this.composer.fit();
    this.log.scroll(true);
  }

  close(): void {
    this.panel.hidden = true;
    this.launcher.hidden = false;
    this.conversation.store.open = false;
    this.launcher.focus();
  }

  show(entries: readonly Entry[]): void {
    if (this.log.show(entries) && !this.isOpen) this.unread(true);
  }

  typing(on: boolean): void {
    this.log.typing(on);
  }

  connected(on: boolean): void {
    const text = on ? "" : words.reconnecting;
    if (this.bar.textContent !== text) this.bar.textContent = text;
  }

  private build(options: Options): HTMLElement {
    const close = button({ class: "round", "aria-label": words.close, title: words.close }, () => this.close(), icon("close"));
    const title = h("div", { class: "heading" }, h("h2", { id: "title" }, options.title), h("p", {}, words.subtitle));
    const privacy = h("p", { class: "privacy" }, words.privacy);
    const notice = options.privacy && privacyLink(options.privacy);
    if (notice) privacy.append(" ", notice);
    return h(
      "div",
      { class: "panel", role: "dialog", "aria-labelledby": "title", hidden: true },
      h("div", { class: "head" }, title, this.menu.button, close, this.menu.list),
      this.bar,
      this.log.element,
      this.log.status,
      h("div", { class: "foot" }, this.composer.element, privacy),
      this.menu.question,
    );
  }

  /** Dark where the site says so, or where it leaves that to the person's system. */
  private paint(theme: Options["theme"]): void {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const paint = (): void => {
      this.element.classList.toggle("dark", theme === "dark" || (theme === "auto" && dark.matches));
    };
    dark.addEventListener("change", paint);
    paint();
  }

  /** The field, but not on a touch screen: its keyboard would cover the answer before it is read. */
  private focus(): void {
    if (matchMedia("(pointer: coarse)").matches) this.log.element.focus({ preventScroll: true });
    else this.composer.focus();
  }

  private unread(on: boolean): void {
    this.launcher.querySelector<HTMLElement>(".unread")!.hidden = !on;
  }

  private key(event: KeyboardEvent): void {
    if (event.key === "Escape" && !event.isComposing) {
      event.stopPropagation();
      if (!this.menu.close()) this.close();
    }
    if (event.key === "Tab") this.turnAround(event);
  }

  /** Keep the focus inside what covers the rest: the panel where it fills the screen, a question always. */
  private turnAround(event: KeyboardEvent): void {
    const question = this.menu.question;
    const within = question.hidden ? (this.fills.matches ? this.panel : null) : question;
    if (!within) return;
    const stops = focusable(within);
    const at = (this.panel.getRootNode() as ShadowRoot).activeElement;
    const [first, last] = [stops[0], stops[stops.length - 1]];
    if (event.shiftKey ? at === first : at === last) {
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    }
  }

  /** On a phone, fill what the keyboard leaves free. */
  private fit(): void {
    const view = visualViewport;
    const fills = this.fills.matches;
    this.panel.setAttribute("aria-modal", String(fills));
    // Zoomed in by two fingers the view is a part of the page; then the panel stays as it is.
    const height = fills && view && view.scale === 1 ? `${view.height}px` : "";
    this.panel.style.height = height;
  }
}

function focusable(within: HTMLElement): HTMLElement[] {
  const all = within.querySelectorAll<HTMLElement>("button, a[href], textarea, summary, [tabindex='0']");
  return [...all].filter((element) => element.getClientRects().length > 0);
}

function privacyLink(address: string): HTMLElement {
  return (
    link(address, words.privacyLink) ?? h("a", { href: address, target: "_blank", rel: "noopener" }, words.privacyLink)
  );
}
