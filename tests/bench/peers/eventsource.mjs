// SPDX-FileCopyrightText: The Weir authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a feed with npm `eventsource` until its event "done"; prints the milliseconds since the first event.
import {EventSource} from 'eventsource'

let first = 0
const source = new EventSource(process.argv[2])
source.addEventListener('tick', () => { first ||= performance.now() })
source.addEventListener('done', () => {
  source.close()
  console.log(performance.now() - first)
  process.exitCode = first ? 0 : 1
})
source.addEventListener('error', () => process.exit(1))
