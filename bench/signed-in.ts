import { DEMO_PASSWORD, PEOPLE, type PersonName } from "@/prisma/seed/cast";

/** Signs in over HTTP: the header that the session's requests carry. */
export async function signedIn(url: string, person: PersonName): Promise<string> {
  const cookies = new Map<string, string>();
  const send = async (path: string, init?: RequestInit) => {
    const headers = { ...init?.headers, cookie: cookieOf(cookies), origin: url };
    const response = await fetch(`${url}${path}`, { ...init, headers, redirect: "manual" });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    return response;
  };
  const { csrfToken } = (await (await send("/api/auth/csrf")).json()) as { csrfToken: string };
  const form = new URLSearchParams({ csrfToken, email: PEOPLE[person].email, password: DEMO_PASSWORD, json: "true" });
  const answer = await send("/api/auth/callback/credentials", { method: "POST", body: form });
  if (![...cookies.keys()].some((name) => name.includes("session-token"))) throw new Error(`${person} was not let in: ${answer.status} ${await answer.text()}`);
  return `cookie: ${cookieOf(cookies)}\r\n`;
}

const cookieOf = (cookies: ReadonlyMap<string, string>): string => [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
