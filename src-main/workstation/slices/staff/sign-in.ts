import { defineDeskHandler } from '#main/workstation/desk.ts'

/** Signs in by a tile or by name and password; refused with what the core said, or that it cannot be asked. */
export const staffSignIn = defineDeskHandler('staff.signIn', (desk, input) =>
  'tile' in input ? desk.staff.signInByTile(input.tile) : desk.staff.signInByName(input.name, input.password),
)
