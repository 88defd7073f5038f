// What the server may send, checked: whatever has another shape is left out, never trusted.

export interface QuickReply {
  title: string;
  payload: string;
}

/** One message of the assistant. */
export interface Bubble {
  id: string;
  text: string;
  buttons: QuickReply[];
  /** Data beside the text; card_data.ts reads what it knows of. */
  custom: unknown;
}

/** What became of a message: taken, or why not. "offline": the answer did not arrive. */
export type Receipt = "ok" | "offline" | "no_session" | "too_long" | "too_fast" | "malformed" | "unavailable";

export type Plain = Record<string, unknown>;

export function isPlain(value: unknown): value is Plain {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function asText(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The data of `bot_uttered`; null where there is nothing to show. */
export function readBubble(data: unknown): Bubble | null {
  if (!isPlain(data)) return null;
  const buttons = asList(data.quick_replies)
    .filter(isPlain)
    .map((reply) => ({ title: asText(reply.title), payload: asText(reply.payload) }))
    .filter((reply) => reply.title && reply.payload);
  const bubble = { id: asText(data.id), text: asText(data.text), buttons, custom: data.custom ?? null };
  return bubble.text || buttons.length || bubble.custom ? bubble : null;
}

/** The acknowledgement of `user_uttered`. */
export function readReceipt(data: unknown): Receipt {
  if (!isPlain(data) || data.ok === true) return "ok"; // servers of Rasa's own channel acknowledge with nothing
  const reasons = ["no_session", "too_long", "too_fast", "malformed"] as const;
  return reasons.find((reason) => reason === data.reason) ?? "unavailable";
}
