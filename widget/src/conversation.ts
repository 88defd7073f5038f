// The conversation: takes what the person says and what the assistant answers, keeps it, and sends what waits.

import { Connection } from "./connection";
import type { Entry, Said } from "./entries";
import type { Options } from "./options";
import type { Bubble } from "./protocol";
import { type Kept, newId, nothing, Store } from "./store";
import { words } from "./words";

export interface View {
  /** Show these lines. */
  show(entries: readonly Entry[]): void;
  typing(on: boolean): void;
  connected(on: boolean): void;
}

export class Conversation {
  readonly store: Store;
  private readonly connection: Connection;
  private kept: Kept;
  private begun = false;
  private sending = false;
  private view: View | null = null;

  constructor(options: Options) {
    this.store = new Store(options.server);
    this.kept = this.store.load();
    this.connection = new Connection(options.server, {
      session: () => ({ session_id: this.kept.token, last_id: this.kept.lastId }),
      confirmed: (token) => this.confirmed(token),
      uttered: (bubble) => this.uttered(bubble),
      typing: (on) => this.view?.typing(on),
      connected: (on) => this.view?.connected(on),
      ended: () => this.ended(),
    });
    this.store.onOtherTab((kept) => {
      this.kept = kept;
      this.view?.show(this.kept.entries);
    });
  }

  get entries(): readonly Entry[] {
    return this.kept.entries;
  }

  /** Show the conversation from now on. Nothing goes to the server before the person opens the panel. */
  attach(view: View): void {
    this.view = view;
    view.show(this.kept.entries);
    if (this.waiting()) this.begin(); // said before, and not sent yet
  }

  /** The panel is open: connect, and say hello where nothing was said yet. */
  begin(): void {
    if (!this.kept.entries.length) this.say(words.hello, null, true);
    if (this.begun) return;
    this.begun = true;
    this.connection.open();
  }

  /** Take a message of the person, and send it now or when there is a connection. */
  say(text: string, payload: string | null = null, silent = false): void {
    for (const entry of this.kept.entries) if (entry.kind === "answered") entry.used = true;
    this.add({ kind: "said", id: newId(), at: Date.now(), text, payload, state: "waiting", silent });
    void this.flush();
  }

  /** Try once more what the server refused. */
  retry(said: Said): void {
    said.state = "waiting";
    this.keep();
    void this.flush();
  }

  startOver(): void {
    this.kept = { ...nothing(), token: this.kept.token, lastId: this.kept.lastId };
    this.say(words.sayStartOver, null, true);
  }

  /** Forget here at once; the server is told, and says when it has forgotten too. */
  deleteData(): void {
    const { token, lastId } = this.kept;
    this.kept = { ...nothing(), token, lastId };
    this.store.draft = "";
    if (token === null) return this.ended();
    if (!this.connection.ready) this.note(words.deleting);
    this.say(words.sayDelete, null, true);
  }

  private confirmed(token: string): void {
    const before = this.kept.token;
    this.kept.token = token;
    if (before !== null && before !== token && this.kept.lastId !== null) {
      for (const entry of this.kept.entries) if (entry.kind === "answered") entry.used = true;
      this.kept.lastId = null;
      this.note(words.renewed);
    }
    this.keep();
    void this.flush();
  }

  private uttered(bubble: Bubble): void {
    const id = bubble.id || newId();
    if (this.kept.entries.some((entry) => entry.id === id)) return; // sent again, since we asked
    this.kept.lastId = bubble.id || this.kept.lastId;
    this.add({ kind: "answered", id, at: Date.now(), bubble, used: false });
  }

  /** The server has erased everything; so do we. */
  private ended(): void {
    this.kept = nothing();
    this.store.draft = "";
    this.note(words.deleted);
    if (this.begun) this.connection.request();
  }

  private note(text: string): void {
    this.add({ kind: "notice", id: newId(), at: Date.now(), text });
  }

  private add(entry: Entry): void {
    // The clock may stand still or be set back; the order of the conversation may not.
    entry.at = Math.max(entry.at, (this.kept.entries.at(-1)?.at ?? 0) + 1);
    this.kept.entries.push(entry);
    this.keep();
  }

  private keep(): void {
    this.kept = this.store.save(this.kept);
    this.view?.show(this.kept.entries);
  }

  /** Send what waits, one message after the other. Sent twice is handled once: each has its id. */
  private async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let next = this.waiting(); next && this.connection.ready; next = this.waiting()) {
      const { id } = next;
      const receipt = await this.connection.say(next.payload ?? next.text, this.kept.token!, id);
      if (receipt === "offline") break;
      if (receipt === "no_session") {
        this.connection.request();
        break;
      }
      // The entry may be another object by now, or gone.
      const sent = this.kept.entries.find((entry) => entry.id === id);
      if (sent?.kind !== "said") continue;
      sent.state = receipt === "ok" ? "sent" : "refused";
      this.keep();
    }
    this.sending = false;
    // The session may have been confirmed while the last message was being given up.
    if (this.connection.ready && this.waiting()) void this.flush();
  }

  private waiting(): Said | undefined {
    return this.kept.entries.find((entry): entry is Said => entry.kind === "said" && entry.state === "waiting");
  }
}
