import type { ReactNode } from "react";
import { requireUser } from "@/app/gates";

/** Nothing of the console renders for people who are not signed in; each page asks again for its shop. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  await requireUser();
  return children;
}
