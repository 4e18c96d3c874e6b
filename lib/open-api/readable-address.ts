/** False where an address is no path of ours, or a part of it decodes to no text, or to a NUL, which no stored text can hold. */
export function isReadableAddress(pathname: string, search: string): boolean {
  return pathname.startsWith("/") && !/%00/.test(pathname + search) && isDecodable(pathname);
}

function isDecodable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}
