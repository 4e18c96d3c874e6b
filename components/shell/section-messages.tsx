import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Messages = Awaited<ReturnType<typeof getMessages>>;

/** What every page needs in the browser. */
const EVERYWHERE = ["common", "errors", "shell"] as const;

/** The words that a section needs in the browser beside those of every page; the others stay on the server. */
export async function SectionMessages({ of = [], children }: { of?: readonly (keyof Messages & string)[]; children: ReactNode }) {
  const all = await getMessages();
  const messages = Object.fromEntries([...EVERYWHERE, ...of].map((namespace) => [namespace, all[namespace]]));
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>;
}
