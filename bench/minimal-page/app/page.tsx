import { asSystem } from "@/lib/access/gates";
import { inRead } from "@/lib/platform/transaction";

export const dynamic = "force-dynamic";

/** One read, and what came of it. */
export default async function MinimalPage() {
  const shops = await inRead(asSystem(), ({ tx }) => tx.shop.findMany({ select: { id: true, name: true }, orderBy: { id: "asc" }, take: 25 }));
  return (
    <ul>
      {shops.map(({ id, name }) => (
        <li key={id}>{name}</li>
      ))}
    </ul>
  );
}
