// Long runs of backup, restore and formats.
export const runs = [
  {
    name: 'backups of a busy server',
    cases: ['O1'],
    files: ['tests/server/storage/backupUnderLoad.test.ts'],
    short: { BACKUP_ROUNDS: '10' },
    release: { BACKUP_ROUNDS: '50' },
  },
  {
    name: 'a restore killed at every step',
    cases: ['O1'],
    files: ['tests/server/storage/killRestore.test.ts'],
    short: { RESTORE_STRIDE: '3' },
    release: { RESTORE_STRIDE: '1' },
  },
  {
    name: 'damaged tables',
    cases: ['D13'],
    files: ['tests/server/storage/tables.test.ts'],
    short: { TABLE_ROUNDS: '300' },
    release: { TABLE_ROUNDS: '3000' },
  },
]
