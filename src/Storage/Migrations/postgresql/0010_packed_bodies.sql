-- The length of a body that is deflated; null when it stands as it came.
ALTER TABLE webhook_inbox ADD COLUMN IF NOT EXISTS unpacked_bytes bigint;
