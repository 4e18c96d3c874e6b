-- The words a merchant may choose from: a fact of the product, not demo data.
INSERT INTO label_template (code, version, kind, placements, main_line, sub_line, status, approved_by, valid_from) VALUES
  ('zero-interest', 1, 'zero-interest', '{LIVESTREAM,SHOWCASE,POI}', '{term}期0息', '消费信贷|{lender}|{payer}|年化{apr}|逾期计费', 'approved', 'platform', '2026-01-01T00:00:00+08:00'),
  ('zero-interest-per-period', 1, 'zero-interest', '{SHOWCASE,POI}', '{term}期0息 每期{perPeriod} 年化{apr}', '消费信贷|{lender}|{payer}|年化{apr}|逾期计费', 'approved', 'platform', '2026-01-01T00:00:00+08:00'),
  ('per-period', 1, 'per-period', '{SHOWCASE,POI}', '每期{perPeriod} 共{term}期 年化{apr}', '消费信贷|{lender}|{payer}|年化{apr}|逾期计费', 'approved', 'platform', '2026-01-01T00:00:00+08:00'),
  ('per-period-short', 1, 'per-period', '{LIVESTREAM,SHOWCASE,POI}', '{perPeriod}x{term}期 年化{apr}', '消费信贷|{lender}|{payer}|年化{apr}|逾期计费', 'approved', 'platform', '2026-01-01T00:00:00+08:00'),
  ('apr', 1, 'apr', '{LIVESTREAM,SHOWCASE,POI}', '{term}期 年化{apr}', '消费信贷|{lender}|{payer}|年化{apr}|逾期计费', 'approved', 'platform', '2026-01-01T00:00:00+08:00');
