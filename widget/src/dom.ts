// Makes elements. Text only ever becomes text nodes: nothing in the widget turns a string into markup.

type Child = Node | string | null;
type Attributes = Record<string, string | boolean | null>;

/** An element; attributes that are null or false are left out, true means present. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  set(element, attributes);
  for (const child of children) if (child !== null) element.append(child);
  return element;
}

/** A button that does something. */
export function button(attributes: Attributes, onClick: () => void, ...children: Child[]): HTMLButtonElement {
  const element = h("button", { type: "button", ...attributes }, ...children);
  element.addEventListener("click", onClick);
  return element;
}

const SHAPES = {
  chat: ["M4 5h16v11H10l-4.5 4v-4H4z"],
  close: ["M6 6l12 12M18 6L6 18"],
  menu: ["M12 5.5v.01M12 12v.01M12 18.5v.01"],
  send: ["M5 12l14-7-4.5 14-3-5.5z", "M11.5 13.5L19 5"],
  met: ["M5 12.5l4.5 4.5L19 7.5"],
  not_met: ["M7 7l10 10M17 7L7 17"],
  unknown: ["M9 9.2a3 3 0 1 1 4.6 2.5c-1 .7-1.6 1.2-1.6 2.3", "M12 17.6v.01"],
  refer: ["M12 6v7.5", "M12 17.6v.01"],
  chevron: ["M7 10l5 5 5-5"],
  save: ["M12 4v11M7 10.5l5 5 5-5", "M5 19.5h14"],
} as const;

export type Shape = keyof typeof SHAPES;

/** A line drawing that says nothing to a screen reader; the words beside it do. */
export function icon(shape: Shape): SVGSVGElement {
  const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  set(drawing, { viewBox: "0 0 24 24", "aria-hidden": "true", focusable: "false", class: `icon icon-${shape}` });
  for (const line of SHAPES[shape]) {
    const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
    path.setAttribute("d", line);
    drawing.append(path);
  }
  return drawing;
}

/** Words for screen readers alone. */
export function unseen(text: string): HTMLSpanElement {
  return h("span", { class: "unseen" }, text);
}

function set(element: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== false) element.setAttribute(name, value === true ? "" : value);
  }
}
