-- Files by content hash (bytes lie in the file store, encrypted), their pages, and the inbox.
CREATE TABLE app.files (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  -- SHA-256 of the bytes as received, hex.
  hash text NOT NULL,
  size bigint NOT NULL,
  media_type text NOT NULL,
  name text NOT NULL,
  wrapped_key text NOT NULL,
  -- The earlier file with the same bytes, if there was one.
  duplicate_of_id uuid,
  preview_state text NOT NULL DEFAULT 'waiting' CHECK (preview_state IN ('waiting', 'ready', 'failed')),
  preview_fault text,
  rendered_from_data boolean NOT NULL DEFAULT false,
  page_count integer,
  source text NOT NULL DEFAULT 'upload' CHECK (source IN ('upload', 'camera', 'mail', 'folder', 'api', 'demo')),
  uploaded_by uuid NOT NULL,
  uploaded_at timestamptz NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, duplicate_of_id) REFERENCES app.files (tenant_id, id),
  FOREIGN KEY (tenant_id, uploaded_by) REFERENCES app.members (tenant_id, id)
);
CREATE INDEX files_hash ON app.files (tenant_id, hash);

CREATE TABLE app.file_pages (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  file_id uuid NOT NULL,
  number integer NOT NULL,
  width integer NOT NULL,
  height integer NOT NULL,
  preview_hash text NOT NULL,
  preview_key text NOT NULL,
  preview_size integer NOT NULL,
  PRIMARY KEY (tenant_id, file_id, number),
  FOREIGN KEY (tenant_id, file_id) REFERENCES app.files (tenant_id, id)
);

CREATE TABLE app.document_files (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  document_id uuid NOT NULL,
  file_id uuid NOT NULL,
  position integer NOT NULL,
  sealed boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, document_id, file_id),
  FOREIGN KEY (tenant_id, document_id, sealed) REFERENCES app.documents (tenant_id, id, sealed) ON UPDATE CASCADE,
  FOREIGN KEY (tenant_id, file_id) REFERENCES app.files (tenant_id, id)
);
CREATE INDEX document_files_file ON app.document_files (tenant_id, file_id);

-- Papers that have come in and are no document yet. pages as in app.documents.pages; rejected items keep their files and reason.
CREATE TABLE app.inbox_items (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  id uuid NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'registered', 'rejected', 'arranged')),
  pages jsonb,
  reason text,
  document_id uuid,
  received_by uuid NOT NULL,
  received_at timestamptz NOT NULL,
  closed_at timestamptz,
  version integer NOT NULL DEFAULT 1,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, document_id) REFERENCES app.documents (tenant_id, id),
  FOREIGN KEY (tenant_id, received_by) REFERENCES app.members (tenant_id, id)
);
CREATE INDEX inbox_items_state ON app.inbox_items (tenant_id, state, received_at, id);

CREATE TABLE app.inbox_files (
  tenant_id uuid NOT NULL DEFAULT nullif(current_setting('app.tenant_id', true), '')::uuid,
  item_id uuid NOT NULL,
  file_id uuid NOT NULL,
  position integer NOT NULL,
  PRIMARY KEY (tenant_id, item_id, file_id),
  FOREIGN KEY (tenant_id, item_id) REFERENCES app.inbox_items (tenant_id, id),
  FOREIGN KEY (tenant_id, file_id) REFERENCES app.files (tenant_id, id)
);
CREATE INDEX inbox_files_file ON app.inbox_files (tenant_id, file_id);

DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['files', 'file_pages', 'document_files', 'inbox_items', 'inbox_files'] LOOP
    EXECUTE format('ALTER TABLE app.%I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE app.%I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY tenant ON app.%I TO app_user USING (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)
      WITH CHECK (tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid)', name);
    EXECUTE format('GRANT SELECT, INSERT ON app.%I TO app_user', name);
  END LOOP;
END $$;
-- What a file is never changes; only what was learnt of it (its preview) does.
GRANT UPDATE (preview_state, preview_fault, page_count, rendered_from_data) ON app.files TO app_user;
GRANT UPDATE ON app.document_files, app.inbox_items TO app_user;
GRANT DELETE ON app.document_files TO app_user;
CREATE POLICY sealed_update ON app.document_files AS RESTRICTIVE FOR UPDATE TO app_user USING (NOT sealed) WITH CHECK (NOT sealed);
CREATE POLICY sealed_delete ON app.document_files AS RESTRICTIVE FOR DELETE TO app_user USING (NOT sealed);
CREATE POLICY sealed_insert ON app.document_files AS RESTRICTIVE FOR INSERT TO app_user WITH CHECK (NOT sealed);
