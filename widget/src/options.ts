// What a site sets on the script tag (docs/widget.md).

import { isHttps } from "./text";
import { words } from "./words";

export interface Options {
  /** Where the server is; ends in a slash. */
  server: URL;
  title: string;
  launcher: string;
  /** The site's privacy notice, or null. */
  privacy: string | null;
  theme: "auto" | "light" | "dark";
  side: "right" | "left";
}

export function readOptions(script: HTMLScriptElement): Options {
  const set = script.dataset;
  const server = new URL(set.server ?? ".", script.src);
  if (!server.pathname.endsWith("/")) server.pathname += "/";
  const privacy = set.privacy ? new URL(set.privacy, document.baseURI) : null;
  return {
    server,
    title: set.title || words.title,
    launcher: set.launcher || words.launcher,
    privacy: privacy && (isHttps(privacy.href) || privacy.origin === location.origin) ? privacy.href : null,
    theme: set.theme === "light" || set.theme === "dark" ? set.theme : "auto",
    side: set.side === "left" ? "left" : "right",
  };
}
