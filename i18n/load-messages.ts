import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { AbstractIntlMessages } from "next-intl";
import type { Locale } from "./locales";

const MESSAGES_FOLDER = path.join(process.cwd(), "messages");
const loaded = new Map<Locale, Promise<AbstractIntlMessages>>();

/** Every file of messages/<locale> is one namespace: rate-cards.json and rateCards.json are both `rateCards`. */
export function loadMessages(locale: Locale): Promise<AbstractIntlMessages> {
  if (process.env.NODE_ENV !== "production") return readMessages(locale);
  const known = loaded.get(locale) ?? readMessages(locale);
  loaded.set(locale, known);
  return known;
}

async function readMessages(locale: Locale): Promise<AbstractIntlMessages> {
  const folder = path.join(MESSAGES_FOLDER, locale);
  const files = (await readdir(folder)).filter((file) => file.endsWith(".json")).sort();
  const entries = await Promise.all(files.map(async (file) => [namespaceOf(file), JSON.parse(await readFile(path.join(folder, file), "utf8")) as AbstractIntlMessages] as const));
  return Object.fromEntries(entries);
}

const namespaceOf = (file: string) => file.slice(0, -".json".length).replace(/-([a-z])/g, (_hyphen, letter: string) => letter.toUpperCase());
