import { connect, type Socket } from "node:net";

const HEAD_END = "\r\n\r\n";
const LENGTH = /\r\ncontent-length: (\d+)/i;
const CHUNKED = /\r\ntransfer-encoding: chunked/i;
const LAST_CHUNK = "\r\n0\r\n\r\n";

export interface Answered {
  status: number;
  head: string;
  body: string;
}

export interface Load {
  port: number;
  paths: readonly string[];
  connections: number;
  headers?: string;
  onAnswer?: (path: string, answered: Answered) => void;
}

/** Asks for every path once, each connection one at a time, over raw sockets: cheap enough that the server is what limits it. */
export async function ask({ port, paths, connections, headers = "", onAnswer }: Load): Promise<{ failed: number }> {
  let next = 0;
  let failed = 0;
  const run = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let text = "";
      let path = "";
      const send = () => {
        if (next === paths.length) {
          socket.end();
          return resolve();
        }
        path = paths[next++]!;
        text = "";
        socket.write(`GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n`);
      };
      socket.setEncoding("latin1");
      socket.on("data", (chunk: string) => {
        text = text === "" ? chunk : text + chunk;
        const end = text.indexOf(HEAD_END);
        if (end < 0) return;
        const length = LENGTH.exec(text);
        const size = length ? Number(length[1]) : 0;
        if (text.length < end + HEAD_END.length + size) return;
        if (!length && !text.endsWith(LAST_CHUNK) && CHUNKED.test(text.slice(0, end + 2))) return;
        if (!text.startsWith("HTTP/1.1 200")) failed++;
        onAnswer?.(path, { status: Number(text.slice(9, 12)), head: text.slice(0, end), body: text.slice(end + HEAD_END.length) });
        send();
      });
      socket.on("error", reject);
      socket.on("connect", send);
    });
  await Promise.all(Array.from({ length: connections }, () => run(connect({ port, host: "127.0.0.1", noDelay: true }))));
  return { failed };
}
