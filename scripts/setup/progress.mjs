const repaintMs = 200;
const repeatMs = 10_000;
const lineCharsMax = 100;

/** Runs one step while saying that it runs, for how long, and what it last said; returns what the step returns. */
export async function step(title, work) {
  const startedAt = Date.now();
  const seconds = () => ((Date.now() - startedAt) / 1000).toFixed(1);
  let latest = "";
  const isTerminal = process.stdout.isTTY === true;
  const say = () => {
    const line = `  ${title} … ${seconds()} s${latest ? ` · ${latest}` : ""}`.slice(0, lineCharsMax);
    if (isTerminal) process.stdout.write(`\r\x1b[2K${line}`);
    else process.stdout.write(`${line}\n`);
  };
  say();
  const timer = setInterval(say, isTerminal ? repaintMs : repeatMs);
  const finish = (mark, note) => {
    clearInterval(timer);
    process.stdout.write(`${isTerminal ? "\r\x1b[2K" : ""}${mark} ${title} (${seconds()} s)${note ? `: ${note}` : ""}\n`);
  };
  try {
    const result = await work((text) => (latest = text.replace(/\x1b\[[0-9;]*[A-Za-z]/g, "")));
    finish("✓", result?.note);
    return result;
  } catch (error) {
    finish("✗");
    throw error;
  }
}
