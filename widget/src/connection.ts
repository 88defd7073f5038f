// The line to the server: connects, asks for the session, and comes back by itself whenever it breaks.

import { io, type Socket } from "socket.io-client";
import { asText, type Bubble, isPlain, readBubble, type Receipt, readReceipt } from "./protocol";

const MS_TO_CONFIRM = 15_000;
const MS_TO_ACKNOWLEDGE = 45_000; // above the server's longest turn

export interface Listener {
  /** What to ask the session with. */
  session(): { session_id: string | null; last_id: string | null };
  confirmed(token: string): void;
  uttered(bubble: Bubble): void;
  typing(on: boolean): void;
  ended(): void;
  /** The line is up, or it broke. */
  connected(on: boolean): void;
}

export class Connection {
  private readonly socket: Socket;
  private confirming: ReturnType<typeof setTimeout> | undefined;
  /** Whether messages can be sent now. */
  ready = false;

  constructor(server: URL, private readonly listener: Listener) {
    this.socket = io(server.origin, {
      path: `${server.pathname}socket.io`,
      transports: ["websocket", "polling"],
      tryAllTransports: true,
      autoConnect: false,
      reconnectionDelay: 500,
      reconnectionDelayMax: 5000,
    });
    this.socket.on("connect", () => this.request());
    this.socket.on("disconnect", (reason) => {
      this.broken();
      // After this one the library waits to be told.
      if (reason === "io server disconnect") setTimeout(() => this.socket.connect(), 1000);
    });
    this.socket.on("connect_error", () => this.broken());
    this.socket.on("session_confirm", (token: unknown) => this.confirmed(token));
    this.socket.on("bot_uttered", (data: unknown) => {
      const bubble = readBubble(data);
      if (bubble) listener.uttered(bubble);
    });
    this.socket.on("typing", (data: unknown) => listener.typing(isPlain(data) && data.on === true));
    this.socket.on("session_ended", () => listener.ended());
    addEventListener("online", () => this.again());
    addEventListener("offline", () => this.again());
  }

  open(): void {
    this.socket.connect();
  }

  /** Ask for the session, or for a new one where there is none to name. */
  request(): void {
    this.ready = false;
    if (!this.socket.connected) return; // asked once it is
    this.socket.emit("session_request", this.listener.session());
    clearTimeout(this.confirming);
    this.confirming = setTimeout(() => this.request(), MS_TO_CONFIRM);
  }

  /** Send one message; resolves when the server has taken or refused it, or the line broke. */
  say(message: string, token: string, messageId: string): Promise<Receipt> {
    return new Promise((resolve) => {
      const said = { message, session_id: token, message_id: messageId };
      this.socket.timeout(MS_TO_ACKNOWLEDGE).emit("user_uttered", said, (problem: Error | null, data: unknown) => {
        resolve(problem ? "offline" : readReceipt(data));
      });
    });
  }

  private confirmed(data: unknown): void {
    clearTimeout(this.confirming);
    const token = isPlain(data) ? asText(data.session_id) : asText(data);
    if (!token) return;
    this.ready = true;
    this.listener.connected(true);
    this.listener.confirmed(token);
  }

  private broken(): void {
    clearTimeout(this.confirming);
    this.ready = false;
    this.listener.typing(false);
    this.listener.connected(false);
  }

  /** The network went or came: neither trust the old line nor wait for the next try. */
  private again(): void {
    if (this.socket.active) this.socket.disconnect().connect();
  }
}
