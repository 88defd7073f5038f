// The answer as data (docs/card.md), checked: what the card does not know it leaves out.

import { asList, asText, isPlain, type Plain } from "./protocol";

export const STATUSES = ["met", "not_met", "unknown", "refer"] as const;
export type Status = (typeof STATUSES)[number];

export interface Requirement {
  status: Status;
  title: string;
  reason: string;
  figure: string;
  rule: string;
  url: string;
}

export interface Picture {
  svg: string;
  alt: string;
}

export interface Card {
  status: Status;
  headline: string;
  asOf: string;
  requirements: Requirement[];
  notes: string[];
  outlook: string[];
  closing: string;
  picture: Picture | null;
  outlookPicture: Picture | null;
}

const OF_OUTCOME: Record<string, Status> = { eligible: "met", not_eligible: "not_met", refer: "refer" };

/** The card in `custom`; null where it is no assessment. */
export function readCard(custom: unknown): Card | null {
  if (!isPlain(custom) || custom.type !== "assessment" || !asText(custom.headline)) return null;
  return {
    status: OF_OUTCOME[asText(custom.outcome)] ?? "unknown",
    headline: asText(custom.headline),
    asOf: asText(custom.as_of),
    requirements: asList(custom.requirements).filter(isPlain).map(readRequirement),
    notes: texts(custom.notes),
    outlook: texts(custom.outlook),
    closing: asText(custom.closing),
    picture: readPicture(custom.picture),
    outlookPicture: readPicture(custom.outlook_picture),
  };
}

function readRequirement(data: Plain): Requirement {
  return {
    status: STATUSES.find((status) => status === data.status) ?? "unknown",
    title: asText(data.title),
    reason: asText(data.reason),
    figure: asText(data.figure),
    rule: asText(data.rule),
    url: asText(data.url),
  };
}

function readPicture(data: unknown): Picture | null {
  if (!isPlain(data)) return null;
  const picture = { svg: asText(data.svg), alt: asText(data.alt) };
  return picture.svg && picture.alt ? picture : null;
}

function texts(data: unknown): string[] {
  return asList(data).map(asText).filter(Boolean);
}
