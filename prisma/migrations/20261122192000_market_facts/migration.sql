-- A rate that was typed wrongly is corrected by a newer version for the same date, as cards and policies are.
ALTER TABLE "lpr_rate" DROP CONSTRAINT "lpr_rate_pkey",
  ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1,
  ADD CONSTRAINT "lpr_rate_pkey" PRIMARY KEY ("from_date", "version");
ALTER TABLE "lpr_rate" ALTER COLUMN "version" DROP DEFAULT;

-- The ceilings and the prime rate belong to the product, not to the demo: every installation starts with them.
INSERT INTO policy (id, code, version, name_zh, name_en, kind, measure, lender_types, formula, from_date, until_date, source, created_at, created_by) VALUES
  ('policy_composite-cost-24_1', 'composite-cost-24', 1, '综合融资成本不超过年化 24%', 'Comprehensive financing cost of at most 24 % a year', 'hard', 'nominal',
   ARRAY['bank', 'consumer-finance', 'microloan', 'trust', 'auto-finance'], '{"kind": "fixed", "ceilingPpm": 240000}', '2025-10-01', NULL,
   '金规〔2025〕9号《关于加强商业银行互联网助贷业务管理 提升金融服务质效的通知》第六条，2025-10-01 起施行（依据二手资料，未见官方全文，条号待法务核对）。通知面向商业银行；对其他机构同样适用，是本产品的审慎设定。',
   '2025-09-30T16:00:00Z', NULL),
  ('policy_four-times-lpr_1', 'four-times-lpr', 1, '综合融资成本接近 4 倍 LPR 提示', 'Warning at four times the one-year LPR', 'watch', 'nominal',
   ARRAY['consumer-finance', 'microloan', 'trust', 'auto-finance'], '{"kind": "lpr-multiple", "multiple": 4}', '2026-01-01', '2027-12-31',
   '《小额贷款公司综合融资成本管理工作指引》（2025 年 12 月；依据媒体报道，未见官方全文）：2027 年底前全部新发贷款不高于 4 倍 1 年期 LPR，从事消费信贷的非银行机构可参照。自 2026-01-01 起提示，是本产品的设定。',
   '2025-12-31T16:00:00Z', NULL);

INSERT INTO lpr_rate (from_date, version, one_year_ppm, source, created_at, created_by) VALUES
  ('2025-05-20', 1, 30000, '全国银行间同业拆借中心公布的 1 年期 LPR 3.00%（依据二手数据表与媒体报道，可见至 2026 年 6 月；2026 年 11 月的现值未核实，请按最新公布值登记）。', '2025-05-19T16:00:00Z', NULL);
