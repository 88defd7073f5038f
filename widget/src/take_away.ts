// What a person takes away: the conversation as a text file, or on paper.

import { dayInWords } from "./card";
import type { Entry } from "./entries";
import { save } from "./files";
import { words } from "./words";

/** Offer the conversation as a file. */
export function download(entries: readonly Entry[]): void {
  const today = localDay(new Date());
  const file = new Blob([asText(entries, dayInWords(today))], { type: "text/plain;charset=utf-8" });
  save(file, `conversation-${today}.txt`);
}

export function asText(entries: readonly Entry[], day: string): string {
  const lines = [words.transcriptHead(day)];
  for (const entry of entries) {
    if (entry.kind === "notice") lines.push(entry.text);
    else if (entry.kind === "answered") lines.push(`${words.assistant}: ${entry.bubble.text}`);
    else if (!entry.silent) lines.push(`${words.you}: ${entry.text}`);
  }
  return `${lines.join("\n\n")}\n`;
}

/** While the panel is open, whatever prints the page prints the conversation: whole, and nothing else. */
export function printInsteadOfPage(host: HTMLElement, isOpen: () => boolean): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(
    `@media print { body > :not(${host.localName}) { display: none !important }
     html, body { height: auto !important; overflow: visible !important; background: #fff !important } }`,
  );
  let opened: HTMLDetailsElement[] = [];
  addEventListener("beforeprint", () => {
    if (!isOpen()) return;
    host.toggleAttribute("data-printing", true);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    opened = [...(host.shadowRoot?.querySelectorAll<HTMLDetailsElement>("details:not([open], .in-words)") ?? [])];
    for (const details of opened) details.open = true;
  });
  addEventListener("afterprint", () => {
    host.toggleAttribute("data-printing", false);
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
    for (const details of opened) details.open = false;
    opened = [];
  });
}

function localDay(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
