// Telegram's Bot API on this machine: telegram-test-api, and around it what that lacks.
//
// From the package: users' messages, commands and presses (/sendMessage, /sendCommand, /sendCallback), what bots send
// and edit, the webhook and the queue of updates, and the numbers of messages and updates.
// Ours, for the tests of this project:
// - the secret token beside each update of a webhook, and no end of the process where a webhook refuses one;
// - numbers of updates that stay apart where several come at once;
// - long polling with an offset, and 409 where there is a webhook;
// - sendPhoto, sendDocument, sendChatAction, setMyCommands, getWebhookInfo;
// - what the real server refuses with 400: long texts, HTML that cannot be read, long keys of buttons;
// - refusals on demand (429, 500, 403) and calls held back, and a record of all calls (/control/...).
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const express = require("express");
const axios = require("axios").default;
const { TelegramServer } = require("telegram-test-api/lib/telegramServer.js");

const LONGEST_WAIT = 60_000;

class Emulator extends TelegramServer {
  calls = [];
  deliveries = [];
  refusals = [];
  holds = [];
  menu = null;
  news = new Set();

  async addUserUpdate(update) {
    this.updateId += 1; // before anything is waited for: the package gives one number to two updates at once
    await this.take(update.botToken, TelegramServer.formatUpdate(update));
  }

  async take(token, update) {
    const webhook = this.webhooks[token];
    if (!webhook) {
      this.storage.userMessages.push({ botToken: token, updateId: update.update_id, time: Date.now(), raw: update });
      this.tell();
      return null;
    }
    const headers = webhook.secret_token ? { "X-Telegram-Bot-Api-Secret-Token": webhook.secret_token } : {};
    const { status } = await axios.post(webhook.url, update, { headers, validateStatus: () => true });
    this.deliveries.push({ token, update: update.update_id, status });
    this.tell();
    return status;
  }

  pending(token, offset) {
    const queue = this.storage.userMessages;
    this.storage.userMessages = queue.filter((u) => u.botToken !== token || u.updateId >= offset);
    const mine = this.storage.userMessages.filter((u) => u.botToken === token);
    return mine.slice(0, 100).map((u) => u.raw);
  }

  tell() {
    for (const wake of [...this.news]) wake();
  }

  // Wait until `find` finds something, or for so long.
  async until(find, milliseconds) {
    const end = Date.now() + milliseconds;
    for (;;) {
      const found = find();
      const left = end - Date.now();
      if (found || left <= 0) return found;
      await new Promise((resolve) => {
        const timer = setTimeout(wake, left);
        const news = this.news;
        function wake() {
          clearTimeout(timer);
          news.delete(wake);
          resolve();
        }
        news.add(wake);
      });
    }
  }
}

function refusalOf(method, parameters) {
  const bad = (description) => ({ status: 400, description: `Bad Request: ${description}` });
  if (method === "sendMessage") {
    const shown = textOf(parameters.text, parameters.parse_mode);
    if (shown === null) return bad("can't parse entities");
    if (!shown.trim()) return bad("message text is empty");
    if (shown.length > 4096) return bad("message is too long");
  }
  if (method === "sendPhoto") {
    if (!parameters.photo.startsWith("iVBORw0KGgo")) return bad("IMAGE_PROCESS_FAILED");
    if ((parameters.caption ?? "").length > 1024) return bad("message caption is too long");
  }
  for (const row of parameters.reply_markup?.inline_keyboard ?? []) {
    for (const button of row) {
      if (Buffer.byteLength(button.callback_data) > 64) return bad("BUTTON_DATA_INVALID");
    }
  }
  return null;
}

