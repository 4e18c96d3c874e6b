import { getServerSession, type AuthOptions } from "next-auth";
import Credentials from "next-auth/providers/credentials";
import { headers } from "next/headers";
import { cache } from "react";
import { findSignedIn, type SessionToken } from "@/lib/access/session";
import { signIn } from "@/lib/access/sign-in";
import { isDomainError } from "@/lib/platform/errors";
import { env } from "@/lib/platform/env";

const SESSION_SECONDS = 14 * 24 * 60 * 60;

declare module "next-auth" {
  interface Session {
    token: SessionToken;
  }
  interface User {
    sessionVersion: number;
  }
}
declare module "next-auth/jwt" {
  interface JWT extends Partial<SessionToken> {
    sub?: string;
  }
}

/** Who is signed in, asked once per request; null after the person ended all sessions. */
export const currentUser = cache(async () => {
  const session = await getServerSession(authOptions());
  return findSignedIn(session?.token ?? null);
});

export function authOptions(): AuthOptions {
  return {
    secret: env().AUTH_SECRET,
    session: { strategy: "jwt", maxAge: SESSION_SECONDS },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    providers: [
      Credentials({
        credentials: { email: { type: "email" }, password: { type: "password" } },
        authorize: async (credentials) => {
          try {
            const user = await signIn({ email: credentials?.email ?? "", password: credentials?.password ?? "" }, await clientAddress());
            return { id: user.userId, name: user.name, sessionVersion: user.sessionVersion };
          } catch (error) {
            if (!isDomainError(error)) throw error;
            // The words of this error come back to the form as its only answer.
            throw new Error([error.code, error.detail.params?.seconds].filter((part) => part !== undefined).join(":"), { cause: error });
          }
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sub: user.id, userId: user.id, sessionVersion: user.sessionVersion } : token),
      session: ({ session, token }) => ({ expires: session.expires, token: { userId: token.userId ?? "", sessionVersion: token.sessionVersion ?? -1 } }),
    },
  };
}

async function clientAddress(): Promise<string> {
  return (await headers()).get("x-client-address") ?? "unknown";
}
