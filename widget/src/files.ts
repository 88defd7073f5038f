// Files beside a message (docs/card.md), such as the report: kept as text, made into a file when somebody takes it.

import { button, h, icon } from "./dom";
import { asList, asText, isPlain } from "./protocol";

export interface OfferedFile {
  name: string;
  mediaType: string;
  label: string;
  content: string;
}

const MEDIA_TYPES = ["application/pdf", "text/calendar", "text/html"];
const NAME = /^[\w.-]{1,60}$/;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** The files in `custom`; what is no file, or not of a kind that is known, is left out. */
export function readFiles(custom: unknown): OfferedFile[] {
  if (!isPlain(custom)) return [];
  return asList(custom.files)
    .filter(isPlain)
    .map((file) => ({
      name: asText(file.name),
      mediaType: asText(file.media_type),
      label: asText(file.label),
      content: asText(file.content),
    }))
    .filter((file) => MEDIA_TYPES.includes(file.mediaType) && NAME.test(file.name))
    .filter((file) => file.label && file.content.length % 4 === 0 && BASE64.test(file.content));
}

/** A button for each file. It is saved and never opened in the page, so that nothing in it can run there. */
export function fileButtons(files: OfferedFile[]): HTMLElement | null {
  if (!files.length) return null;
  return h(
    "div",
    { class: "files" },
    ...files.map((file) => button({ class: "file" }, () => save(asBlob(file), file.name), icon("save"), file.label)),
  );
}

/** Have the browser save a file. */
export function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000); // some browsers read it after the click
}

function asBlob(file: OfferedFile): Blob {
  const bytes = Uint8Array.from(atob(file.content), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: file.mediaType });
}
