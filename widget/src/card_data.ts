// The answer as data (docs/card.md), checked: what the card does not know it leaves out.

import { readFiles, type OfferedFile } from "./files";
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

/** What-ifs side by side: a row of cells for each, the first of which names it. */
export interface Comparison {
  title: string;
  columns: string[];
  rows: { status: Status; cells: string[] }[];
}

export interface Card {
  status: Status;
  headline: string;
  asOf: string;
  requirements: Requirement[];
  notes: string[];
  outlook: string[];
  closing: string;
  changes: string[];
  comparison: Comparison | null;
  files: OfferedFile[];
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
    changes: texts(custom.changes),
    comparison: readComparison(custom.comparison),
    files: readFiles(custom),
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

function readComparison(data: unknown): Comparison | null {
  if (!isPlain(data)) return null;
  const columns = texts(data.columns);
  const rows = asList(data.rows)
    .filter(isPlain)
    .map((row) => ({ status: OF_OUTCOME[asText(row.outcome)] ?? "unknown", cells: texts(row.cells) }))
    .filter((row) => row.cells.length === columns.length);
  return columns.length && rows.length ? { title: asText(data.title), columns, rows } : null;
}

function readPicture(data: unknown): Picture | null {
  if (!isPlain(data)) return null;
  const picture = { svg: asText(data.svg), alt: asText(data.alt) };
  return picture.svg && picture.alt ? picture : null;
}

function texts(data: unknown): string[] {
  return asList(data).map(asText).filter(Boolean);
}
