/** True where the client already has what it asks for (RFC 9110, 13.1.2: weak comparison). */
export function isSameEntity(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch) return false;
  return ifNoneMatch.split(",").some((candidate) => candidate.trim() === "*" || candidate.trim().replace(/^W\//, "") === etag);
}
