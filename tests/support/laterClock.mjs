// Loaded before the server (`--import`): its wall clock is ahead by so many ms as stand in the file when it starts. Nothing else is changed.
import { existsSync, readFileSync } from 'node:fs'

const file = process.env.CLOCK_AHEAD_FILE
const aheadMs = file !== undefined && existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
const realNow = Date.now
Date.now = () => realNow() + aheadMs
