import type { Icon as TablerIcon } from '@tabler/icons-react'
import IconAlertCircle from '@tabler/icons-react/dist/esm/icons/IconAlertCircle.mjs'
import IconAlertOctagon from '@tabler/icons-react/dist/esm/icons/IconAlertOctagon.mjs'
import IconAntenna from '@tabler/icons-react/dist/esm/icons/IconAntenna.mjs'
import IconArrowForwardUp from '@tabler/icons-react/dist/esm/icons/IconArrowForwardUp.mjs'
import IconArrowLeft from '@tabler/icons-react/dist/esm/icons/IconArrowLeft.mjs'
import IconBook from '@tabler/icons-react/dist/esm/icons/IconBook.mjs'
import IconBriefcase from '@tabler/icons-react/dist/esm/icons/IconBriefcase.mjs'
import IconBuilding from '@tabler/icons-react/dist/esm/icons/IconBuilding.mjs'
import IconBuildingStore from '@tabler/icons-react/dist/esm/icons/IconBuildingStore.mjs'
import IconCheck from '@tabler/icons-react/dist/esm/icons/IconCheck.mjs'
import IconChecks from '@tabler/icons-react/dist/esm/icons/IconChecks.mjs'
import IconChevronDown from '@tabler/icons-react/dist/esm/icons/IconChevronDown.mjs'
import IconChevronRight from '@tabler/icons-react/dist/esm/icons/IconChevronRight.mjs'
import IconCircle from '@tabler/icons-react/dist/esm/icons/IconCircle.mjs'
import IconCircleCheckFilled from '@tabler/icons-react/dist/esm/icons/IconCircleCheckFilled.mjs'
import IconCircleDashedCheck from '@tabler/icons-react/dist/esm/icons/IconCircleDashedCheck.mjs'
import IconCircleDot from '@tabler/icons-react/dist/esm/icons/IconCircleDot.mjs'
import IconClockExclamation from '@tabler/icons-react/dist/esm/icons/IconClockExclamation.mjs'
import IconCoin from '@tabler/icons-react/dist/esm/icons/IconCoin.mjs'
import IconCreditCard from '@tabler/icons-react/dist/esm/icons/IconCreditCard.mjs'
import IconDatabase from '@tabler/icons-react/dist/esm/icons/IconDatabase.mjs'
import IconDeviceMobile from '@tabler/icons-react/dist/esm/icons/IconDeviceMobile.mjs'
import IconDeviceSim from '@tabler/icons-react/dist/esm/icons/IconDeviceSim.mjs'
import IconEPassport from '@tabler/icons-react/dist/esm/icons/IconEPassport.mjs'
import IconEraser from '@tabler/icons-react/dist/esm/icons/IconEraser.mjs'
import IconEye from '@tabler/icons-react/dist/esm/icons/IconEye.mjs'
import IconEyeOff from '@tabler/icons-react/dist/esm/icons/IconEyeOff.mjs'
import IconFile from '@tabler/icons-react/dist/esm/icons/IconFile.mjs'
import IconFileInvoice from '@tabler/icons-react/dist/esm/icons/IconFileInvoice.mjs'
import IconFileText from '@tabler/icons-react/dist/esm/icons/IconFileText.mjs'
import IconFlag from '@tabler/icons-react/dist/esm/icons/IconFlag.mjs'
import IconGavel from '@tabler/icons-react/dist/esm/icons/IconGavel.mjs'
import IconHeadset from '@tabler/icons-react/dist/esm/icons/IconHeadset.mjs'
import IconHistory from '@tabler/icons-react/dist/esm/icons/IconHistory.mjs'
import IconHome from '@tabler/icons-react/dist/esm/icons/IconHome.mjs'
import IconHourglassEmpty from '@tabler/icons-react/dist/esm/icons/IconHourglassEmpty.mjs'
import IconId from '@tabler/icons-react/dist/esm/icons/IconId.mjs'
import IconInfoCircle from '@tabler/icons-react/dist/esm/icons/IconInfoCircle.mjs'
import IconListSearch from '@tabler/icons-react/dist/esm/icons/IconListSearch.mjs'
import IconLock from '@tabler/icons-react/dist/esm/icons/IconLock.mjs'
import IconLogout from '@tabler/icons-react/dist/esm/icons/IconLogout.mjs'
import IconMail from '@tabler/icons-react/dist/esm/icons/IconMail.mjs'
import IconMessage2 from '@tabler/icons-react/dist/esm/icons/IconMessage2.mjs'
import IconMinus from '@tabler/icons-react/dist/esm/icons/IconMinus.mjs'
import IconMoon from '@tabler/icons-react/dist/esm/icons/IconMoon.mjs'
import IconNote from '@tabler/icons-react/dist/esm/icons/IconNote.mjs'
import IconPaperclip from '@tabler/icons-react/dist/esm/icons/IconPaperclip.mjs'
import IconPencil from '@tabler/icons-react/dist/esm/icons/IconPencil.mjs'
import IconPhone from '@tabler/icons-react/dist/esm/icons/IconPhone.mjs'
import IconPhoneCall from '@tabler/icons-react/dist/esm/icons/IconPhoneCall.mjs'
import IconPhoneIncoming from '@tabler/icons-react/dist/esm/icons/IconPhoneIncoming.mjs'
import IconPhoneOff from '@tabler/icons-react/dist/esm/icons/IconPhoneOff.mjs'
import IconPlane from '@tabler/icons-react/dist/esm/icons/IconPlane.mjs'
import IconPlayerPause from '@tabler/icons-react/dist/esm/icons/IconPlayerPause.mjs'
import IconPlugConnected from '@tabler/icons-react/dist/esm/icons/IconPlugConnected.mjs'
import IconPlugConnectedX from '@tabler/icons-react/dist/esm/icons/IconPlugConnectedX.mjs'
import IconPlus from '@tabler/icons-react/dist/esm/icons/IconPlus.mjs'
import IconPrinter from '@tabler/icons-react/dist/esm/icons/IconPrinter.mjs'
import IconReceipt from '@tabler/icons-react/dist/esm/icons/IconReceipt.mjs'
import IconRefresh from '@tabler/icons-react/dist/esm/icons/IconRefresh.mjs'
import IconScan from '@tabler/icons-react/dist/esm/icons/IconScan.mjs'
import IconSearch from '@tabler/icons-react/dist/esm/icons/IconSearch.mjs'
import IconSettings from '@tabler/icons-react/dist/esm/icons/IconSettings.mjs'
import IconShield from '@tabler/icons-react/dist/esm/icons/IconShield.mjs'
import IconShieldCheck from '@tabler/icons-react/dist/esm/icons/IconShieldCheck.mjs'
import IconShieldHalf from '@tabler/icons-react/dist/esm/icons/IconShieldHalf.mjs'
import IconSignature from '@tabler/icons-react/dist/esm/icons/IconSignature.mjs'
import IconStack from '@tabler/icons-react/dist/esm/icons/IconStack.mjs'
import IconSun from '@tabler/icons-react/dist/esm/icons/IconSun.mjs'
import IconTool from '@tabler/icons-react/dist/esm/icons/IconTool.mjs'
import IconUser from '@tabler/icons-react/dist/esm/icons/IconUser.mjs'
import IconUserExclamation from '@tabler/icons-react/dist/esm/icons/IconUserExclamation.mjs'
import IconUsers from '@tabler/icons-react/dist/esm/icons/IconUsers.mjs'
import IconWorld from '@tabler/icons-react/dist/esm/icons/IconWorld.mjs'
import IconX from '@tabler/icons-react/dist/esm/icons/IconX.mjs'
import { cx } from './cx.ts'
import classes from './icon.module.css'

