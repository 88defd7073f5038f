// What the script tag starts: one chat on the page, in a shadow root of its own.

import { Conversation } from "./conversation";
import { readOptions } from "./options";
import { Panel } from "./panel";
import style from "./style.css";
import { printInsteadOfPage } from "./take_away";

const NAME = "cec-chat";

function start(script: HTMLScriptElement): void {
  if (document.querySelector(NAME)) return; // the tag stands on the page twice
  const options = readOptions(script);
  const conversation = new Conversation(options);
  const panel = new Panel(options, conversation);
  conversation.attach(panel);

  const host = document.createElement(NAME);
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet(); // not a style element: a site's content security policy may forbid those
  sheet.replaceSync(style);
  shadow.adoptedStyleSheets = [sheet];
  shadow.append(panel.element);
  document.body.append(host);

  printInsteadOfPage(host, () => panel.isOpen);
  // A site's own buttons and links may open the chat.
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || !event.target.closest("[data-cec-open]")) return;
    event.preventDefault();
    panel.open();
  });
  if (conversation.store.open) panel.reveal();
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement) {
  if (document.body) start(script);
  else addEventListener("DOMContentLoaded", () => start(script));
}
