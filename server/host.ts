/** Nearly every request names the one before. */
let lastHost = "";

/** Pages build addresses from it; a host that is none would break them half-way. */
export function isHost(host: string | undefined): boolean {
  if (host === undefined || host === lastHost) return true;
  const isOne = host !== "" && URL.canParse(`http://${host}`);
  if (isOne) lastHost = host;
  return isOne;
}
