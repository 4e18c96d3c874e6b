const HERE = "https://here.invalid";

/** A place to go after sign-in: a path of this site, or the front page where it is anything else. */
export function safeCallback(wanted: string | undefined): string {
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, HERE)) return "/";
  const { origin, pathname, search } = new URL(wanted, HERE);
  return origin === HERE && !pathname.startsWith("//") ? `${pathname}${search}` : "/";
}
