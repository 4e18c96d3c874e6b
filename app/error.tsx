"use client";
import { Crash } from "@/components/shell/crash";

export default function PageError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <main id="main" className="flex min-h-[70dvh] items-center justify-center">
      <Crash reference={error.digest} retry={reset} />
    </main>
  );
}
