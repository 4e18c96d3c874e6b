const parentCheckMs = 500;
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };

/** Calls `stop(exitCode)` when somebody wants this command to end. */
export function onStop(stop) {
  for (const [signal, code] of Object.entries(exitCodes)) process.on(signal, () => void stop(code));
  if (!process.env.npm_lifecycle_event) return;
  // A signal to npm alone ends npm and its shell, and never comes as far as here: what shows is another parent.
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) void stop(exitCodes.SIGTERM);
  }, parentCheckMs).unref();
}