/** The icons of the desk by our own names (Tabler, MIT). A new one is one import and one line here. */
const icons = {
  home: IconHome,
  search: IconSearch,
  user: IconUser,
  'user-exclamation': IconUserExclamation,
  users: IconUsers,
  headset: IconHeadset,
  store: IconBuildingStore,
  building: IconBuilding,
  gavel: IconGavel,
  stack: IconStack,
  phone: IconPhone,
  'phone-incoming': IconPhoneIncoming,
  'phone-call': IconPhoneCall,
  'phone-off': IconPhoneOff,
  pause: IconPlayerPause,
  passport: IconEPassport,
  id: IconId,
  lock: IconLock,
  confirmed: IconCircleCheckFilled,
  desk: IconCircleDashedCheck,
  open: IconCircleDot,
  waits: IconCircle,
  stuck: IconAlertOctagon,
  late: IconClockExclamation,
  alert: IconAlertCircle,
  info: IconInfoCircle,
  check: IconCheck,
  checks: IconChecks,
  minus: IconMinus,
  plus: IconPlus,
  x: IconX,
  note: IconNote,
  eraser: IconEraser,
  signature: IconSignature,
  plug: IconPlugConnected,
  'plug-off': IconPlugConnectedX,
  'chevron-down': IconChevronDown,
  'chevron-right': IconChevronRight,
  'arrow-left': IconArrowLeft,
  'arrow-forward': IconArrowForwardUp,
  eye: IconEye,
  'eye-off': IconEyeOff,
  briefcase: IconBriefcase,
  flag: IconFlag,
  file: IconFile,
  'file-text': IconFileText,
  invoice: IconFileInvoice,
  book: IconBook,
  mail: IconMail,
  message: IconMessage2,
  'device-mobile': IconDeviceMobile,
  sim: IconDeviceSim,
  'credit-card': IconCreditCard,
  coin: IconCoin,
  receipt: IconReceipt,
  printer: IconPrinter,
  scanner: IconScan,
  hourglass: IconHourglassEmpty,
  history: IconHistory,
  sun: IconSun,
  moon: IconMoon,
  settings: IconSettings,
  tool: IconTool,
  shield: IconShield,
  'shield-half': IconShieldHalf,
  'shield-check': IconShieldCheck,
  database: IconDatabase,
  antenna: IconAntenna,
  world: IconWorld,
  plane: IconPlane,
  paperclip: IconPaperclip,
  pencil: IconPencil,
  'list-search': IconListSearch,
  logout: IconLogout,
  refresh: IconRefresh,
} as const satisfies Readonly<Record<string, TablerIcon>>

export type IconName = keyof typeof icons

/** All names, for the parts page. */
// Object.keys forgets the key type; the object above is closed, so its keys are exactly IconName.
export const iconNames = Object.keys(icons) as readonly IconName[]

/** One icon, 16 px (14 beside small text, 12 in a tick, 20 on a tile). Silent for a screen reader unless `label` is given. */
export function Icon({ name, size = 16, label, className }: IconProps) {
  const Drawn = icons[name]
  const named = label === undefined ? { 'aria-hidden': true as const } : { role: 'img', 'aria-label': label }
  return (
    <Drawn size={size} stroke={1.75} className={cx(classes.icon, size < 16 && classes.small, className)} {...named} />
  )
}

export type IconProps = {
  readonly name: IconName
  readonly size?: 12 | 14 | 16 | 20
  readonly label?: string
  readonly className?: string | undefined
}
