-- Documents, their lines and versions, who took which duty, and what was decided.
CREATE TABLE app.documents (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('QT', 'SC', 'SO', 'DN', 'POD', 'INV', 'CN', 'RT', 'RC', 'ST')),
  type_id uuid NOT NULL,
  stage text NOT NULL CHECK (stage IN ('entry', 'review', 'second-review', 'adjudication', 'approved', 'archived', 'void')),
  -- Counts every change of the row; a change names the version it saw.
  version integer NOT NULL DEFAULT 1,
  -- The number of the last submitted version, 0 before the first submit.
  content_version integer NOT NULL DEFAULT 0,
  draft_number text NOT NULL,
  number text,
  registry_number text,
  archive_number text,
  issue_date date,
  customer_id uuid,
  customer_group_id uuid,
  owner_id uuid,
  party_name text,
  party_tax_id text,
  currency text NOT NULL,
  net_minor bigint,
  tax_minor bigint,
  gross_minor bigint,
  -- Header values as entered, by field key; lines are rows of their own.
  fields jsonb NOT NULL DEFAULT '{}',
  -- The text the document is found by, normalised: grams find candidates, this decides.
  search_text text NOT NULL DEFAULT '',
  -- Pages in order: [{fileId, page, rotation}]; null means every page of every file in order.
  pages jsonb,
  -- Set from submit on; what makes two documents the same paper.
  business_key text,
  risk_score integer NOT NULL DEFAULT 0,
  risk_terms jsonb NOT NULL DEFAULT '[]',
  review_policy text NOT NULL DEFAULT 'single' CHECK (review_policy IN ('none', 'single', 'dual-sequence', 'dual-blind')),
  manager_last boolean NOT NULL DEFAULT false,
  -- Reasons given for warnings at submit, by warning code.
  warning_reasons jsonb NOT NULL DEFAULT '{}',
  is_purchase boolean NOT NULL DEFAULT false,
  on_hold boolean NOT NULL DEFAULT false,
  due_at timestamptz,
  assignee_id uuid,
  created_by uuid NOT NULL,
  submitted_by uuid,
  submitted_at timestamptz,
  returned_at timestamptz,
  approved_at timestamptz,
  archived_at timestamptz,
  retention_class text,
  retain_until date,
  amends_id uuid,
  amendment integer NOT NULL DEFAULT 0,
  sealed boolean NOT NULL GENERATED ALWAYS AS (stage = 'archived') STORED,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, id, sealed),
  UNIQUE (tenant_id, registry_number),
  UNIQUE (tenant_id, archive_number),
  FOREIGN KEY (tenant_id, type_id) REFERENCES app.document_types (tenant_id, id),
  FOREIGN KEY (tenant_id, customer_id) REFERENCES app.customers (tenant_id, id),
  FOREIGN KEY (tenant_id, created_by) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, assignee_id) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, amends_id) REFERENCES app.documents (tenant_id, id)
);
CREATE UNIQUE INDEX documents_business_key ON app.documents (tenant_id, business_key, amendment)
  WHERE business_key IS NOT NULL AND stage <> 'void';
CREATE UNIQUE INDEX documents_one_successor ON app.documents (tenant_id, amends_id) WHERE amends_id IS NOT NULL AND stage <> 'void';
CREATE INDEX documents_created ON app.documents (tenant_id, created_at, id);
CREATE INDEX documents_stage ON app.documents (tenant_id, stage, created_at, id);
CREATE INDEX documents_kind ON app.documents (tenant_id, kind, created_at, id);
CREATE INDEX documents_issue_date ON app.documents (tenant_id, issue_date, id);
CREATE INDEX documents_gross ON app.documents (tenant_id, gross_minor, id);
CREATE INDEX documents_customer ON app.documents (tenant_id, customer_id, created_at, id);
CREATE INDEX documents_number ON app.documents (tenant_id, number);
CREATE INDEX documents_draft_number ON app.documents (tenant_id, draft_number);
CREATE INDEX documents_owner ON app.documents (tenant_id, owner_id, created_at, id);
CREATE INDEX documents_assignee ON app.documents (tenant_id, assignee_id) WHERE assignee_id IS NOT NULL;

