// What was said so far, line by line, as the panel shows it and the browser keeps it.

import type { Bubble } from "./protocol";

interface Line {
  /** Unique; the order of the conversation is that of `at`. */
  id: string;
  /** Milliseconds since 1970. */
  at: number;
}

/** What the person wrote or chose. `payload` is what a button sends in place of its title. */
export interface Said extends Line {
  kind: "said";
  text: string;
  payload: string | null;
  state: "waiting" | "sent" | "refused";
  /** Said in the person's name, and not shown: "Hello" when the chat opens. */
  silent: boolean;
}

/** What the assistant answered. `used`: its buttons are over. */
export interface Answered extends Line {
  kind: "answered";
  bubble: Bubble;
  used: boolean;
}

/** What the widget itself has to say. */
export interface Notice extends Line {
  kind: "notice";
  text: string;
}

export type Entry = Said | Answered | Notice;

/** What is known here and what another tab has kept, as one: nothing said in either is lost. */
export function merged(ours: Entry[], theirs: Entry[]): Entry[] {
  const all = new Map(theirs.map((entry) => [entry.id, entry]));
  for (const entry of ours) {
    const other = all.get(entry.id);
    all.set(entry.id, other ? further(entry, other) : entry);
  }
  return [...all.values()].sort((a, b) => a.at - b.at);
}

function further(ours: Entry, theirs: Entry): Entry {
  if (theirs.kind === "answered") return theirs.used ? theirs : ours;
  return theirs.kind === "said" && theirs.state === "sent" ? theirs : ours;
}
