-- What was proposed never changes, nor what was decided about it; and nobody approves an own proposal, whatever the program says.
ALTER TABLE proposal ADD CONSTRAINT proposal_state_check CHECK (state IN ('open', 'approved', 'refused'));
ALTER TABLE proposal ADD CONSTRAINT proposal_four_eyes_check CHECK (state <> 'approved' OR decided_by <> proposed_by);
CREATE FUNCTION keep_proposal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'open' OR (NEW.id, NEW.kind, NEW.content, NEW.note, NEW.effective_from, NEW.proposed_by, NEW.proposed_name, NEW.proposed_at)
    IS DISTINCT FROM (OLD.id, OLD.kind, OLD.content, OLD.note, OLD.effective_from, OLD.proposed_by, OLD.proposed_name, OLD.proposed_at) THEN
    RAISE EXCEPTION 'what was proposed and decided never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_proposal BEFORE UPDATE ON proposal FOR EACH ROW EXECUTE FUNCTION keep_proposal();
