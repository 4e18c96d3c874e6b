import http from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

const halfTimeMs = 300;

/** Sends half a request, tells the server to stop, sends the other half; gives the status that still comes back. */
export async function requestAcrossStop(url, stop) {
  const request = http.request(url, { method: "POST", headers: { "content-type": "application/json", "content-length": 2 } });
  const status = new Promise((resolve, reject) => {
    request.once("error", reject);
    request.once("response", (response) => response.resume().once("end", () => resolve(response.statusCode)));
  });
  request.write("{");
  await sleep(halfTimeMs);
  const stopped = stop();
  await sleep(halfTimeMs);
  request.end("}");
  const answered = await status;
  await stopped;
  return answered;
}
