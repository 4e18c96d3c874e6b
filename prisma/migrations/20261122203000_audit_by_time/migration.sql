-- The auditor reads the deeds of all shops in the order of time.
CREATE INDEX "audit_entry_at_id_idx" ON "audit_entry"("at" DESC, "id");
