import { beforeAll, describe, expect, test } from "vitest";
import { asSystem } from "@/lib/access/gates";
import type { InTx } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { seedCast } from "@/prisma/seed/seed-cast";

const transactionOf = async ({ tx }: InTx): Promise<string> => {
  const [row] = await tx.$queryRaw<{ at: string }[]>`SELECT pg_backend_pid() || ' ' || now() AS at`;
  return row!.at;
};
const shopCount = ({ tx }: InTx) => tx.shop.count();

beforeAll(() => seedCast(asSystem()));

describe("reads of one context that overlap", () => {
  test("share a transaction, one at a time", async () => {
    const ctx = asSystem();
    let isRunning = false;
    const read = (inner: InTx) => {
      expect(isRunning).toBe(false);
      isRunning = true;
      return transactionOf(inner).finally(() => (isRunning = false));
    };
    const found = await Promise.all([inRead(ctx, read), inRead(ctx, read), inRead(ctx, read)]);
    expect(new Set(found).size).toBe(1);
  });

  test("are over when the last has ended", async () => {
    const ctx = asSystem();
    const first = await inRead(ctx, transactionOf);
    expect(await inRead(ctx, transactionOf)).not.toBe(first);
  });

  test("one within another is a part of it", async () => {
    const ctx = asSystem();
    const [outer, inner] = await inRead(ctx, async (within) => [await transactionOf(within), await inRead(ctx, transactionOf)] as const);
    expect(inner).toBe(outer);
  });

  test("and those of another context do not share", async () => {
    const [one, other] = await Promise.all([inRead(asSystem(), transactionOf), inRead(asSystem(), transactionOf)]);
    expect(one).not.toBe(other);
  });

  test("do not suffer from one that fails", async () => {
    const ctx = asSystem();
    const [before, wrong, after] = await Promise.allSettled([inRead(ctx, shopCount), inRead(ctx, ({ tx }) => tx.$queryRaw`SELECT 1 / 0`), inRead(ctx, shopCount)]);
    expect(wrong).toMatchObject({ status: "rejected" });
    expect(before).toMatchObject({ status: "fulfilled", value: 3 });
    expect(after).toMatchObject({ status: "fulfilled", value: 3 });
    expect(await inRead(ctx, shopCount)).toBe(3);
  });

  test("keep the failure of each their own", async () => {
    const ctx = asSystem();
    const reads = [inRead(ctx, () => Promise.reject(new Error("first"))), inRead(ctx, ({ tx }) => tx.user.findFirst({ where: { name: "\0" } })), inRead(ctx, shopCount)];
    const [first, malformed, count] = await Promise.allSettled(reads);
    expect(first).toMatchObject({ reason: { message: "first" } });
    expect(malformed).toMatchObject({ reason: { code: "malformed" } });
    expect(count).toMatchObject({ value: 3 });
  });
});