CREATE TABLE app.document_lines (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  position integer NOT NULL,
  sealed boolean NOT NULL DEFAULT false,
  product_id uuid,
  description text,
  specification text,
  unit text,
  quantity numeric(25,13),
  unit_price numeric(25,13),
  net_minor bigint,
  tax_rate text,
  tax_minor bigint,
  -- The line as entered, by field key: what is printed is what is kept.
  fields jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, document_id, position),
  -- An archived document is sealed; the cascade seals its lines, and a new line cannot refer to a sealed document unsealed.
  FOREIGN KEY (tenant_id, document_id, sealed) REFERENCES app.documents (tenant_id, id, sealed) ON UPDATE CASCADE,
  FOREIGN KEY (tenant_id, product_id) REFERENCES app.products (tenant_id, id)
);

-- Who holds which duty on a document, for ever: one row, one duty.
CREATE TABLE app.participations (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  person_id uuid NOT NULL,
  duty text NOT NULL CHECK (duty IN ('entry', 'review', 'archive')),
  since timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id, person_id),
  UNIQUE (tenant_id, document_id, person_id, duty),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, person_id) REFERENCES app.members (tenant_id, id)
);
CREATE INDEX participations_person ON app.participations (tenant_id, person_id, document_id);

-- Every submission, whole and for ever. content = {fields, lines}; content_hash = SHA-256 of its canonical JSON.
CREATE TABLE app.document_versions (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  number integer NOT NULL,
  content jsonb NOT NULL,
  content_hash text NOT NULL,
  files jsonb NOT NULL,
  submitted_by uuid NOT NULL,
  duty text NOT NULL DEFAULT 'entry' CHECK (duty = 'entry'),
  submitted_at timestamptz NOT NULL,
  sop_version_id uuid,
  PRIMARY KEY (tenant_id, document_id, number),
  FOREIGN KEY (tenant_id, document_id, submitted_by, duty) REFERENCES app.participations (tenant_id, document_id, person_id, duty)
);

-- A reviewer's decision on one version. slot 1 and 2 are the two reviewers, 3 the adjudicator, 4 the manager's last word.
-- keyed: what a blind reviewer read from the image. A voided decision no longer counts but stays.
CREATE TABLE app.decisions (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  version_number integer NOT NULL,
  content_hash text NOT NULL,
  slot smallint NOT NULL CHECK (slot BETWEEN 1 AND 4),
  person_id uuid NOT NULL,
  duty text NOT NULL DEFAULT 'review' CHECK (duty = 'review'),
  decision text NOT NULL CHECK (decision IN ('approve', 'send-back', 'adjudicate')),
  verdicts jsonb NOT NULL DEFAULT '[]',
  keyed jsonb,
  comment text,
  decided_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, document_id, version_number, slot),
  UNIQUE (tenant_id, document_id, version_number, person_id),
  FOREIGN KEY (tenant_id, document_id, version_number) REFERENCES app.document_versions (tenant_id, document_id, number),
  FOREIGN KEY (tenant_id, document_id, person_id, duty) REFERENCES app.participations (tenant_id, document_id, person_id, duty)
);

-- A decision that waits out its undo time. The worker, or whoever reads next, commits it through the Gate.
CREATE TABLE app.pending_decisions (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  member_id uuid NOT NULL,
  decision text NOT NULL CHECK (decision IN ('approve', 'send-back')),
  body jsonb NOT NULL,
  document_version integer NOT NULL,
  commits_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id, member_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, member_id) REFERENCES app.members (tenant_id, id)
);

-- A question to sales or another department; it pauses the time limit until it is answered.
CREATE TABLE app.questions (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  asked_by uuid NOT NULL,
  asked_id uuid NOT NULL,
  body text NOT NULL,
  answer text,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, asked_by) REFERENCES app.members (tenant_id, id),
  FOREIGN KEY (tenant_id, asked_id) REFERENCES app.members (tenant_id, id)
);
CREATE UNIQUE INDEX questions_one_open ON app.questions (tenant_id, document_id) WHERE answered_at IS NULL;
CREATE INDEX questions_asked ON app.questions (tenant_id, asked_id, asked_at) WHERE answered_at IS NULL;

