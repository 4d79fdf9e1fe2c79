/** What a CSV line that was put aside is read by when it is tried again; and such lines found by file and line. */
export const usageColumnsKept: readonly string[] = [
  "alter table usage_file add column columns text not null default '[]'",
  'create index usage_reject_line on usage_reject (file_id, line)',
]