// What a person sees of a text; null where its HTML is none.
function textOf(text, mode) {
  if (mode !== "HTML") return text;
  const open = [];
  const bare = text.replace(/<(\/?)(b|i|u|s|a|code|pre|blockquote)( href="[^"<>]*")?>/g, (_, end, tag) => {
    if (!end) open.push(tag);
    else if (open.pop() !== tag) open.push("wrong");
    return "";
  });
  if (open.length || /[<>]/.test(bare) || /&(?!(amp|lt|gt|quot|#\d+);)/.test(bare)) return null;
  return bare.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&amp;/g, "&");
}

const emulator = new Emulator({ port: Number(process.argv[2]), host: "127.0.0.1", storeTimeout: 3600 });
const app = express();

app.use("/bot:token/:method", express.raw({ type: "multipart/form-data", limit: "20mb" }), express.json(), async (req, res, next) => {
  const { token, method } = req.params;
  const parameters = Buffer.isBuffer(req.body) ? await fromForm(req) : req.body;
  if (method === "getUpdates") return getUpdates(token, parameters, res);
  const chat = Number(parameters.chat_id ?? 0);
  const matches = (rule) => rule.method === method && (!rule.chat || rule.chat === chat);
  const call = { token, method, chat, parameters, status: 200 };
  if (method === "sendMessage") call.text = textOf(parameters.text, parameters.parse_mode);
  const begun = { ...call, status: 0 };
  if (emulator.holds.some(matches)) {
    emulator.calls.push(begun);
    emulator.tell();
    await emulator.until(() => !emulator.holds.some(matches), LONGEST_WAIT);
  }
  const demanded = emulator.refusals.find((rule) => rule.times > 0 && matches(rule));
  if (demanded) demanded.times -= 1;
  const refused = demanded ?? refusalOf(method, parameters);
  if (refused) {
    call.status = refused.status;
    record(call);
    const more = refused.retry_after ? { parameters: { retry_after: refused.retry_after } } : {};
    const description = refused.description ?? `Refused on demand ${refused.status}`;
    return res.status(refused.status).json({ ok: false, error_code: refused.status, description, ...more });
  }
  const answer = (result) => {
    record({ ...call, message: result?.message_id });
    res.json({ ok: true, result });
  };
  if (method === "sendPhoto") {
    const { photo, ...rest } = parameters;
    return answer(emulator.addBotMessage({ ...rest, chat_id: chat, text: "" }, token));
  }
  if (method === "sendDocument") {
    const { document, ...rest } = parameters;
    return answer(emulator.addBotMessage({ ...rest, chat_id: chat, text: "" }, token));
  }
  if (method === "sendChatAction") return answer(true);
  if (method === "setMyCommands") {
    emulator.menu = parameters.commands;
    return answer(true);
  }
  if (method === "getWebhookInfo") return answer({ url: emulator.webhooks[token]?.url ?? "" });
  // The rest is the package's; what it answers is kept with the call.
  const json = res.json.bind(res);
  res.json = (body) => {
    record({ ...call, message: body?.result?.message_id });
    return json(body);
  };
  return next();
});

function record(call) {
  emulator.calls.push(call);
  emulator.tell();
}

async function fromForm(req) {
  const form = await new Response(req.body, { headers: { "content-type": req.headers["content-type"] } }).formData();
  const parameters = {};
  for (const [name, value] of form) {
    parameters[name] = typeof value === "string" ? value : Buffer.from(await value.arrayBuffer()).toString("base64");
  }
  return parameters;
}

async function getUpdates(token, { offset = 0, timeout = 0 }, res) {
  if (emulator.webhooks[token]) {
    const description = "Conflict: can't use getUpdates method while webhook is active";
    return res.status(409).json({ ok: false, error_code: 409, description });
  }
  let gone = false;
  res.on("close", () => {
    gone = true;
    emulator.tell();
  });
  const found = await emulator.until(() => {
    const pending = gone ? [] : emulator.pending(token, offset);
    return gone || pending.length ? pending : null;
  }, timeout * 1000);
  return res.json({ ok: true, result: found ?? [] });
}

// --- for the tests alone ---

app.use("/control", express.json({ limit: "20mb" }));
app.post("/control/update", async (req, res) => {
  const { token, update } = req.body;
  const numbered = { update_id: update.update_id ?? emulator.updateId++, ...update };
  res.json({ status: await emulator.take(token, numbered) });
});
app.post("/control/refuse", (req, res) => {
  emulator.refusals.push({ times: 1, ...req.body });
  res.json({});
});
app.post("/control/hold", (req, res) => {
  emulator.holds.push(req.body);
  res.json({});
});
app.post("/control/release", (_req, res) => {
  emulator.holds = [];
  emulator.tell();
  res.json({});
});
app.get("/control/calls", async (req, res) => {
  const { chat = 0, after = 0 } = req.query;
  const mine = () => emulator.calls.filter((call) => call.chat === Number(chat)).slice(Number(after));
  await emulator.until(() => mine().length, Number(req.query.wait ?? LONGEST_WAIT));
  res.json(mine());
});
app.get("/control/state", (_req, res) => {
  const { webhooks, deliveries, menu } = emulator;
  res.json({ webhooks, deliveries, menu });
});

app.use(emulator.webServer);
app.listen(emulator.config.port, emulator.config.host);
process.on("unhandledRejection", (error) => console.error(String(error)));
