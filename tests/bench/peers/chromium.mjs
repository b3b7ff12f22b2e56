// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Opens the page in a headless Chromium until its console says "bench done EVENTS MS"; prints MS.
import {spawn} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'

const profile = mkdtempSync(join(tmpdir(), 'bench-chromium-'))
const chromium = spawn('chromium', ['--headless', '--no-sandbox', '--disable-gpu', '--enable-logging=stderr',
  '--v=0', `--user-data-dir=${profile}`, process.argv[2]], {stdio: ['ignore', 'ignore', 'pipe']})
const done = /bench done \d+ ([\d.]+)"/
let text = ''
chromium.stderr.on('data', data => {
  text += data
  if (done.test(text))
    chromium.kill('SIGTERM')
})
chromium.on('close', () => { // its own processes are gone too: they hold its stderr
  rmSync(profile, {recursive: true, force: true})
  const found = done.exec(text)
  console.log(found?.[1] ?? '')
  process.exitCode = found ? 0 : 1
})
