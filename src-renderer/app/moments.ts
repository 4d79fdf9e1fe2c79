import { parseDay } from '#shared/kernel/parse-day.ts'

/** A day and a time as typed, each in its own field. */
export interface TypedMoment {
  readonly day: string
  readonly time: string
}

/** A moment as such fields show it, in this machine's zone: `22.10.2026` and `14:30`. */
export function typedMoment(at: number): TypedMoment {
  const local = new Date(at)
  const day = `${local.getDate()}.${local.getMonth() + 1}.${local.getFullYear()}`
  return { day, time: `${two(local.getHours())}:${two(local.getMinutes())}` }
}

/** The moment typed; undefined while it is none. A time is `14:30`, `14.30`, `1430` or `14`. */
export function momentOf({ day, time }: TypedMoment): number | undefined {
  const date = parseDay(day)
  const match = /^(\d{1,2})(?:[:.h ]?(\d{2}))?$/.exec(time.trim())
  const [hours, minutes] = [Number(match?.[1]), Number(match?.[2] ?? 0)]
  if (!date.ok || !match || hours > 23 || minutes > 59) return undefined
  return new Date(`${date.value}T${two(hours)}:${two(minutes)}`).getTime()
}

/** A span for people: `4:12`, with hours from the first one on: `1:04:12`. */
export function spanText(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
