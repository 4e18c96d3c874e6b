import { SaxesParser } from "saxes";
import { unreadableFile } from "./unreadable-file";

const DEPTH_MAX = 40;

export type Attributes = Record<string, string>;

export interface XmlHandlers {
  /** names come without their prefix */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

/** Walks through a part piece by piece, so that others are served in between, and tells the bytes of each. No document type, no entities of its own. */
export async function* walkXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): AsyncGenerator<number> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let depth = 0;
  parser.on("doctype", () => {
    throw unreadableFile("damaged-workbook");
  });
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEPTH_MAX) throw unreadableFile("damaged-workbook");
    handlers.open(plainName(name), attributes as Attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth--;
    handlers.close(plainName(name));
  });
  parser.on("text", handlers.text);
  parser.on("cdata", handlers.text);
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield piece.length;
  }
  parser.write(decoder.decode()).close();
  yield 0;
}

/** The same where nobody needs to do anything in between. */
export async function readXml(pieces: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const walk = walkXml(pieces, handlers);
  while (!(await walk.next()).done) continue;
}

/** An attribute whatever its prefix: `r:id` is asked for as `id`. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  for (const key in attributes) if (key === name || key.endsWith(`:${name}`)) return attributes[key];
  return undefined;
}

function plainName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
