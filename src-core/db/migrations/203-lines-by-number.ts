/** Usage names the number it was made with: without an index each commit of an import read every line of the market. */
export const linesByNumber: readonly string[] = ['create index product_msisdn on product (msisdn)']
