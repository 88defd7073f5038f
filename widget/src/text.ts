// Shows what was said: plain text, in which https addresses become links.

import { h, unseen } from "./dom";
import { words } from "./words";

const ADDRESS = /https:\/\/[^\s<>"'`\\]+/g;
const NOT_ITS_END = /[.,;:!?)\]}…»”’]+$/;

/** The text as nodes. Nothing but text nodes and links to https addresses. */
export function linked(text: string): DocumentFragment {
  const whole = document.createDocumentFragment();
  let shown = 0;
  for (const found of text.matchAll(ADDRESS)) {
    const address = found[0].replace(NOT_ITS_END, "");
    const target = link(address, address);
    if (!target) continue;
    whole.append(text.slice(shown, found.index), target);
    shown = found.index + address.length;
  }
  whole.append(text.slice(shown));
  return whole;
}

/** The lines of a longer text, each a paragraph. */
export function paragraphs(text: string): HTMLElement[] {
  const lines = text.split(/\n+/).filter((line) => line.trim());
  return lines.map((line) => h("div", { class: "paragraph" }, linked(line)));
}

/** A link that opens beside the conversation; null where the address is not https. */
export function link(address: string, label: string): HTMLAnchorElement | null {
  if (!isHttps(address)) return null;
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, label, unseen(` ${words.newTab}`));
}

export function isHttps(address: string): boolean {
  try {
    return new URL(address).protocol === "https:";
  } catch {
    return false; // not an address at all
  }
}