-- A remark on the document, a field (path) or a place on the image.
CREATE TABLE app.comments (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  author_id uuid NOT NULL,
  path text,
  place jsonb,
  body text NOT NULL,
  created_at timestamptz NOT NULL,
  resolved_at timestamptz,
  resolved_by uuid,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, author_id) REFERENCES app.members (tenant_id, id)
);
CREATE INDEX comments_document ON app.comments (tenant_id, document_id, created_at);

CREATE TABLE app.document_links (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  from_id uuid NOT NULL,
  to_id uuid NOT NULL,
  relation text NOT NULL CHECK (relation IN ('follows', 'settles', 'corrects', 'copies', 'lists')),
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, from_id, to_id, relation),
  CHECK (from_id <> to_id),
  FOREIGN KEY (tenant_id, from_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, to_id) REFERENCES app.documents (tenant_id, id)
);
CREATE INDEX document_links_to ON app.document_links (tenant_id, to_id);

-- The report of the four checks (真实 完整 可用 安全) and where the document stands in the archive.
CREATE TABLE app.archive_records (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  archive_number text NOT NULL,
  checks jsonb NOT NULL,
  archived_by uuid NOT NULL,
  duty text NOT NULL DEFAULT 'archive' CHECK (duty = 'archive'),
  archived_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id, archived_by, duty) REFERENCES app.participations (tenant_id, document_id, person_id, duty)
);

-- The paper original: where it stands and who has borrowed it.
CREATE TABLE app.paper_originals (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  box text NOT NULL,
  shelf text NOT NULL,
  placed_by uuid NOT NULL,
  placed_at timestamptz NOT NULL,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id)
);
CREATE INDEX paper_originals_box ON app.paper_originals (tenant_id, box);

CREATE TABLE app.paper_loans (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  document_id uuid NOT NULL,
  borrower text NOT NULL,
  purpose text,
  due_on date,
  lent_by uuid NOT NULL,
  lent_at timestamptz NOT NULL,
  returned_at timestamptz,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.paper_originals (tenant_id, document_id)
);
CREATE UNIQUE INDEX paper_loans_one_open ON app.paper_loans (tenant_id, document_id) WHERE returned_at IS NULL;

-- The last number given per type and period; locked in the approving transaction, so there is no gap and no twin.
CREATE TABLE app.number_series (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  series text NOT NULL,
  period text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (tenant_id, series, period)
);

-- Every number given, and why a number was voided.
CREATE TABLE app.number_register (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  series text NOT NULL,
  period text NOT NULL,
  sequence integer NOT NULL,
  number text NOT NULL,
  document_id uuid NOT NULL,
  given_at timestamptz NOT NULL,
  voided_at timestamptz,
  void_reason text,
  PRIMARY KEY (tenant_id, series, period, sequence),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id)
);
CREATE INDEX number_register_document ON app.number_register (tenant_id, document_id);

-- Search: two-character grams of the text that is unique to a document.
CREATE TABLE app.document_grams (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  gram text NOT NULL,
  document_id uuid NOT NULL,
  PRIMARY KEY (tenant_id, gram, document_id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id)
);
CREATE INDEX document_grams_document ON app.document_grams (tenant_id, document_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['documents', 'document_lines', 'participations', 'document_versions', 'decisions', 'pending_decisions',
    'questions', 'comments', 'document_links', 'archive_records', 'paper_originals', 'paper_loans', 'number_series',
    'number_register', 'document_grams'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON app.%I TO app_user USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO app_user', name);
  END LOOP;
END $$;
GRANT UPDATE ON app.documents, app.document_lines, app.questions, app.comments, app.paper_originals, app.paper_loans,
  app.number_series, app.number_register TO app_user;
GRANT DELETE ON app.document_lines, app.pending_decisions, app.document_links, app.document_grams TO app_user;

-- Once archived, a document and its lines cannot be changed by anyone who comes through the application.
CREATE POLICY sealed_update ON app.documents AS RESTRICTIVE FOR UPDATE TO app_user USING (stage <> 'archived') WITH CHECK (true);
CREATE POLICY sealed_update ON app.document_lines AS RESTRICTIVE FOR UPDATE TO app_user USING (NOT sealed) WITH CHECK (NOT sealed);
CREATE POLICY sealed_delete ON app.document_lines AS RESTRICTIVE FOR DELETE TO app_user USING (NOT sealed);
CREATE POLICY sealed_insert ON app.document_lines AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (NOT sealed);
