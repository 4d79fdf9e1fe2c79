import { useEffect } from 'react'
import type { Tile as Person } from '#shared/domain/staff/contract.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import { useText } from '#renderer/app/text.tsx'
import type { IconName } from '#renderer/ui/icon.tsx'
import { Tile, TileRow } from '#renderer/ui/tile.tsx'

/** The people of the demonstration, who left last focused, else the first one; the figures 1 to 5 choose. */
export function SignInTiles({ people, first, onChoose }: SignInTilesProps) {
  const { key } = useText()
  const shown = people.filter((person) => person.role !== 'admin').slice(0, 5)
  const focused = (shown.find((person) => person.userId === first) ?? shown[0])?.userId
  useEffect(() => {
    const choose = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLInputElement) return
      const person = /^[1-5]$/.test(event.key) ? shown[Number(event.key) - 1] : undefined
      if (person) onChoose(person.userId)
    }
    window.addEventListener('keydown', choose)
    return () => window.removeEventListener('keydown', choose)
  })
  return (
    <TileRow>
      {shown.map((person, at) => (
        <Tile
          key={person.userId}
          icon={icons[person.role]}
          name={person.name}
          role={[key(`role.${person.role}`), person.role === 'store' ? counterOf(person.seat) : '']
            .filter(Boolean)
            .join(', ')}
          say={key(person.story)}
          keys={String(at + 1)}
          autoFocus={person.userId === focused}
          onClick={() => onChoose(person.userId)}
        />
      ))}
    </TileRow>
  )
}

const icons: Readonly<Record<Role, IconName>> = {
  agent: 'headset',
  store: 'store',
  lead: 'users',
  supervisor: 'gavel',
  manager: 'briefcase',
  backOffice: 'stack',
  admin: 'settings',
}

// "Shop Nancy, Counter 2": the shop is known, the counter tells desks apart.
function counterOf(seat: string): string {
  return seat.split(', ').at(-1) ?? seat
}

interface SignInTilesProps {
  readonly people: readonly Person[]
  /** Who left this desk last. */
  readonly first: string | undefined
  readonly onChoose: (userId: string) => void
}
