// What scripts/formats asks of readers that npm has: ajv, tap-parser, marked. The folder holds lists of files, a format each.

const fs = require('node:fs')
const path = require('node:path')
const Ajv = require('ajv/dist/2020')
const addFormats = require('ajv-formats')
const { Parser } = require('tap-parser')
const { marked } = require('marked')

const folder = process.argv[2]
const listed = name => fs.readFileSync(path.join(folder, `${name}.list`), 'utf8').split('\n').filter(Boolean)
const read = file => fs.readFileSync(file, 'utf8')
const wrong = []
const expect = (file, holds, what) => { if (!holds) wrong.push(`${path.basename(file)}: ${what}`) }

// `uint64` and the like would stop it here, as would a keyword that it does not know. A value that may be null has two types.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true })
addFormats(ajv)
const valid = ajv.compile(JSON.parse(read(path.join(folder, 'schema.json'))))
for (const file of listed('json')) {
  const report = JSON.parse(read(file))
  expect(file, valid(report), ajv.errorsText(valid.errors))
  const line = read(file.replace(/json$/, 'jsonl'))
  expect(file, line.split('\n').length === 2, 'jsonl is not one line')
  expect(file, JSON.stringify(JSON.parse(line)) === JSON.stringify(report), 'jsonl says something else')
  const tap = Parser.parse(read(file.replace(/json$/, 'tap')), { strict: true })
  const points = tap.filter(([kind]) => kind === 'assert').map(([, point]) => point)
  const not = points.filter(point => !point.ok).length
  const skipped = points.filter(point => point.skip).length
  const { fail, unknown, skip } = report.summary
  expect(file, points.length === report.checks.length, `tap-parser sees ${points.length} of ${report.checks.length} points`)
  expect(file, not === fail + unknown, `tap-parser sees ${not} not ok, the report ${fail} fail and ${unknown} unknown`)
  expect(file, skipped === skip, `tap-parser sees ${skipped} skipped of ${skip}`)
  const end = tap.find(([kind]) => kind === 'complete')[1]
  expect(file, end.failures.every(one => !one.tapError), `tap-parser: ${JSON.stringify(end.failures.filter(one => one.tapError))}`)
}

// The program's own markup and the articles it names; nothing else may become markup, a link or a mention.
const tags = new Set('h1 h2 h3 p ul ol li strong em code br table thead tbody tr th td details summary'.split(' '))
for (const file of listed('markdown')) {
  const html = marked.parse(read(file), { gfm: true })
  for (const [, tag, rest] of html.matchAll(/<([a-z][a-z0-9]*)\b([^>]*)>/gi)) {
    const article = tag === 'a' && /^ href="https:\/\/(support|www)\.apple\.com\/[\w/.-]+"$/.test(rest)
    expect(file, article || tags.has(tag), `<${tag}${rest}>`)
    expect(file, article || tag !== 'ol' && !rest || /^( start="\d+"| align="[a-z]+")?$/.test(rest), `<${tag}${rest}>`)
  }
  const text = html.replace(/<code>[^]*?<\/code>|<[^>]+>|&#?\w+;/g, ' ')
  for (const one of text.match(/(^|[^\w])@\w+|\bwww\.\w+|:\/\/\w+|(^|\W)#\d+/g) ?? []) {
    if (!one.includes('://') || !html.includes(`href="https${one}`)) expect(file, false, `a live ${one.trim()}`)
  }
}

console.log(wrong.slice(0, 30).join('\n') || 'ajv, tap-parser and marked have nothing to say')
process.exit(wrong.length ? 1 : 0)
