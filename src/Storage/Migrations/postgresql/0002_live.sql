-- Every webhook once. A delivery leaves the body behind when it is done and keeps its id, by which a repetition is known. A position
-- is never given out twice, so that nothing said of a delivery that is gone can hit another one.
CREATE TABLE IF NOT EXISTS webhook_inbox (
    inbox_seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    tenant text COLLATE "C" NOT NULL,
    webhook_id text COLLATE "C" NOT NULL,
    topic text NOT NULL,
    triggered_at bigint,
    received_at bigint NOT NULL,
    body bytea,
    attempts integer NOT NULL DEFAULT 0,
    due_at bigint NOT NULL,
    state text COLLATE "C" NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'done', 'dead')),
    error text,
    ended_at bigint,
    UNIQUE (tenant, webhook_id)
);

-- A body lives for a second: compressing it costs more than it saves.
ALTER TABLE webhook_inbox ALTER COLUMN body SET STORAGE EXTERNAL;

-- What is due, which tenants wait, how many and since when: all read from this one index, whose rows are only those that wait.
CREATE INDEX IF NOT EXISTS webhook_inbox_due ON webhook_inbox (tenant, due_at, inbox_seq, received_at) WHERE state = 'waiting';
CREATE INDEX IF NOT EXISTS webhook_inbox_dead ON webhook_inbox (state, inbox_seq) WHERE state = 'dead';
CREATE INDEX IF NOT EXISTS webhook_inbox_done ON webhook_inbox (ended_at) WHERE state = 'done';

-- Customers that the store merged into others. kept_id is the last of the chain: it is in no row a gone_id.
CREATE TABLE IF NOT EXISTS customer_merges (
    tenant text COLLATE "C" NOT NULL,
    gone_id bigint NOT NULL,
    kept_id bigint NOT NULL,
    merged_at bigint NOT NULL,
    PRIMARY KEY (tenant, gone_id)
);

-- Not every source tells tags and consent: each has the source version it was told at, 0 while nobody has.
ALTER TABLE customers ADD COLUMN IF NOT EXISTS tags_at bigint NOT NULL DEFAULT 0;
ALTER TABLE customers ADD COLUMN IF NOT EXISTS consent_at bigint NOT NULL DEFAULT 0;
UPDATE customers SET tags_at = updated_at, consent_at = CASE WHEN email_consent IS NULL THEN 0 ELSE updated_at END WHERE updated_at > 0;
