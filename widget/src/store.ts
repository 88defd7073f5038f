// Keeps the conversation in this browser, so that it is there after a reload. One conversation for each server.

import { type Entry, merged } from "./entries";

export interface Kept {
  /** Changes when the conversation is forgotten: what another tab still holds of the old one does not come back. */
  epoch: string;
  /** The server's word for this session. */
  token: string | null;
  /** The last bubble that arrived. */
  lastId: string | null;
  entries: Entry[];
  /** When it was last written, in milliseconds since 1970. */
  at: number;
}

const FORM = 1; // of what is kept; another form is not read
const MOST_ENTRIES = 300;
const IDLE_MS = 30 * 24 * 60 * 60 * 1000; // the server's sessions end after as long

export class Store {
  private readonly key: string;
  // Where the browser refuses to keep anything (private windows, full disks), the page does.
  private readonly inPage = new Map<string, string>();

  constructor(server: URL) {
    this.key = `cec-chat ${FORM} ${server.href}`;
  }

  load(): Kept {
    const kept = this.read();
    return kept && Date.now() - kept.at < IDLE_MS ? kept : nothing();
  }

  /** Write, together with what another tab wrote since. Returns what now stands. */
  save(kept: Kept): Kept {
    const other = this.read();
    const entries = other?.epoch === kept.epoch ? merged(kept.entries, other.entries) : kept.entries;
    const now = { ...kept, entries: entries.slice(-MOST_ENTRIES), at: Date.now() };
    this.put(this.key, JSON.stringify(now));
    return now;
  }

  get draft(): string {
    return this.get(`${this.key} draft`) ?? "";
  }

  set draft(text: string) {
    this.put(`${this.key} draft`, text);
  }

  /** Whether the panel stands open, in this tab alone. */
  get open(): boolean {
    return this.get(`${this.key} open`, sessionStorageOf) === "yes";
  }

  set open(open: boolean) {
    this.put(`${this.key} open`, open ? "yes" : "", sessionStorageOf);
  }

  /** Call back when another tab has written. */
  onOtherTab(callback: (kept: Kept) => void): void {
    addEventListener("storage", (event) => {
      if (event.key === this.key) callback(this.load());
    });
  }

  private read(): Kept | null {
    try {
      const kept = JSON.parse(this.get(this.key) ?? "null") as Kept | null;
      return kept && Array.isArray(kept.entries) && typeof kept.epoch === "string" ? kept : null;
    } catch {
      return null; // not ours, or of an older form
    }
  }

  private get(key: string, storage = localStorageOf): string | null {
    try {
      return storage().getItem(key) ?? this.inPage.get(key) ?? null;
    } catch {
      return this.inPage.get(key) ?? null;
    }
  }

  private put(key: string, text: string, storage = localStorageOf): void {
    try {
      if (text) storage().setItem(key, text);
      else storage().removeItem(key);
      this.inPage.delete(key);
    } catch {
      this.inPage.set(key, text);
    }
  }
}

export function nothing(): Kept {
  return { epoch: newId(), token: null, lastId: null, entries: [], at: Date.now() };
}

/** A UUID. crypto.randomUUID is there on secure pages only. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

const localStorageOf = (): Storage => localStorage;
const sessionStorageOf = (): Storage => sessionStorage;
