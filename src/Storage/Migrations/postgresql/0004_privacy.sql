-- Whether the shop has the app now. A shop that removed it stays bound until it is redacted: the redaction must find whose it was.
ALTER TABLE tenant_shops ADD COLUMN IF NOT EXISTS connected boolean NOT NULL DEFAULT true;

-- Persons who were erased, by the store's bare number. The row outlives them: what is told of them later loses the person on its way in.
CREATE TABLE IF NOT EXISTS customer_redactions (
    tenant text COLLATE "C" NOT NULL,
    customer_id bigint NOT NULL,
    redacted_at bigint NOT NULL,
    PRIMARY KEY (tenant, customer_id)
);

-- Persons who asked what is held of them, by the position of the delivery that told us. Whom it is about: numbers, never an address.
CREATE TABLE IF NOT EXISTS privacy_requests (
    tenant text COLLATE "C" NOT NULL,
    request_id bigint NOT NULL,
    store_request_id bigint,
    requested_at bigint NOT NULL,
    customer_ids text NOT NULL,
    order_ids text NOT NULL,
    PRIMARY KEY (tenant, request_id)
);

-- What was done about persons and about the connection; no names. source is what caused the entry: the same cause again is no second
-- entry. ended_at is null while an erasure is under way; purge_due_at says when deleted rows are to leave the file as well.
CREATE TABLE IF NOT EXISTS audit (
    audit_seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text COLLATE "C" NOT NULL,
    source text COLLATE "C" NOT NULL,
    action text NOT NULL,
    at bigint NOT NULL,
    subject text,
    detail text,
    ended_at bigint,
    purge_due_at bigint,
    purged_at bigint,
    UNIQUE (tenant, source, action)
);

CREATE INDEX IF NOT EXISTS audit_of_tenant ON audit (tenant, audit_seq);
CREATE INDEX IF NOT EXISTS audit_under_way ON audit (audit_seq) WHERE ended_at IS NULL;
CREATE INDEX IF NOT EXISTS audit_to_purge ON audit (purge_due_at) WHERE purge_due_at IS NOT NULL;
