/** Kinds of a mirrored column: text or whole number, `?` where it may be empty. */
export type ColumnKind = 'text' | 'text?' | 'int' | 'int?'

export type Columns = Readonly<Record<string, ColumnKind>>

type Value<Kind extends ColumnKind> = Kind extends 'text'
  ? string
  : Kind extends 'text?'
    ? string | null
    : Kind extends 'int'
      ? number
      : number | null

/** The row of a table, from its columns. */
export type RowOf<C extends Columns> = { readonly [K in keyof C]: Value<C[K]> }

/** A plain value in a row. */
export type Cell = string | number | null

/** What a command changes in one row, seen from the desk: `set` over what the mirror has, or a new row. */
export interface RowChange {
  readonly table: string
  readonly id: string
  readonly set: Readonly<Record<string, Cell>>
}

/** A table that travels on the feed: its columns in feed order, `id` first, and the indexes the desk needs. */
export interface Table<C extends Columns> {
  readonly name: string
  readonly columns: C
  readonly columnNames: readonly string[]
  readonly indexes: readonly (readonly string[])[]
  readonly change: (id: string, set: Partial<RowOf<C>>) => RowChange
}

/** Defines a mirrored table once: the core sends it, the cache is created from it, the fold writes over it. */
export function defineTable<const C extends Columns>(
  name: string,
  columns: C,
  indexes: readonly (readonly (keyof C & string)[])[] = [],
): Table<C> {
  return {
    name,
    columns,
    columnNames: Object.keys(columns),
    indexes,
    // a Partial row holds cells only; undefined members do not occur under exactOptionalPropertyTypes
    change: (id, set) => ({ table: name, id, set: set as Readonly<Record<string, Cell>> }),
  }
}
