-- The queues, the event log that is also audit and outbox, and idempotent answers.
-- One row per document and slot that waits for someone; slot 2 is the second blind reviewer. rank_at orders by time limit and risk.
CREATE TABLE app.work_items (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  slot smallint NOT NULL DEFAULT 1,
  stage text NOT NULL CHECK (stage IN ('entry', 'review', 'second-review', 'adjudication', 'approved')),
  kind text NOT NULL,
  customer_group_id uuid,
  owner_id uuid,
  rank_at timestamptz NOT NULL,
  due_at timestamptz,
  -- Reserved for this person (returned to the clerk who submitted, or transferred).
  assignee_id uuid,
  -- A paused item (a question is open, a decision is pending) is in no queue.
  is_paused boolean NOT NULL DEFAULT false,
  lease_member_id uuid,
  lease_until timestamptz,
  entered_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id, slot),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, lease_member_id) REFERENCES app.members (tenant_id, id)
) WITH (fillfactor = 70);
CREATE INDEX work_items_queue ON app.work_items (tenant_id, stage, rank_at, document_id) WHERE NOT is_paused;
CREATE INDEX work_items_lease ON app.work_items (tenant_id, lease_member_id) WHERE lease_member_id IS NOT NULL;
CREATE INDEX work_items_assignee ON app.work_items (tenant_id, assignee_id, stage) WHERE assignee_id IS NOT NULL;

-- Who put which item aside; skipped items come last for that person until the next day.
CREATE TABLE app.skips (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  member_id uuid NOT NULL,
  stage text NOT NULL,
  reason text NOT NULL,
  until timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id, member_id, stage),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES app.members (tenant_id, id)
);

-- Everything that happened. Inserted in the transaction of the change; never updated, never deleted.
CREATE TABLE app.events (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT now(),
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  type text NOT NULL,
  subject_id uuid,
  actor_id uuid,
  actor_name text NOT NULL,
  on_behalf_of_id uuid,
  via text NOT NULL CHECK (via IN ('session', 'token', 'system', 'cli', 'public')),
  session_id uuid,
  ip text,
  request_id text,
  payload jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX events_subject ON app.events (tenant_id, subject_id, at, id);
CREATE INDEX events_type ON app.events (tenant_id, type, at, id);
CREATE INDEX events_actor ON app.events (tenant_id, actor_id, at, id);
CREATE INDEX events_at ON app.events (tenant_id, at, id);

-- key_hash = SHA-256 of actor and key; request_hash = SHA-256 of method, path and body. reply is null while the first call runs.
CREATE TABLE app.idempotency_keys (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  key_hash text NOT NULL,
  request_hash text NOT NULL,
  status integer,
  reply text,
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (tenant_id, key_hash)
);
CREATE INDEX idempotency_keys_age ON app.idempotency_keys (tenant_id, created_at);

-- The outbox: which reaction still has to hear of which event. Only ids: the worker opens the tenant's door to read more.
CREATE TABLE infra.deliveries (
  tenant_id uuid NOT NULL,
  event_id uuid NOT NULL,
  reaction text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  next_at timestamptz NOT NULL,
  done_at timestamptz,
  failed_at timestamptz,
  fault text,
  PRIMARY KEY (tenant_id, event_id, reaction)
);
CREATE INDEX deliveries_due ON infra.deliveries (next_at) WHERE done_at IS NULL AND failed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON infra.deliveries TO app_user;

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['work_items', 'skips', 'events', 'idempotency_keys'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON app.%I TO app_user USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO app_user', name);
  END LOOP;
END $$;
GRANT UPDATE, DELETE ON app.work_items, app.skips, app.idempotency_keys TO app_user;
