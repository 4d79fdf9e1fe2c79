/** Who may buy: a person, people who live together, a company or one of its branches. `kind` of a customer's row. */
export const customerKinds = ['individual', 'household', 'company'] as const
export type CustomerKind = (typeof customerKinds)[number]

/** The kind of a row; one that a newer core knows is treated as a person. */
export function kindOf(row: { readonly kind: string } | null): CustomerKind {
  return customerKinds.find((kind) => kind === row?.kind) ?? 'individual'
}

/** Whether prices are said without tax: companies take it off again, persons never see it apart. */
export function isTaxExcluded(row: { readonly kind: string } | null): boolean {
  return kindOf(row) === 'company'
}
