-- What Orleans' ADO.NET providers ask of PostgreSQL (15 or later): grain state and reminders. `XSight.Silo migrate` applies it, once for
-- each release, before its silos start; applying it again changes nothing but the texts of the queries. By hand:
--
--   psql "$DATABASE_URL" --set ON_ERROR_STOP=1 --file deploy/sql/orleans.sql
--
-- The providers look up one table by name, OrleansQuery, wherever the connection's search path leads; the silo's leads to this
-- schema. They know nothing of the tables below: only the queries' names, parameters and result columns are theirs.
begin;

-- Two at once are one after the other. Any number that nobody else locks.
select pg_advisory_xact_lock(4270919351086155201);

create schema if not exists orleans;

create table if not exists orleans.OrleansQuery (
    QueryKey text primary key,
    QueryText text not null
);

-- One row for each state of a grain. The key has no grain type: the name of a state is therefore unique over the service. The
-- constraint is what decides between two silos that both create the row; a null extension is a value like any other. The hash stands
-- first because a null-safe comparison of the extension cannot use an index, and it alone tells one string key from another.
-- Rows are rewritten often and their keys never: room on the page keeps those updates out of the index.
create table if not exists orleans.grain_state (
    id_hash integer not null,
    service_id text not null,
    state_name text not null,
    id_n0 bigint not null,
    id_n1 bigint not null,
    id_extension text,
    version integer not null,
    payload bytea,
    modified_at timestamptz not null,
    constraint grain_state_key unique nulls not distinct (id_hash, service_id, state_name, id_n0, id_n1, id_extension)
) with (fillfactor = 70);

create table if not exists orleans.reminder (
    service_id text not null,
    grain_id text not null,
    name text not null,
    grain_hash integer not null,
    start_at timestamptz not null,
    period_ms bigint not null,
    version integer not null,
    constraint reminder_key primary key (service_id, grain_id, name)
);

-- Each silo reads its range of the ring again and again.
create index if not exists reminder_ring on orleans.reminder (service_id, grain_hash);

-- The version is the etag, a 32-bit number to the provider: after the greatest one it begins anew, and is never twice the same in a row.
create or replace function orleans.next_version(version integer) returns integer
    language sql immutable parallel safe
    return version % 2147483647 + 1;

insert into orleans.OrleansQuery (QueryKey, QueryText) values

('ReadFromStorageKey', $$
select payload as PayloadBinary, version as Version
from orleans.grain_state
where id_hash = @GrainIdHash and service_id = @ServiceId and state_name = @GrainTypeString
  and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1 and id_extension is not distinct from @GrainIdExtensionString
$$),

-- No version: the writer has seen no row, and may only create it. A version: the row must still have it. No answer is a conflict.
('WriteToStorageKey', $$
with changed as (
    update orleans.grain_state
    set payload = @PayloadBinary, version = orleans.next_version(version), modified_at = now()
    where id_hash = @GrainIdHash and service_id = @ServiceId and state_name = @GrainTypeString
      and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1 and id_extension is not distinct from @GrainIdExtensionString
      and version = @GrainStateVersion
    returning version
), created as (
    insert into orleans.grain_state (id_hash, service_id, state_name, id_n0, id_n1, id_extension, version, payload, modified_at)
    select @GrainIdHash, @ServiceId, @GrainTypeString, @GrainIdN0, @GrainIdN1, @GrainIdExtensionString, 1, @PayloadBinary, now()
    where @GrainStateVersion is null
    on conflict on constraint grain_state_key do nothing
    returning version
)
select version as NewGrainStateVersion from changed
union all
select version from created
$$),

-- The row stays, so that its version goes on: a writer from before the clearing is still refused.
('ClearStorageKey', $$
update orleans.grain_state
set payload = null, version = orleans.next_version(version), modified_at = now()
where id_hash = @GrainIdHash and service_id = @ServiceId and state_name = @GrainTypeString
  and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1 and id_extension is not distinct from @GrainIdExtensionString
  and version = @GrainStateVersion
returning version
$$),

('DeleteStorageKey', $$
delete from orleans.grain_state
where id_hash = @GrainIdHash and service_id = @ServiceId and state_name = @GrainTypeString
  and id_n0 = @GrainIdN0 and id_n1 = @GrainIdN1 and id_extension is not distinct from @GrainIdExtensionString
  and version = @GrainStateVersion
returning orleans.next_version(version)
$$),

('UpsertReminderRowKey', $$
insert into orleans.reminder as r (service_id, grain_id, name, grain_hash, start_at, period_ms, version)
values (@ServiceId, @GrainId, @ReminderName, @GrainHash, @StartTime, @Period, 1)
on conflict on constraint reminder_key do update
set grain_hash = excluded.grain_hash, start_at = excluded.start_at, period_ms = excluded.period_ms, version = orleans.next_version(r.version)
returning version as Version
$$),

('ReadReminderRowsKey', $$
select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_id = @GrainId
$$),

('ReadReminderRowKey', $$
select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName
$$),

-- A range that does not wrap around the ring, then one that does (or is the whole ring).
('ReadRangeRows1Key', $$
select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and grain_hash > @BeginHash and grain_hash <= @EndHash
$$),

('ReadRangeRows2Key', $$
select grain_id as GrainId, name as ReminderName, start_at as StartTime, period_ms as Period, version as Version
from orleans.reminder
where service_id = @ServiceId and (grain_hash > @BeginHash or grain_hash <= @EndHash)
$$),

-- Answers a row also when nothing matched: the provider reads it as "not deleted".
('DeleteReminderRowKey', $$
with deleted as (
    delete from orleans.reminder
    where service_id = @ServiceId and grain_id = @GrainId and name = @ReminderName and version = @Version
    returning 1
)
select exists (select from deleted)
$$),

('DeleteReminderRowsKey', $$
delete from orleans.reminder where service_id = @ServiceId
$$),

-- What silos wait for (src/Silo, OrleansSchema.Version): greater with each change of this script that a release's silos need.
('ScriptVersion', '1')

on conflict (QueryKey) do update set QueryText = excluded.QueryText where OrleansQuery.QueryText is distinct from excluded.QueryText;

commit;
