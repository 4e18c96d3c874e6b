import { describe, expect, it } from "vitest";
import { liftStop } from "@/lib/labels/lift-stop";
import { findLabelStop, listLabelStops } from "@/lib/labels/queries";
import { stopLabels } from "@/lib/labels/stop-labels";
import { asOwner } from "../../setup/as-owner";
import { openLabelShops } from "./label-shop";

const { clock, owner, viewer, stranger, enter } = await openLabelShops();
const auditOf = (action: string) => asOwner<{ shop_id: string; actor_name: string; detail: object }>("SELECT shop_id, actor_name, detail FROM audit_entry WHERE action = $1", [action]);

describe("stopping and lifting", () => {
  it("holds for the shop, is audited and told to its people", async () => {
    await stopLabels(owner, { reason: "  核对价格 " });
    expect(await findLabelStop(viewer)).toMatchObject({ kind: "stopped", by: "林见山", reason: "核对价格" });
    expect(await auditOf("labels.stopped")).toEqual([{ shop_id: owner.shopId, actor_name: "林见山", detail: { before: null, after: { kind: "stopped", reason: "核对价格" } } }]);
    expect(await asOwner("SELECT kind, params FROM notification WHERE shop_id = $1", [owner.shopId])).toEqual([{ kind: "labels-stopped", params: { by: "林见山", reason: "核对价格" } }]);

    clock.advance(60_000);
    await liftStop(await enter("operator", "tea"), { reason: "已核对" });
    expect(await findLabelStop(viewer)).toBeNull();
    expect(await auditOf("labels.stop-lifted")).toMatchObject([{ shop_id: owner.shopId, detail: { after: { kind: "lifted" } } }]);
    expect((await listLabelStops(viewer)).rows.map(({ kind }) => kind)).toEqual(["lifted", "stopped"]);
  });

  it("is nobody else's: another shop sees and stops only its own", async () => {
    await stopLabels(stranger, { reason: "盘点" });
    expect(await findLabelStop(owner)).toBeNull();
    expect((await listLabelStops(stranger)).rows).toHaveLength(1);
    const disguised = { ...stranger, shopId: owner.shopId, permissions: new Set<string>() };
    await expect(stopLabels(disguised, { reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(enter("stranger", "tea")).rejects.toMatchObject({ code: "not_found" });
  });

  it.each(["viewer", "finance"] as const)("is not for a %s", async (name) => {
    const person = await enter(name, "tea");
    await expect(stopLabels(person, { reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
    await expect(liftStop(person, { reason: "x" })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("of two who press at once the second is told; lifting what is not stopped is refused", async () => {
    const pressed = await Promise.allSettled([stopLabels(owner, { reason: "甲" }), stopLabels(owner, { reason: "乙" })]);
    expect(pressed.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(pressed.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: "wrong_state" } });
    await liftStop(owner, { reason: "好了" });
    await expect(liftStop(owner, { reason: "好了" })).rejects.toMatchObject({ code: "wrong_state" });
  });

  it("wants a reason of a bounded length", async () => {
    for (const reason of ["", "   ", "长".repeat(201)]) await expect(stopLabels(owner, { reason })).rejects.toMatchObject({ name: "ZodError" });
  });

  it("may only be added to", async () => {
    await expect(asOwner("DELETE FROM label_stop")).rejects.toThrow(/append-only/);
  });
});
