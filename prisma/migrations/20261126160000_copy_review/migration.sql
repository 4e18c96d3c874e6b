-- Free words about the goods: their versions, their way through review, what was decided, and what was shown when.
CREATE TABLE copy (
  id TEXT NOT NULL,
  shop_id TEXT NOT NULL,
  product_id TEXT NOT NULL,
  placement TEXT NOT NULL,
  kind TEXT NOT NULL,
  offer_id TEXT,
  version INTEGER NOT NULL DEFAULT 1,
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  changed_at TIMESTAMPTZ(3) NOT NULL,
  live_submission_id TEXT,
  archived_at TIMESTAMPTZ(3),
  CONSTRAINT copy_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_shop_id_changed_at_id_idx ON copy (shop_id, changed_at DESC, id);
CREATE INDEX copy_shop_id_product_id_placement_idx ON copy (shop_id, product_id, placement);
CREATE TABLE copy_version (
  copy_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  shop_id TEXT NOT NULL,
  text TEXT NOT NULL,
  text_sha256 TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT copy_version_pkey PRIMARY KEY (copy_id, version)
);
CREATE INDEX copy_version_shop_id_text_sha256_idx ON copy_version (shop_id, text_sha256);
CREATE TABLE copy_submission (
  id TEXT NOT NULL,
  shop_id TEXT NOT NULL,
  copy_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  text_sha256 TEXT NOT NULL,
  offer_id TEXT,
  offer_revision INTEGER,
  rule_set_sha256 TEXT NOT NULL,
  findings JSONB NOT NULL,
  verdict TEXT NOT NULL,
  facts JSONB NOT NULL,
  facts_sha256 TEXT NOT NULL,
  risk INTEGER NOT NULL,
  submitted_by TEXT NOT NULL,
  submitted_name TEXT NOT NULL,
  submitted_at TIMESTAMPTZ(3) NOT NULL,
  due_at TIMESTAMPTZ(3) NOT NULL,
  state TEXT NOT NULL,
  state_version INTEGER NOT NULL DEFAULT 1,
  is_escalated BOOLEAN NOT NULL DEFAULT false,
  claimed_by TEXT,
  claimed_until TIMESTAMPTZ(3),
  decided_at TIMESTAMPTZ(3),
  CONSTRAINT copy_submission_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_submission_state_risk_submitted_at_id_idx ON copy_submission (state, risk DESC, submitted_at, id);
CREATE INDEX copy_submission_shop_id_copy_id_submitted_at_idx ON copy_submission (shop_id, copy_id, submitted_at DESC);
CREATE INDEX copy_submission_text_sha256_state_idx ON copy_submission (text_sha256, state);
CREATE INDEX copy_submission_claimed_by_claimed_until_idx ON copy_submission (claimed_by, claimed_until);
CREATE TABLE copy_decision (
  id TEXT NOT NULL,
  shop_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  step INTEGER NOT NULL,
  kind TEXT NOT NULL,
  by TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  reason TEXT NOT NULL,
  findings JSONB NOT NULL,
  document JSONB NOT NULL,
  document_sha256 TEXT NOT NULL,
  CONSTRAINT copy_decision_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX copy_decision_submission_id_step_key ON copy_decision (submission_id, step);
CREATE INDEX copy_decision_at_id_idx ON copy_decision (at, id);
CREATE INDEX copy_decision_shop_id_at_idx ON copy_decision (shop_id, at);
CREATE INDEX copy_decision_by_at_idx ON copy_decision (by, at);
CREATE TABLE copy_event (
  id BIGSERIAL NOT NULL,
  shop_id TEXT NOT NULL,
  copy_id TEXT NOT NULL,
  submission_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  by TEXT,
  reason TEXT NOT NULL,
  rule_set_sha256 TEXT NOT NULL,
  detail JSONB NOT NULL,
  CONSTRAINT copy_event_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_event_shop_id_copy_id_at_id_idx ON copy_event (shop_id, copy_id, at, id);
CREATE INDEX copy_event_submission_id_at_idx ON copy_event (submission_id, at);
CREATE TABLE copy_remark (
  id BIGSERIAL NOT NULL,
  shop_id TEXT NOT NULL,
  copy_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  starts_at INTEGER NOT NULL,
  ends_at INTEGER NOT NULL,
  side TEXT NOT NULL,
  by TEXT NOT NULL,
  by_name TEXT NOT NULL,
  text TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT copy_remark_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_remark_shop_id_copy_id_at_id_idx ON copy_remark (shop_id, copy_id, at, id);
CREATE TABLE copy_rule_set (
  sha256 TEXT NOT NULL,
  number INTEGER NOT NULL,
  is_built_in BOOLEAN NOT NULL,
  content JSONB NOT NULL,
  note TEXT NOT NULL,
  effective_from TIMESTAMPTZ(3) NOT NULL,
  proposed_by TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  created_at TIMESTAMPTZ(3) NOT NULL,
  CONSTRAINT copy_rule_set_pkey PRIMARY KEY (sha256)
);
CREATE INDEX copy_rule_set_effective_from_number_idx ON copy_rule_set (effective_from, number);
CREATE TABLE proposal (
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  content JSONB NOT NULL,
  note TEXT NOT NULL,
  effective_from TIMESTAMPTZ(3) NOT NULL,
  state TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_name TEXT NOT NULL,
  proposed_at TIMESTAMPTZ(3) NOT NULL,
  decided_by TEXT,
  decided_name TEXT,
  decided_at TIMESTAMPTZ(3),
  reason TEXT,
  CONSTRAINT proposal_pkey PRIMARY KEY (id)
);
CREATE INDEX proposal_kind_state_proposed_at_id_idx ON proposal (kind, state, proposed_at DESC, id);
CREATE TABLE copy_take_down (
  id TEXT NOT NULL,
  phrase TEXT NOT NULL,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  by_name TEXT NOT NULL,
  at TIMESTAMPTZ(3) NOT NULL,
  fallen INTEGER NOT NULL,
  CONSTRAINT copy_take_down_pkey PRIMARY KEY (id)
);
CREATE INDEX copy_take_down_at_id_idx ON copy_take_down (at DESC, id);

-- What may change, and what may only be added
GRANT SELECT, INSERT, UPDATE ON copy, copy_submission, proposal TO yuefu_app;
GRANT SELECT, INSERT ON copy_version, copy_decision, copy_event, copy_remark, copy_rule_set, copy_take_down TO yuefu_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO yuefu_app;

-- Rows of one shop; the platform's people review the words of every shop, and see nothing else of it.
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['copy', 'copy_version', 'copy_submission', 'copy_decision', 'copy_event', 'copy_remark'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY of_the_shop ON %I TO yuefu_app USING (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')
      WITH CHECK (shop_id = (SELECT app_shop_id()) OR (SELECT app_scope()) = ''system'')', name);
    EXECUTE format('CREATE POLICY platform_reviews ON %I TO yuefu_app USING ((SELECT app_scope()) = ''platform'') WITH CHECK ((SELECT app_scope()) = ''platform'')', name);
  END LOOP;
END $$;

-- Rules and proposals are the platform's own. Everybody reads the rules that words are judged by; the built-in ones come with the program.
ALTER TABLE copy_rule_set ENABLE ROW LEVEL SECURITY;
CREATE POLICY everybody_reads ON copy_rule_set FOR SELECT TO yuefu_app USING (true);
CREATE POLICY platform_adds ON copy_rule_set FOR INSERT TO yuefu_app WITH CHECK ((SELECT app_scope()) IN ('platform', 'system') OR is_built_in);
ALTER TABLE proposal ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_platform ON proposal TO yuefu_app USING ((SELECT app_scope()) IN ('platform', 'system')) WITH CHECK ((SELECT app_scope()) IN ('platform', 'system'));
ALTER TABLE copy_take_down ENABLE ROW LEVEL SECURITY;
CREATE POLICY of_the_platform ON copy_take_down TO yuefu_app USING ((SELECT app_scope()) IN ('platform', 'system')) WITH CHECK ((SELECT app_scope()) IN ('platform', 'system'));

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['copy_version', 'copy_decision', 'copy_event', 'copy_remark', 'copy_rule_set', 'copy_take_down'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', name);
  END LOOP;
END $$;

-- What was submitted never changes; only its place in the queue does.
CREATE FUNCTION keep_submission() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.shop_id, NEW.copy_id, NEW.version, NEW.text_sha256, NEW.rule_set_sha256, NEW.findings, NEW.facts, NEW.facts_sha256, NEW.submitted_by, NEW.submitted_at)
    IS DISTINCT FROM (OLD.id, OLD.shop_id, OLD.copy_id, OLD.version, OLD.text_sha256, OLD.rule_set_sha256, OLD.findings, OLD.facts, OLD.facts_sha256, OLD.submitted_by, OLD.submitted_at) THEN
    RAISE EXCEPTION 'what was submitted never changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_submission BEFORE UPDATE ON copy_submission FOR EACH ROW EXECUTE FUNCTION keep_submission();

-- A decision is told to the people of the shop in the transaction in which it is made.
CREATE POLICY platform_tells ON notification FOR INSERT TO yuefu_app WITH CHECK ((SELECT app_scope()) = 'platform');

-- The name of a shop is no secret of it, and a reviewer reads whose words they are. So is who submitted.
CREATE POLICY platform_reads_names ON shop FOR SELECT TO yuefu_app USING ((SELECT app_scope()) = 'platform');
