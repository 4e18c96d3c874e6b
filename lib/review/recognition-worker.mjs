import { createRequire } from "node:module";
import path from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import model from "@tesseract.js-data/chi_sim";
import tesseract from "tesseract.js";

// Everything it needs lies in the packages: nothing is fetched, nothing is written.
const library = createRequire(createRequire(import.meta.url).resolve("tesseract.js"));
const paths = {
  workerPath: library.resolve("tesseract.js/src/worker-script/node/index.js"),
  corePath: path.dirname(library.resolve("tesseract.js-core/package.json")),
  langPath: model.langPath,
  gzip: model.gzip,
  cacheMethod: "none",
};

const RECOGNIZING = "recognizing text";
/** What loading the model is of the whole, in percent. */
const LOADING_SHARE = 20;
const LOADING_STEPS = ["loading tesseract core", "initializing tesseract", "loading language traineddata", "initializing api"];

function report({ status, progress }) {
  const step = LOADING_STEPS.indexOf(status);
  const percent = status === RECOGNIZING ? LOADING_SHARE + progress * (100 - LOADING_SHARE) : (LOADING_SHARE * (step + progress)) / LOADING_STEPS.length;
  if (status === RECOGNIZING || step >= 0) parentPort.postMessage({ kind: "progress", percent: Math.floor(percent) });
}

const fail = (problem, error) => parentPort.postMessage({ kind: "failed", problem, detail: String(error) });

let isLoaded = false;
// The library leaves its promise open when the model does not load, and only tells this; what it rejects later is caught below.
const worker = await tesseract.createWorker(model.code, tesseract.OEM.LSTM_ONLY, { ...paths, logger: report, errorHandler: (error) => isLoaded || fail("internal", error) });
isLoaded = true;
await worker.setParameters({ tessedit_pageseg_mode: tesseract.PSM.AUTO, preserve_interword_spaces: "1" });
try {
  const { data } = await worker.recognize(Buffer.from(workerData.bytes), {}, { text: false, blocks: true });
  const rows = (data.blocks ?? []).flatMap(({ paragraphs }) => paragraphs.flatMap(({ lines }) => lines.map(({ words }) => words.map(({ text, confidence, bbox: { x0, y0, x1, y1 } }) => ({ text, confidence, box: { x0, y0, x1, y1 } })))));
  parentPort.postMessage({ kind: "read", rows });
} catch (error) {
  fail("undecodable", error);
}
await worker.terminate();
