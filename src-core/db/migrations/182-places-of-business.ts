/** The number of a company's place of business, where its country has one. */
export const placesOfBusiness: readonly string[] = [
  "alter table company add column place_number text not null default ''",
]
