-- A comparison with the store goes by when orders last changed: their number in a window, then their ids, versions and amounts, all
-- read from this index alone.
CREATE INDEX IF NOT EXISTS orders_by_change ON orders (tenant, updated_at, order_id, net_minor, deleted) WHERE NOT deleted;

-- One row a comparison, kept for ever.
CREATE TABLE IF NOT EXISTS reconciliations (
    tenant text NOT NULL,
    run_id text NOT NULL,
    started_at bigint NOT NULL,
    ended_at bigint NOT NULL,
    complete_to bigint,
    days integer NOT NULL,
    whole_history boolean NOT NULL,
    orders_compared bigint NOT NULL,
    orders_listed bigint NOT NULL,
    missing integer NOT NULL,
    outdated integer NOT NULL,
    surplus integer NOT NULL,
    mended integer NOT NULL,
    message text,
    PRIMARY KEY (tenant, run_id)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS reconciliations_by_start ON reconciliations (tenant, started_at, run_id);
CREATE INDEX IF NOT EXISTS reconciliations_complete ON reconciliations (tenant, whole_history, started_at, run_id) WHERE complete_to IS NOT NULL;
