import { getToken } from "next-auth/jwt";
import { NextResponse, type NextRequest } from "next/server";
import { LAST_SHOP_COOKIE } from "@/components/shell/last-shop";

const SHOP_PATH = /^\/s\/([^/]+)/;
const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Keeps people without a session out of the console. The pages check again, against the user row. */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  const token = await getToken({ req: request, secret: process.env.AUTH_SECRET });
  if (!token) {
    const signIn = new URL("/sign-in", request.url);
    if (pathname !== "/") signIn.searchParams.set("callbackUrl", `${pathname}${search}`);
    return NextResponse.redirect(signIn);
  }
  const response = NextResponse.next();
  const shop = SHOP_PATH.exec(pathname)?.[1];
  if (shop && request.method === "GET") {
    response.cookies.set(LAST_SHOP_COOKIE, shop, { path: "/", maxAge: YEAR_SECONDS, httpOnly: true, sameSite: "lax" });
  }
  return response;
}

export const config = { matcher: ["/", "/s/:path*", "/platform/:path*"] };
