import NextAuth from "next-auth";
import type { NextRequest } from "next/server";
import { authOptions } from "@/app/session";

interface RouteContext {
  params: Promise<{ nextauth: string[] }>;
}

const handle = (request: NextRequest, context: RouteContext): Promise<Response> => NextAuth(request, context, authOptions());

export { handle as GET, handle as POST };
