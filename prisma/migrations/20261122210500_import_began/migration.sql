-- An import's rows count from the instant at which it began, but nobody sees them before it is committed: between the two
-- the labels still show what was there before, and so must whoever asks later what was shown.
ALTER TABLE product_import ADD COLUMN began_at TIMESTAMPTZ(3);
UPDATE product_import SET began_at = committed_at WHERE committed_at IS NOT NULL;
