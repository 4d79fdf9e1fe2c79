/** What a code of the state or nationality field stands for. */
export type StateKind = 'country' | 'organisation' | 'person' | 'specimen'

export interface State {
  readonly code: string
  readonly kind: StateKind
  /** ISO 3166-1 alpha-2, for the country's name in any language. */
  readonly alpha2?: string
}

/** What a code means: ISO 3166-1 alpha-3 and ICAO 9303 part 3 section 5 (standards.md 1.7); undefined when unknown. */
export function stateOf(code: string): State | undefined {
  return states.get(code)
}

/** Whether a document may be issued under this code; those for persons without nationality say whose it is, not who made it. */
export function isIssuingState(code: string): boolean {
  const kind = states.get(code)?.kind
  return kind !== undefined && kind !== 'person'
}

/** The country's name in a language; undefined for organisations, persons and Utopia: these are sentences in text/. */
export function stateName(code: string, locale: string): string | undefined {
  const alpha2 = states.get(code)?.alpha2
  return alpha2 === undefined ? undefined : new Intl.DisplayNames(locale, { type: 'region' }).of(alpha2)
}

/** Alpha-2 and alpha-3 of ISO 3166-1, without Germany: its documents say `D`, and `DEU` in one is a sign of forgery. */
const countries = `
  ADAND AEARE AFAFG AGATG AIAIA ALALB AMARM AOAGO AQATA ARARG ASASM ATAUT AUAUS AWABW AXALA AZAZE BABIH BBBRB BDBGD
  BEBEL BFBFA BGBGR BHBHR BIBDI BJBEN BLBLM BMBMU BNBRN BOBOL BQBES BRBRA BSBHS BTBTN BVBVT BWBWA BYBLR BZBLZ CACAN
  CCCCK CDCOD CFCAF CGCOG CHCHE CICIV CKCOK CLCHL CMCMR CNCHN COCOL CRCRI CUCUB CVCPV CWCUW CXCXR CYCYP CZCZE DJDJI
  DKDNK DMDMA DODOM DZDZA ECECU EEEST EGEGY EHESH ERERI ESESP ETETH FIFIN FJFJI FKFLK FMFSM FOFRO FRFRA GAGAB GBGBR
  GDGRD GEGEO GFGUF GGGGY GHGHA GIGIB GLGRL GMGMB GNGIN GPGLP GQGNQ GRGRC GSSGS GTGTM GUGUM GWGNB GYGUY HKHKG HMHMD
  HNHND HRHRV HTHTI HUHUN IDIDN IEIRL ILISR IMIMN ININD IOIOT IQIRQ IRIRN ISISL ITITA JEJEY JMJAM JOJOR JPJPN KEKEN
  KGKGZ KHKHM KIKIR KMCOM KNKNA KPPRK KRKOR KWKWT KYCYM KZKAZ LALAO LBLBN LCLCA LILIE LKLKA LRLBR LSLSO LTLTU LULUX
  LVLVA LYLBY MAMAR MCMCO MDMDA MEMNE MFMAF MGMDG MHMHL MKMKD MLMLI MMMMR MNMNG MOMAC MPMNP MQMTQ MRMRT MSMSR MTMLT
  MUMUS MVMDV MWMWI MXMEX MYMYS MZMOZ NANAM NCNCL NENER NFNFK NGNGA NINIC NLNLD NONOR NPNPL NRNRU NUNIU NZNZL OMOMN
  PAPAN PEPER PFPYF PGPNG PHPHL PKPAK PLPOL PMSPM PNPCN PRPRI PSPSE PTPRT PWPLW PYPRY QAQAT REREU ROROU RSSRB RURUS
  RWRWA SASAU SBSLB SCSYC SDSDN SESWE SGSGP SHSHN SISVN SJSJM SKSVK SLSLE SMSMR SNSEN SOSOM SRSUR SSSSD STSTP SVSLV
  SXSXM SYSYR SZSWZ TCTCA TDTCD TFATF TGTGO THTHA TJTJK TKTKL TLTLS TMTKM TNTUN TOTON TRTUR TTTTO TVTUV TWTWN TZTZA
  UAUKR UGUGA UMUMI USUSA UYURY UZUZB VAVAT VCVCT VEVEN VGVGB VIVIR VNVNM VUVUT WFWLF WSWSM YEYEM YTMYT ZAZAF ZMZMB
  ZWZWE GBGBD GBGBN GBGBO GBGBP GBGBS XKRKS`

const organisations = 'EUE UNO UNA UNK XOM XPO XBA XIM XCC XCO XEC XCE XMP XES XDC'
const persons = 'XXA XXB XXC XXX'

const states: ReadonlyMap<string, State> = new Map(
  [
    ...words(countries).map((pair): State => ({ code: pair.slice(2), kind: 'country', alpha2: pair.slice(0, 2) })),
    { code: 'D', kind: 'country', alpha2: 'DE' } satisfies State,
    ...words(organisations).map((code): State => ({ code, kind: 'organisation' })),
    ...words(persons).map((code): State => ({ code, kind: 'person' })),
    { code: 'UTO', kind: 'specimen' } satisfies State,
  ].map((state): readonly [string, State] => [state.code, state]),
)

/** Every code a document may be issued under. */
export const issuingStates: readonly string[] = [...states.keys()].filter(isIssuingState)

function words(text: string): readonly string[] {
  return text.trim().split(/\s+/)
}
