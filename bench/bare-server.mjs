// The floor: node:http that sends bytes it has ready, found in a plain Map by the address.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

const answers = new Map();
for (const line of readFileSync(process.argv[2], "utf8").trimEnd().split("\n")) {
  const { path, headers, body } = JSON.parse(line);
  answers.set(path, { headers, body: Buffer.from(body, "latin1") });
}
const server = createServer((request, response) => {
  const { headers, body } = answers.get(request.url);
  response.writeHead(200, headers);
  response.end(body);
});
server.listen(Number(process.argv[3]), "127.0.0.1", () => process.send("ready"));
process.on("disconnect", () => process.exit(0));
