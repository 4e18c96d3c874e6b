-- Compliance may go back to rules that held before: the same content in force again, under a number of its own.
ALTER TABLE copy_rule_set DROP CONSTRAINT copy_rule_set_pkey;
ALTER TABLE copy_rule_set ADD CONSTRAINT copy_rule_set_pkey PRIMARY KEY (sha256, number);
