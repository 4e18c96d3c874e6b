import { numbers } from "./engine-cases";

/** One product of one SKU, as a merchant's file has it. */
export interface SampleRow {
  externalId: string;
  title: string;
  category: string;
  tags: [string, string];
  skuCode: string;
  cashFen: number;
  listFen: number;
  costFen: number;
  stock: number;
}

const LETTERS = [..."青白红黑金银玉瓷木竹茶酒米花鸟山水云月星风雪春夏秋冬大小长短高低新旧甜酸苦辣软硬轻重"];
const GOODS = ["手机壳", "保温杯", "连衣裙", "运动鞋", "蓝牙耳机", "充电宝", "茶壶", "雨伞", "背包", "台灯", "毛巾", "拖鞋", "牛奶", "坚果", "面膜", "口红"];
const TAGS = ["新品", "热卖", "手作", "清仓", "礼盒", "大促", "包邮", "联名"];
export const CATEGORIES = 40;

/** The same rows on every run: titles of Chinese words and a number, 40 categories, two of eight tags, prices of ¥20 to ¥5,000. */
export function* sampleRows(count: number): Generator<SampleRow> {
  const next = numbers(7);
  const below = (limit: number) => Math.floor(next() * limit);
  const letters = (length: number) => Array.from({ length }, () => LETTERS[below(LETTERS.length)]).join("");
  for (let row = 0; row < count; row++) {
    const cashFen = 2_000 + below(498_000);
    const tag = below(TAGS.length);
    yield {
      externalId: String(3_400_000_000_000 + row),
      title: `${letters(2)}${GOODS[below(GOODS.length)]}${letters(3)} 款式${row % 9_973}${row % 50 === 0 ? `, "特惠"` : ""}`,
      category: `类目${below(CATEGORIES)}`,
      tags: [TAGS[tag]!, TAGS[(tag + 1 + below(TAGS.length - 1)) % TAGS.length]!],
      skuCode: `S${700_000_000 + row}`,
      cashFen,
      listFen: cashFen + 3_000,
      costFen: Math.floor(cashFen * 0.6),
      stock: 1 + below(50),
    };
  }
}
