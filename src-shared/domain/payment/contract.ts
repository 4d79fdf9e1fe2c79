import { z } from 'zod'

const minor = z.int().min(0)

/** What should be in a desk's cash drawer; no shift: nobody counted a float into it. */
export const drawerOutput = z.object({
  shift: z
    .object({
      openedAt: z.int(),
      openedBy: z.string(),
      floatMinor: minor,
      payments: minor,
      balanceMinor: minor,
    })
    .nullable(),
})
export const openDrawerInput = z.strictObject({ floatMinor: minor })
export const closeDrawerInput = z.strictObject({ countedMinor: minor })
export const closeDrawerOutput = z.object({ expectedMinor: z.int() })
export const receiptOutput = z.object({ fileName: z.string(), base64: z.string() })
