// Every word the widget itself says; what the assistant says comes from the server.

export const LONGEST_MESSAGE = 2000;

export const words = {
  launcher: "Check if you qualify",
  unread: "New message",
  title: "CEC assistant",
  subtitle: "Information, not legal advice",
  close: "Close the chat",
  menu: "Menu",
  log: "Conversation",
  you: "You",
  assistant: "Assistant",
  typing: "The assistant is writing",
  reconnecting: "Reconnecting… What you write is kept and sent once the connection is back.",

  label: "Your message",
  placeholder: "Write in your own words",
  send: "Send",
  tooLong: (length: number) =>
    `Your message has ${length.toLocaleString("en-CA")} characters and ${LONGEST_MESSAGE.toLocaleString("en-CA")} fit ` +
    "in one. Please send it in parts; the assistant keeps what each part tells it.",
  privacy: "You can delete your data at any time in the menu.",
  privacyLink: "Privacy notice",

  choices: "Choices",
  choose: "Choose an answer, or write your own",
  waiting: "Waiting for the connection",
  refused: "Not sent",
  tryAgain: "Try again",

  startOver: "Start over",
  download: "Download the conversation",
  print: "Print the conversation",
  deleteData: "Delete my data",
  startOverAsk: "Start over? What you told the assistant so far is set aside.",
  startOverDo: "Start over",
  deleteAsk: "Delete your data? The conversation is erased here and on our server. This cannot be undone.",
  deleteDo: "Delete",
  keep: "Keep it",
  deleting: "Your data is erased from this device. It is erased on the server as soon as the connection is back.",
  deleted: "Your data is deleted, here and on our server. To begin anew, write a message.",
  renewed: "The earlier conversation has ended. What you write now begins a new one.",

  // What the widget says to the assistant in the person's name.
  hello: "Hello",
  sayStartOver: "start over",
  sayDelete: "delete my data",

  asOf: (day: string) => `As of ${day}`,
  requirements: "The requirements",
  reasonAndRule: "reason and rule",
  rule: "Rule",
  newTab: "(opens in a new tab)",
  picture: "Your work, as it counts",
  pictureInWords: "The picture in words",
  notes: "Please note",
  outlook: "What comes next",
  changes: "What would differ",
  status: {
    met: "Met",
    not_met: "Not met",
    unknown: "Not known yet",
    refer: "For a professional",
  },
  transcriptHead: (day: string) => `Conversation with the CEC assistant, ${day}. Information, not legal advice.`,
} as const;
