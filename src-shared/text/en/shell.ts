/** Sentences of the shell: what it did about this machine's files, and why the desk could not start. */
export const shellText = {
  'notice.settingsDamaged':
    'The settings file could not be read. Linedesk kept it as {file}, uses the standard settings for what it could not read, and works. Check the settings.',
  'notice.settingsUnreadable':
    'The settings file {file} could not be read or moved. Linedesk uses the standard settings. Have the file’s rights put right.',
  'notice.keyUnprotected':
    'This system offers no key store, so the key of the desk’s files is only lightly protected. Set up a keyring before real customers are served here.',
  'notice.outboxDamaged': {
    one: 'The file of this desk’s own work was damaged. It is kept as {file}, and a new one was made from its second copy: 1 saved entry is here and goes to the core again. Fields not yet saved with their step are gone; look through the open cases.',
    other:
      'The file of this desk’s own work was damaged. It is kept as {file}, and a new one was made from its second copy: {count} saved entries are here and go to the core again. Fields not yet saved with their step are gone; look through the open cases.',
  },
  'notice.outboxGone': {
    one: 'The file of this desk’s own work was missing. A new one was made from its second copy: 1 saved entry is here and goes to the core again. Fields not yet saved with their step are gone; look through the open cases.',
    other:
      'The file of this desk’s own work was missing. A new one was made from its second copy: {count} saved entries are here and go to the core again. Fields not yet saved with their step are gone; look through the open cases.',
  },
  'notice.entriesUnreadable': {
    one: '1 saved entry can be read in neither of this desk’s two copies. If it reached the core it is there; look through the cases of the last days, and call support.',
    other:
      '{count} saved entries can be read in neither of this desk’s two copies. What reached the core is there; look through the cases of the last days, and call support.',
  },
  'notice.journalDamaged': {
    one: '1 entry of the desk’s second copy could not be read. The first copy is whole, so nothing is missing. Have the disk checked.',
    other:
      '{count} entries of the desk’s second copy could not be read. The first copy is whole, so nothing is missing. Have the disk checked.',
  },
  'notice.decisionsStuck':
    'What you decided could not be saved: the disk is full or locked. It is kept and tried again. Make room on the disk.',
  'notice.recordDiffers':
    'The core no longer shows the record this desk knows: it was put back from an older copy without saying so, or its record was changed. Go on working, everything you save is kept. Tell whoever runs the core; they prove its record with audit verify.',
  'notice.cacheDamaged':
    'The copy of the market on this desk is damaged and is being loaded again. Go on working: everything you save is kept. Customers can be found again when it is done.',
  'startup.problem.IN_USE':
    'Linedesk is open already on this folder, {folder}, in another window or program. Close it there; this one opens by itself then.',
  'startup.problem.FILE_LOCKED':
    'Another program holds a file of this desk in {folder}, a backup or a virus scanner for one. Nothing was changed. Linedesk opens by itself when it lets go.',
  'startup.problem.KEY_LOST':
    'The key of this desk’s files cannot be read, so they stay locked. Nothing was deleted or changed. Sign in to the computer as the user who set the desk up, or have {folder} put back from a backup together with its key.bin, then start Linedesk again.',
  'startup.problem.DEVICE_REVOKED':
    'This desk was revoked. What it had not sent lies sealed in {file}; nothing else on it can be read any more. Give that file to an administrator of the core, who takes it in for a supervisor.',
  'startup.problem.DEVICE_REVOKED_OPEN':
    'This desk was revoked. What it has not sent is being sealed in {folder}. Leave it switched on, and make room there if the disk is full.',
  'startup.problem.FOLDER_READ_ONLY':
    'Linedesk may not write to its folder {folder}. Have the folder’s rights put right, or choose another with LINEDESK_DATA, then start it again.',
  'startup.problem.DISK_FULL':
    'The disk with {folder} is full. Nothing was lost. Make room, then start Linedesk again.',
  'startup.problem.STORAGE_FAILED':
    'The disk does not answer at {folder}. Nothing was changed. Start Linedesk again, and call support if it stays so.',
  'startup.problem.CORE_FAILED':
    'The core on this machine could not be started; Linedesk tries again by itself. What you type is kept and sent when it answers. Call support if this stays.',
  'startup.problem.SERVICE_STOPPED':
    'The part of Linedesk that keeps your work stopped and is being started again. What was saved is kept. Call support if this stays.',
} as const
