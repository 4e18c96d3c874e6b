/** Invented goods of invented shops. Prices are fen: cash price first; cost null where the shop has not said it. */
export interface DemoSku {
  code: string;
  name: string;
  cash: number;
  /** where it differs from the cash price */
  installment?: number;
  list?: number;
  cost: number | null;
  soldOut?: true;
}

export interface DemoProduct {
  externalId: string;
  title: string;
  category: string;
  tags: string[];
  skus: DemoSku[];
}

const one = (cash: number, cost: number | null, more: Partial<DemoSku> = {}): DemoSku[] => [{ code: "default", name: "", cash, cost, ...more }];

export const TEA_PRODUCTS: DemoProduct[] = [
  { externalId: "TC1001", title: "德化白瓷羊脂玉三才盖碗 120ml", category: "盖碗", tags: ["直播专享", "新品"], skus: one(26800, 9800, { list: 32800 }) },
  { externalId: "TC1002", title: "龙泉青瓷梅子青手工盖碗", category: "盖碗", tags: ["手作"], skus: one(49800, 21000, { list: 59800 }) },
  { externalId: "TC1003", title: "景德镇手绘青花缠枝莲盖碗", category: "盖碗", tags: ["手作", "礼盒"], skus: one(128000, 56000, { list: 158000 }) },
  {
    externalId: "TC1004",
    title: "汝窑开片可养盖碗 茶礼单品",
    category: "盖碗",
    tags: ["新品"],
    skus: [
      { code: "TC1004-TQ", name: "天青 130ml", cash: 35800, list: 39800, cost: 14200 },
      { code: "TC1004-YB", name: "月白 130ml", cash: 33800, list: 39800, cost: 13600 },
      { code: "TC1004-DL", name: "豆绿 150ml", cash: 39800, list: 45800, cost: 15900 },
    ],
  },
  { externalId: "TC1005", title: "柴烧落灰盖碗 一器一色", category: "盖碗", tags: ["手作", "限量"], skus: one(168000, null) },
  { externalId: "TC1006", title: "玻璃耐热盖碗 泡茶入门款", category: "盖碗", tags: ["入门"], skus: one(5900, 1900, { list: 7900 }) },
  { externalId: "TH2001", title: "宜兴原矿紫砂西施壶 全手工", category: "茶壶", tags: ["直播专享", "手作"], skus: one(299900, 128000, { list: 369900 }) },
  { externalId: "TH2002", title: "宜兴紫砂石瓢壶 老段泥 200ml", category: "茶壶", tags: ["手作"], skus: one(299900, 109000, { installment: 309900, list: 329900 }) },
  {
    externalId: "TH2003",
    title: "紫砂仿古壶 名家监制 配收藏证书",
    category: "茶壶",
    tags: ["限量", "礼盒"],
    skus: [
      { code: "TH2003-ZN", name: "紫泥 220ml", cash: 588000, list: 688000, cost: 260000 },
      { code: "TH2003-ZH", name: "朱泥 180ml", cash: 688000, list: 788000, cost: 310000 },
    ],
  },
  { externalId: "TH2004", title: "潮州手拉朱泥壶 一把工夫", category: "茶壶", tags: ["手作", "直播专享"], skus: one(139900, 58000, { installment: 149900, list: 169900 }) },
  { externalId: "TH2005", title: "日式急须 侧把绿茶壶 细密陶网", category: "茶壶", tags: ["新品"], skus: one(32900, 12000, { list: 36900 }) },
  { externalId: "TH2006", title: "老铁壶 无涂层铸铁煮水壶 1.2L", category: "茶壶", tags: ["直播专享"], skus: one(89900, 38000, { list: 109900 }) },
  { externalId: "TH2007", title: "纯银一张打手工银壶 999 足银 600 克", category: "茶壶", tags: ["限量", "手作"], skus: one(1268000, 890000) },
  { externalId: "TH2008", title: "提梁玻璃蒸煮壶 电陶炉可用", category: "茶壶", tags: ["入门"], skus: one(19900, 7200, { list: 25900, soldOut: true }) },
  {
    externalId: "CB3001",
    title: "建盏油滴主人杯 高温窑变",
    category: "茶杯",
    tags: ["手作", "新品"],
    skus: [
      { code: "CB3001-S", name: "小号 60ml", cash: 19800, list: 23800, cost: 7600 },
      { code: "CB3001-L", name: "大号 100ml", cash: 26800, list: 29800, cost: 9800 },
    ],
  },
  { externalId: "CB3002", title: "建盏曜变七彩 名家孤品 单只木盒", category: "茶杯", tags: ["限量", "礼盒"], skus: one(388000, 150000, { list: 468000 }) },
  { externalId: "CB3003", title: "德化白瓷品茗杯 六只装", category: "茶杯", tags: ["入门", "直播专享"], skus: one(12800, 4600, { list: 15800 }) },
  { externalId: "CB3004", title: "汝窑冰裂闻香杯对杯", category: "茶杯", tags: ["礼盒"], skus: one(16800, 6200) },
  { externalId: "CB3005", title: "手绘墨竹斗笠杯 釉下彩", category: "茶杯", tags: ["手作"], skus: one(22800, null, { list: 26800 }) },
  { externalId: "CB3006", title: "鎏银茶盏 金油滴 主人杯", category: "茶杯", tags: ["直播专享", "限量"], skus: one(59800, 23000, { list: 69800 }) },
  { externalId: "CB3007", title: "琉璃冰露品茗杯 两只装", category: "茶杯", tags: ["新品"], skus: one(13900, 5200, { list: 16900, soldOut: true }) },
  { externalId: "CB3008", title: "便携随行杯 陶瓷内胆 茶水分离 420ml", category: "茶杯", tags: ["入门"], skus: one(15900, 5800, { list: 18900 }) },
  {
    externalId: "TZ4001",
    title: "旅行茶具套装 一壶四杯 收纳包",
    category: "茶具套装",
    tags: ["直播专享", "礼盒"],
    skus: [
      { code: "TZ4001-BC", name: "白瓷", cash: 29800, list: 35800, cost: 11800 },
      { code: "TZ4001-HT", name: "黑陶", cash: 31800, list: 37800, cost: 12600 },
    ],
  },
  { externalId: "TZ4002", title: "新婚喜茶礼盒 敬茶杯三件套", category: "茶具套装", tags: ["礼盒"], skus: one(45800, 18200, { list: 52800 }) },
  { externalId: "TZ4003", title: "功夫茶具全套 胡桃木茶盘 十二件", category: "茶具套装", tags: ["直播专享"], skus: one(128800, 52000, { list: 158800 }) },
  { externalId: "TZ4004", title: "办公室一人茶席 快客杯礼盒", category: "茶具套装", tags: ["礼盒", "新品"], skus: one(23900, 8800, { list: 27900 }) },
  { externalId: "TZ4005", title: "乔迁定制茶礼 汝窑八件套 可刻字", category: "茶具套装", tags: ["礼盒", "手作"], skus: one(98800, 41000, { list: 118800 }) },
  { externalId: "TZ4006", title: "围炉煮茶全套 炭炉陶壶烤网", category: "茶具套装", tags: ["新品", "直播专享"], skus: one(36900, 15000, { list: 45900 }) },
  { externalId: "TZ4007", title: "名家联名茶席 银壶建盏紫檀盘", category: "茶具套装", tags: ["限量"], skus: one(2688000, 1560000) },
  { externalId: "PJ5001", title: "胡桃木干泡茶盘 储水抽屉", category: "茶席配件", tags: ["直播专享"], skus: one(39900, 16000, { list: 46900 }) },
  { externalId: "PJ5002", title: "竹制壶承 圆形 18cm", category: "茶席配件", tags: ["入门"], skus: one(6800, 2100) },
  { externalId: "PJ5003", title: "手工锤目纹公道杯 耐热玻璃 350ml", category: "茶席配件", tags: ["手作", "新品"], skus: one(8900, 3000, { list: 10900 }) },
  { externalId: "PJ5004", title: "茶道六君子 紫光檀", category: "茶席配件", tags: ["礼盒"], skus: one(18800, 7400, { list: 22800 }) },
  { externalId: "PJ5005", title: "宋锦茶席布 双面可用 30×180cm", category: "茶席配件", tags: ["新品"], skus: one(13800, 4800) },
  {
    externalId: "PJ5006",
    title: "青瓷茶叶罐 密封陶瓷 送礼",
    category: "茶席配件",
    tags: ["礼盒"],
    skus: [
      { code: "PJ5006-S", name: "小罐 100g", cash: 12800, list: 14800, cost: 4600 },
      { code: "PJ5006-M", name: "中罐 250g", cash: 18800, list: 21800, cost: 6900 },
      { code: "PJ5006-2", name: "对罐礼盒", cash: 32800, list: 38800, cost: 12800 },
    ],
  },
  { externalId: "PJ5007", title: "电陶炉 静音煮茶 1200W", category: "茶席配件", tags: ["直播专享", "新品"], skus: one(45900, 21000, { list: 52900 }) },
];

export const OUTDOOR_PRODUCTS: DemoProduct[] = [
  { externalId: "BA-01", title: "三季双人帐篷 铝杆防雨", category: "帐篷", tags: ["新品"], skus: one(89900, 41000, { list: 109900 }) },
  { externalId: "BA-02", title: "自动天幕 银胶防晒 4×6 米", category: "帐篷", tags: ["直播专享"], skus: one(45900, 19800) },
  {
    externalId: "BA-03",
    title: "羽绒睡袋 零下十度",
    category: "睡袋",
    tags: ["直播专享"],
    skus: [
      { code: "BA-03-M", name: "常规", cash: 79900, cost: 36000 },
      { code: "BA-03-L", name: "加长", cash: 85900, cost: 39000 },
    ],
  },
  { externalId: "BA-04", title: "徒步登山包 50L 可调背负", category: "背包", tags: ["新品"], skus: one(62900, 28000) },
  { externalId: "BA-05", title: "钛合金户外套锅 两人份", category: "炊具", tags: [], skus: one(39900, null) },
  { externalId: "BA-06", title: "折叠露营椅 承重 150 公斤", category: "桌椅", tags: ["入门"], skus: one(15900, 6200, { soldOut: true }) },
];
