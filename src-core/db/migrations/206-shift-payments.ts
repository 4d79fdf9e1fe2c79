/** What a sale took in a shift is summed when its drawer is counted, as payments of bills are. */
export const shiftPayments: readonly string[] = ['create index payment_shift on payment (shift_id)']
