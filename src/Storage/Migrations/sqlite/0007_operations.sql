-- The trace a delivery was accepted in (W3C traceparent), so that applying it later continues it; null when nobody was tracing.
ALTER TABLE webhook_inbox ADD COLUMN trace_parent text;

-- Runs of all tenants that are under way or ended lately.
CREATE INDEX IF NOT EXISTS sync_runs_by_end ON sync_runs (ended_at);

-- One row, written to prove that a delivery could be made durable now.
CREATE TABLE IF NOT EXISTS inbox_probe (
    probe integer NOT NULL PRIMARY KEY,
    probed_at bigint NOT NULL
);
